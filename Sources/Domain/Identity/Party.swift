// SPDX-License-Identifier: Apache-2.0

/// What a party is in a case.
public enum PartyRole: String, Hashable, Codable, CaseIterable, Sendable {
  case fk, region, performer, insured
}

/// One of the parties of a case. As text and in JSON `fk`, `region:HSAID`, `performer:HSAID`
/// or `insured`.
public enum Party: Hashable, Sendable {
  case fk
  case region(HSAID)
  case performer(HSAID)
  case insured

  /// What the party is, without its identity.
  public var role: PartyRole {
    switch self {
    case .fk: .fk
    case .region: .region
    case .performer: .performer
    case .insured: .insured
    }
  }

  /// The organisation's identity, where the party is known by one.
  public var hsaID: HSAID? {
    switch self {
    case .region(let id), .performer(let id): id
    case .fk, .insured: nil
    }
  }
}

extension Party: LosslessStringConvertible {
  /// Reads what `description` writes; a role with a missing or needless identity is nil.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let role = parts.first.flatMap({ PartyRole(rawValue: String($0)) }) else { return nil }
    let id = parts.count == 2 ? try? HSAID(String(parts[1])) : nil
    switch (role, id) {
    case (.fk, nil) where parts.count == 1: self = .fk
    case (.insured, nil) where parts.count == 1: self = .insured
    case (.region, let id?): self = .region(id)
    case (.performer, let id?): self = .performer(id)
    default: return nil
    }
  }

  public var description: String {
    hsaID.map { "\(role.rawValue):\($0)" } ?? role.rawValue
  }
}

extension Party: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decodeText(decoder, as: "a party such as fk or region:HSAID", Party.init)
  }

  public func encode(to encoder: any Encoder) throws {
    try encodeText(description, encoder)
  }
}
