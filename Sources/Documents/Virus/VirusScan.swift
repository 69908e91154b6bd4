// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Asks clamd whether a file does harm, by its command INSTREAM: the bytes are sent, so clamd
/// needs no right to read the folder.
public struct VirusScan: Sendable {
  /// Where clamd listens; nil when none is configured.
  public let address: ClamdAddress?
  /// How long one file may take in all.
  public let timeLimit: Duration

  /// A scan by the clamd at an address. A file of 100 MB takes some seconds.
  public init(address: ClamdAddress?, timeLimit: Duration = .seconds(120)) {
    self.address = address
    self.timeLimit = timeLimit
  }

  /// What clamd says of the file. Never throws: that no answer came is a verdict too.
  public func scan(_ file: PrivateFile) async -> VirusVerdict {
    guard let address else { return .unchecked }
    let connection = ClamdConnection(deadline: .now + timeLimit)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // The socket's calls block, which a thread of Swift's own pool must never do.
        DispatchQueue.global().async {
          let verdict = connection.verdict(on: file, at: address)
          continuation.resume(returning: verdict)
        }
      }
    } onCancel: {
      connection.cancel()
    }
  }

  /// The meaning of clamd's answer to INSTREAM.
  static func verdict(of answer: String) -> VirusVerdict {
    let words = answer.filter { $0.isASCII && !$0.isNewline && $0 != "\0" }
    if words == "stream: OK" { return .clean }
    if words.hasPrefix("stream: "), words.hasSuffix(" FOUND") {
      let name = words.dropFirst(8).dropLast(6).filter { (" "..."~").contains($0) }
      return .infected(name: String(name.prefix(100)))
    }
    return .unavailable(words.contains("size limit exceeded") ? .sizeLimit : .answer)
  }
}
