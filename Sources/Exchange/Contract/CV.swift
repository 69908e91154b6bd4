// SPDX-License-Identifier: Apache-2.0

/// A coded value (the contract's `CVType`, in the element order that it has since RC6).
public struct CV: Hashable, Sendable {
  /// The code itself.
  public let code: String
  /// The code system: an OID or a UUID.
  public let codeSystem: String
  /// The version of the code system.
  public let codeSystemVersion: String?
  /// The name of the code system, for people.
  public let codeSystemName: String?
  /// The code in words, for people. Never used to decide anything.
  public let displayName: String?

  /// A coded value from its parts.
  public init(
    code: String, codeSystem: String, codeSystemVersion: String? = nil,
    codeSystemName: String? = nil, displayName: String? = nil
  ) {
    self.code = code
    self.codeSystem = codeSystem
    self.codeSystemVersion = codeSystemVersion
    self.codeSystemName = codeSystemName
    self.displayName = displayName
  }

  /// A value of one of the contract's own code systems, with its name and words.
  public init(_ value: some CodedValue) {
    let system = type(of: value).codeSystem
    self.init(
      code: value.rawValue, codeSystem: system.id, codeSystemName: system.name,
      displayName: value.displayName)
  }

  static let shape = Shape(
    Namespace.types, CV.init,
    Field("code", \.code, .text(TextLimit.code)),
    Field("codeSystem", \.codeSystem, .text(TextLimit.code)),
    Field("codeSystemVersion", \.codeSystemVersion, optional: .text(TextLimit.code)),
    Field("codeSystemName", \.codeSystemName, optional: .text(TextLimit.name)),
    Field("displayName", \.displayName, optional: .text(TextLimit.name)))
}
