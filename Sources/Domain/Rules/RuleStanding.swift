// SPDX-License-Identifier: Apache-2.0

/// What a rule rests on. Only `law` and `regulation` bind; people must be able to tell.
public enum RuleBasis: String, Hashable, Codable, CaseIterable, Sendable {
  /// Lag.
  case law
  /// Förordning or myndighetsföreskrift.
  case regulation
  /// How the parties do it, by an agreement, a report or a method.
  case practice
  /// A target of an agreement or a region: not law.
  case serviceTarget
  /// A value of another system or standard, kept for comparison: not law.
  case reference

  /// The label for people.
  public var name: Bilingual {
    switch self {
    case .law: Bilingual(sv: "lag", en: "act")
    case .regulation: Bilingual(sv: "förordning eller föreskrift", en: "ordinance or regulation")
    case .practice: Bilingual(sv: "praxis, ej lag", en: "practice, not law")
    case .serviceTarget: Bilingual(sv: "servicemål, ej lag", en: "service target, not law")
    case .reference: Bilingual(sv: "jämförelsevärde, ej lag", en: "reference value, not law")
    }
  }

  /// Whether the rule binds by law.
  public var isLaw: Bool { self == .law || self == .regulation }
}

/// How well a rule is known.
public enum RuleCertainty: String, Hashable, Codable, CaseIterable, Comparable, Sendable {
  /// The rule's own text has been read.
  case seen
  /// Concluded from something else, or told second-hand.
  case inferred
  /// Not known.
  case unknown

  /// The label for people.
  public var name: Bilingual {
    switch self {
    case .seen: Bilingual(sv: "läst i källan", en: "read in the source")
    case .inferred: Bilingual(sv: "tolkning eller andrahandsuppgift", en: "inferred")
    case .unknown: Bilingual(sv: "okänt", en: "unknown")
    }
  }

  /// The surer one is the lesser, so that the greatest of several is the weakest.
  public static func < (a: RuleCertainty, b: RuleCertainty) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .seen: 0
    case .inferred: 1
    case .unknown: 2
    }
  }
}

/// A provision in parts, as Swedish law is cited.
public struct LegalReference: Hashable, Codable, Sendable {
  /// The act with its number, such as `FMU-förordningen (2018:1633)`.
  public let act: String
  /// Such as `4 kap.`
  public let chapter: String?
  /// Such as `8 §`.
  public let section: String?
  /// Such as `1 st`.
  public let paragraph: String?
  /// The amending act that gave the wording, such as `SFS 2023:251`.
  public let amendment: String?

  /// A provision; leave out the parts that are not told.
  public init(
    act: String, chapter: String? = nil, section: String? = nil, paragraph: String? = nil,
    amendment: String? = nil
  ) {
    self.act = act
    self.chapter = chapter
    self.section = section
    self.paragraph = paragraph
    self.amendment = amendment
  }
}

extension LegalReference: CustomStringConvertible {
  /// `FMU-förordningen (2018:1633) 8 § 1 st (SFS 2023:251)`.
  public var description: String {
    let parts = [act, chapter, section, paragraph, amendment.map { "(\($0))" }]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
