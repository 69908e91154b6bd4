// SPDX-License-Identifier: Apache-2.0
import Domain

/// Why somebody asks for figures. It is stated with every question, stands on every page and in
/// every export, and is kept in the log of reads.
public enum FollowUpPurpose: String, Codable, CaseIterable, Sendable {
  /// Dialogue about the content of certificates within the own organisation.
  case dialogue
  /// Work on better quality in care.
  case improvement
  /// Planning of resources.
  case planning
  /// Following up what certificates contain.
  case content
  /// Checking that the figures are right.
  case quality

  /// The purposes that a party may have. The insured have none.
  public static func allowed(_ role: PartyRole) -> [FollowUpPurpose] {
    switch role {
    case .fk: [.content, .quality]
    case .region, .performer: [.dialogue, .improvement, .planning, .quality]
    case .insured: []
    }
  }

  /// The purpose as it stands after "Purpose:".
  public var text: Bilingual {
    switch self {
    case .dialogue:
      Bilingual(
        sv: "dialog om intyg i den egna verksamheten",
        en: "dialogue about certificates in the own organisation")
    case .improvement:
      Bilingual(sv: "kvalitetsarbete i vården", en: "quality work in care")
    case .planning:
      Bilingual(sv: "planering av resurser", en: "planning of resources")
    case .content:
      Bilingual(
        sv: "uppföljning av intygens innehåll", en: "follow-up of what certificates contain")
    case .quality:
      Bilingual(
        sv: "kontroll av att uppgifterna stämmer", en: "checking that the figures are right")
    }
  }
}
