// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How a program ended.
public struct ToolOutcome: Sendable {
  /// How the process ended.
  public enum Exit: Hashable, Sendable {
    /// It ended by itself with a status.
    case status(Int32)
    /// A signal ended it.
    case signal(Int32)
  }

  let exit: Exit
  /// What it wrote to its standard output.
  let output: [UInt8]

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Starts programs that read files from outside, and lets them do as little harm as can be:
/// no shell, nothing of our environment, nothing to read but a file, what they write goes to a
/// private folder, and time, memory, output and number have limits. When `run` returns, the
/// program has ended and has been waited for.
public struct ToolRunner: Sendable {
  /// Folders in which programs are looked for, in order.
  public let folders: [String]
  /// How long a program may run.
  public let timeLimit: Duration
  /// How much memory it may use, in bytes of address space.
  public let memoryBytesMax: Int
  /// How long a file that it writes may be, in bytes.
  public let outputBytesMax: Int

  /// Limits that a scanned document of 100 MB keeps well within: a minute, 2 GiB, 64 MiB.
  public init(
    folders: [String] = ["/usr/local/bin", "/usr/bin", "/bin"],
    timeLimit: Duration = .seconds(60), memoryBytesMax: Int = 2_147_483_648,
    outputBytesMax: Int = 67_108_864
  ) {
    self.folders = folders
    self.timeLimit = timeLimit
    self.memoryBytesMax = memoryBytesMax
    self.outputBytesMax = outputBytesMax
  }

  /// The programs that must be there and are not. Empty on a machine that is made ready.
  public var missing: [ExternalTool] {
    ExternalTool.allCases.filter { !$0.isOptional && (try? path(of: $0)) == nil }
  }

  /// The path of a program. Throws `toolMissing`.
  func path(of tool: ExternalTool) throws(FileFault) -> String {
    for folder in folders where access("\(folder)/\(tool.rawValue)", X_OK) == 0 {
      return "\(folder)/\(tool.rawValue)"
    }
    throw .toolMissing(tool)
  }

  /// Runs a program to its end and gives what it wrote. Arguments that are paths come from
  /// `PrivateFolder`, so that none begins with a hyphen.
  ///
  /// Throws `toolMissing`, `tooDemanding` when a limit ended it, `storage` and `cancelled`.
  func run(
    _ tool: ExternalTool, _ arguments: [String], in folder: PrivateFolder
  ) async throws(FileFault) -> ToolOutcome {
    let command = try [path(of: .prlimit)] + limits + ["--", path(of: tool)] + arguments
    // Poppler's fonts want a place for their cache.
    let environment = [
      "HOME=\(folder.path)", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "TMPDIR=\(folder.path)",
    ]
    let outputPath = folder.newPath("output")
    let descriptor = open(outputPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .storage }
    let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { unlink(outputPath) }

    let tool = RunningTool(command, environment: environment, output: descriptor)
    await ToolGate.shared.enter()
    defer { ToolGate.shared.leave() }
    let exit = try await tool.end(within: timeLimit)
    // The limits of a file's length and of the processor's time, and a machine without memory.
    if case .signal(let signal) = exit, [SIGXFSZ, SIGXCPU, SIGKILL].contains(signal) {
      throw .tooDemanding
    }
    guard let data = try? output.readFromStart() else { throw .storage }
    return ToolOutcome(exit: exit, output: Array(data))
  }

  /// The kernel's limits, which also hold when Samsyn itself is killed meanwhile.
  private var limits: [String] {
    [
      "--as=\(memoryBytesMax)", "--core=0", "--cpu=\(timeLimit.components.seconds + 1)",
      "--fsize=\(outputBytesMax)", "--nofile=64",
    ]
  }
}

extension FileHandle {
  fileprivate func readFromStart() throws -> Data {
    try seek(toOffset: 0)
    return try readToEnd() ?? Data()
  }
}
