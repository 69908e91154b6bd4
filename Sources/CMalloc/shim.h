// SPDX-License-Identifier: Apache-2.0
// The C library's own module leaves out how its memory can be set.
#include <malloc.h>
