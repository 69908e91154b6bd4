// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange

/// The identifier of something numbered within a case, as partners see it:
/// `AFU-2026-0412-B1` is the case's first visit (besök), `-A1` its first deviation (avvikelse),
/// `-K1` its first supplement (komplettering). The case number in it keeps it unique.
public struct ItemNumber: Hashable, Sendable, CustomStringConvertible {
  /// What is numbered.
  public enum Kind: Character, Sendable {
    case visit = "B"
    case deviation = "A"
    case supplement = "K"
  }

  public let id: CaseNumber
  public let kind: Kind
  public let number: Int

  public init(_ id: CaseNumber, _ kind: Kind, _ number: Int) {
    self.id = id
    self.kind = kind
    self.number = number
  }

  /// Reads the text form; nil for anything else.
  public init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"),
      let id = try? CaseNumber(String(text[..<dash])),
      let letter = text[text.index(after: dash)...].first, let kind = Kind(rawValue: letter),
      let number = Int(text[text.index(after: dash)...].dropFirst()), number > 0
    else { return nil }
    self.init(id, kind, number)
  }

  public var description: String { "\(id)-\(kind.rawValue)\(number)" }
}

extension II {
  /// A case's identifier in Samsyn's own series.
  static func assessment(_ id: CaseNumber) -> II {
    II(root: SystemIdentity.root, extension: id.description)
  }

  /// The identifier of something numbered within a case.
  static func item(_ item: ItemNumber) -> II {
    II(root: SystemIdentity.root, extension: item.description)
  }
}

/// Samsyn's own identity towards partners.
public enum SystemIdentity {
  /// Root of the identifiers that Samsyn gives. An installation gets its own HSA-id when it is
  /// connected; until then this one says plainly that it is none.
  public static let root = "SE0000000000-SAMSYN"
}
