// SPDX-License-Identifier: Apache-2.0

/// Why a document was not read or not written. It tells the kind of fault and the line, never
/// any content: a document may hold personal data, and faults end up in logs and answers.
public struct XMLFault: Error, Hashable, Sendable {
  /// The kinds of fault. The raw value is a stable code that is never reused.
  public enum Code: String, Hashable, CaseIterable, Sendable {
    /// There are no bytes.
    case empty
    /// More bytes than the limit.
    case tooLarge = "too-large"
    /// Neither UTF-8 nor UTF-16, or not right in the encoding it has.
    case encoding
    /// There is a document type declaration. None is read, whatever it holds, so entities
    /// can neither be expanded nor fetched.
    case documentType = "document-type"
    /// Not well-formed XML, or cut off.
    case malformed
    /// Elements inside each other beyond the limit.
    case tooDeep = "too-deep"
    /// More elements than the limit.
    case tooManyElements = "too-many-elements"
    /// More attributes on one element than the limit.
    case tooManyAttributes = "too-many-attributes"
    /// Longer text than the limit.
    case textTooLong = "text-too-long"
    /// When writing: a character that XML 1.0 cannot hold, such as a control character.
    case illegalCharacter = "illegal-character"
    /// When writing: a name that is no XML name, or a namespace without a prefix.
    case illegalName = "illegal-name"
  }

  /// What is wrong.
  public let code: Code
  /// The line in the document, from 1; nil when the fault has no place.
  public let line: Int?

  /// A fault at a line.
  public init(_ code: Code, line: Int? = nil) {
    self.code = code
    self.line = line
  }
}

extension XMLFault: CustomStringConvertible {
  /// The code and the line, for logs.
  public var description: String {
    line.map { "\(code.rawValue) (line \($0))" } ?? code.rawValue
  }
}
