// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// How a command ends, for scripts. Usage errors found by the argument parser itself are mapped
/// to `usage` by the root command.
enum ExitStatus: Int32 {
  case done = 0
  /// The command worked and the answer is no.
  case refused = 1
  /// The arguments make no sense.
  case usage = 2
  /// Something is broken.
  case fault = 3

  var code: ExitCode { ExitCode(rawValue) }
}

/// The only ways in which commands write.
enum CommandOutput {
  /// One line of JSON to standard output, keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Who runs the program, as the machine calls them: recorded with what is imported.
  static var operatorName: String { NSUserName() }

  /// A line to standard output.
  static func line(_ text: String) { print(text) }

  /// A line to standard error, where the command goes on.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data("samsyn: \(text)\n".utf8))
  }

  /// A line to standard error, and the exit to throw.
  static func failure(_ text: String, _ status: ExitStatus) -> ExitCode {
    FileHandle.standardError.write(Data("samsyn: \(text)\n".utf8))
    return status.code
  }
}
