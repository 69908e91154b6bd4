// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange

/// What became of one received message, in words that hold nothing of its content.
public struct ReceivedMessage: Codable, Sendable {
  /// The contract's name of the message; nil where it was not recognised.
  public let message: String?
  /// The case that the message began or concerned.
  public let assessmentId: String?
  /// Identifier given in the answer (deviation or supplement request), where there is one.
  public let itemId: String?
  /// `OK`, `INFO` or `ERROR`.
  public let resultCode: String
  public let resultText: String?
  /// The contract's `errorId`, such as `VALIDATION_ERROR`.
  public let errorId: [String]
  /// Samsyn's own stable code of what was wrong.
  public let code: String?
  /// Path of the element that was wrong.
  public let field: String?
  /// Line in the file, where the fault is in its form.
  public let line: Int?
  /// The message had been carried out before; nothing was done again.
  public let repeated: Bool
  /// The contract's answer as XML.
  public let response: String

  /// The message was carried out, now or before.
  public var isAccepted: Bool { resultCode != MessageResult.Code.error.rawValue }
}
