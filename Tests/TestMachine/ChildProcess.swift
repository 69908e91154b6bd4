// SPDX-License-Identifier: Apache-2.0
import CSpawn
import Foundation

/// A program that a test starts, with no open file of the test's own but those it is given.
///
/// It is started with posix_spawn and not with Foundation's `Process`, which on Linux reads past
/// the end of its memory where this process has a thousand files open, as tests at the same time
/// have, and which waits for a daemon that its child leaves behind.
public struct ChildProcess: Sendable {
  /// That a program could not be started, with the error number of the system.
  public struct Failure: Error {
    public let program: String
    public let number: Int32
  }

  /// How a program ended.
  public enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  /// Its number, which is its own until `wait` has given its end.
  public let number: pid_t

  /// Starts a program, which is looked for in PATH unless it is a path.
  ///
  /// - Parameters:
  ///   - environment: nil is that of the tests.
  ///   - folder: where it works; nil is where the tests do.
  ///   - output: an open file for its standard output; nil is nowhere.
  ///   - errors: the same for its standard error.
  public init(
    _ command: [String], environment: [String: String]? = nil, folder: String? = nil,
    output: Int32? = nil, errors: Int32? = nil
  ) throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (wanted, file) in [(Int32(1), output), (2, errors)] {
      if let file {
        posix_spawn_file_actions_adddup2(&actions, file, wanted)
      } else {
        posix_spawn_file_actions_addopen(&actions, wanted, "/dev/null", O_WRONLY, 0)
      }
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    // The threads of a pool block signals, which a child would inherit.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let environment = environment ?? ProcessInfo.processInfo.environment
    let command = (folder.map { ["env", "-C", $0] } ?? []) + command
    let words = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var number: pid_t = 0
    let status = posix_spawnp(&number, command[0], &actions, &attributes, words, variables)
    guard status == 0 else { throw Failure(program: command[0], number: status) }
    self.number = number
  }

  /// Waits for its end.
  @discardableResult
  public func wait() -> End {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Ends it at once; it is still to be waited for.
  public func kill() {
    _ = Foundation.kill(number, SIGKILL)
  }
}
