// SPDX-License-Identifier: Apache-2.0

/// How a message was received (the contract's `ResultType`).
public struct MessageResult: Hashable, Sendable {
  /// Whether the message was carried out.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case ok = "OK"
    /// Carried out, with something that should be shown.
    case info = "INFO"
    /// Not carried out.
    case error = "ERROR"
  }

  /// The kinds of error, which tell whether sending again can help.
  public enum ErrorID: String, CaseIterable, Hashable, Sendable {
    /// The message is wrong. Sending it again does not help.
    case validation = "VALIDATION_ERROR"
    /// The message does not fit the case. Sending it again does not help.
    case application = "APPLICATION_ERROR"
    /// Something failed that may pass. Sending it again may help.
    case technical = "TECHNICAL_ERROR"
    /// An address for mail was missing. Never sent here; read as an application error.
    case email = "EMAIL_ERROR"
  }

  /// Whether the message was carried out.
  public let resultCode: Code
  /// For people, in Swedish, without personal data; at most 4000 characters.
  public let resultText: String?
  /// By what the receiver can find the message in its log.
  public let logId: String?
  /// Empty unless the code is `error`.
  public let errorId: [ErrorID]

  /// A result from its parts, in the order of the contract.
  public init(
    resultCode: Code, resultText: String? = nil, logId: String? = nil, errorId: [ErrorID] = []
  ) {
    self.resultCode = resultCode
    self.resultText = resultText
    self.logId = logId
    self.errorId = errorId
  }

  /// Carried out, nothing to add.
  public static let ok = MessageResult(resultCode: .ok)

  /// Carried out, with a text to show.
  public static func info(_ text: String) -> MessageResult {
    MessageResult(resultCode: .info, resultText: text)
  }

  /// Not carried out.
  public static func error(
    _ id: ErrorID, _ text: String, logId: String? = nil
  ) -> MessageResult {
    MessageResult(resultCode: .error, resultText: text, logId: logId, errorId: [id])
  }

  static let shape = Shape(
    Namespace.types, MessageResult.init,
    Field("resultCode", \.resultCode, .word()),
    Field("resultText", \.resultText, optional: .text(TextLimit.free)),
    Field("logId", \.logId, optional: .text(TextLimit.name)),
    Field("errorId", \.errorId, each: .word()))
}

extension Codec where Value: RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the words that the contract lists in its schema, exactly.
  static func word() -> Codec<Value> {
    Codec(
      parse: { raw, place throws(MessageFault) in
        guard let value = Value(rawValue: raw) else { throw place.fault(.codeUnknown) }
        return value
      }, render: { $0.rawValue })
  }
}
