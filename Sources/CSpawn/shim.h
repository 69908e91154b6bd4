// SPDX-License-Identifier: Apache-2.0
// The C library's own module leaves out how a child closes every file that it is not given.
#include <spawn.h>

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
