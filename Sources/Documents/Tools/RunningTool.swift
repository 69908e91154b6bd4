// SPDX-License-Identifier: Apache-2.0
import CSpawn
import Foundation
import Synchronization

/// One process from its start to its end. It is killed when its time is out or its task is
/// cancelled, and always waited for, so that none is left behind.
///
/// It is started with posix_spawn and not with Foundation's `Process`, which hands on the
/// signals that Swift's threads block, and one of its own sockets.
public final class RunningTool: Sendable {
  private struct State {
    /// Its number, as long as that number can be nobody else's.
    var number: pid_t?
    /// Why it was or shall be killed.
    var reason: FileFault?
  }

  private let command: [String]
  private let environment: [String]
  private let input: Int32?
  private let output: Int32?
  private let state = Mutex(State())

  /// A command with the path of the program first, variables as `NAME=value`, and open files for
  /// its standard input and output; nil is nothing to read, and nowhere.
  public init(
    _ command: [String], environment: [String], input: Int32? = nil, output: Int32? = nil
  ) {
    self.command = command
    self.environment = environment
    self.input = input
    self.output = output
  }

  /// Starts it and waits. Throws `tooDemanding` when its time was out, `cancelled`, and `storage`
  /// when it could not be started.
  public func end(within limit: Duration) async throws(FileFault) -> ToolOutcome.Exit {
    let watch = Task {
      try await Task.sleep(for: limit)
      kill(.tooDemanding)
    }
    defer { watch.cancel() }
    let exit = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Waiting blocks, which a thread of Swift's own pool must never do.
        DispatchQueue.global().async { continuation.resume(returning: self.startAndWait()) }
      }
    } onCancel: {
      kill(.cancelled)
    }
    if let reason = state.withLock({ $0.reason }) { throw reason }
    guard let exit else { throw .storage }
    return exit
  }

  /// Nil when it was not started, also because it was cancelled before.
  private func startAndWait() -> ToolOutcome.Exit? {
    let started = state.withLock { state in
      if state.reason == nil { state.number = spawn() }
      return state.number
    }
    guard let started else { return nil }
    // It is seen to end first and let go afterwards: until then its number is its own.
    var facts = siginfo_t()
    while waitid(P_PID, id_t(started), &facts, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return state.withLock { state in
      state.number = nil
      var status: Int32 = 0
      while waitpid(started, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    }
  }

  private func kill(_ reason: FileFault) {
    state.withLock { state in
      if state.reason == nil { state.reason = reason }
      // With whatever it has started itself.
      if let number = state.number { _ = Foundation.kill(-number, SIGKILL) }
    }
  }

  /// Starts the command in a process group of its own, its complaints nowhere, no other open file,
  /// and every signal as at the beginning.
  private func spawn() -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    var plain = sigset_t()
    sigemptyset(&blocked)
    sigemptyset(&plain)
    for signal in [SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ] {
      sigaddset(&plain, signal)
    }
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    let steps = [
      input.map { posix_spawn_file_actions_adddup2(&actions, $0, 0) }
        ?? posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0),
      output.map { posix_spawn_file_actions_adddup2(&actions, $0, 1) }
        ?? posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0),
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0),
      // Every library is to open files so that they are not handed on; this is for the one that
      // does not.
      posix_spawn_file_actions_addclosefrom_np(&actions, 3),
      posix_spawnattr_setpgroup(&attributes, 0),
      posix_spawnattr_setsigmask(&attributes, &blocked),
      posix_spawnattr_setsigdefault(&attributes, &plain),
      posix_spawnattr_setflags(&attributes, Int16(flags)),
    ]
    guard steps.allSatisfy({ $0 == 0 }), let program = command.first else { return nil }

    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var number: pid_t = 0
    let status = posix_spawn(&number, program, &actions, &attributes, &arguments, &variables)
    return status == 0 ? number : nil
  }
}
