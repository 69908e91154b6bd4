// SPDX-License-Identifier: Apache-2.0

import Domain

/// An identifier (the contract's `IIType`): whose it is and which it is.
public struct II: Hashable, Sendable {
  /// The identifier series: an OID, or the HSA-id of the system that gave the identifier.
  public let root: String
  /// The identifier in the series.
  public let `extension`: String

  /// An identifier; both parts are 1–64 characters in a valid message.
  public init(root: String, extension: String) {
    self.root = root
    self.extension = `extension`
  }

  static let shape = Shape(
    Namespace.types, II.init,
    Field("root", \.root, .text(TextLimit.code)),
    Field("extension", \.extension, .text(TextLimit.code)))
}

/// The identifier series that the contract prescribes.
public enum IdentifierRoot {
  /// HSA-id.
  public static let hsaID = "1.2.752.129.2.1.4.1"
  /// Personnummer.
  public static let personnummer = "1.2.752.129.2.1.3.1"
  /// Samordningsnummer.
  public static let samordningsnummer = "1.2.752.129.2.1.3.3"

  static func kind(of root: String) -> PersonalIdentityNumber.Kind? {
    PersonalIdentityNumber.Kind.allCases.first { self.root(of: $0) == root }
  }

  static func root(of kind: PersonalIdentityNumber.Kind) -> String {
    switch kind {
    case .personnummer: personnummer
    case .samordningsnummer: samordningsnummer
    }
  }
}
