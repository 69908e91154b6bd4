// SPDX-License-Identifier: Apache-2.0

// Who acts for the insured.

extension RepresentativeKind {
  /// `god man`, `special representative (god man)`.
  public var label: Bilingual {
    switch self {
    case .specialRepresentative:
      Bilingual(sv: "god man", en: "special representative (god man)")
    case .administrator: Bilingual(sv: "förvaltare", en: "administrator (förvaltare)")
    case .custodian: Bilingual(sv: "vårdnadshavare", en: "custodian (vårdnadshavare)")
    case .proxy:
      Bilingual(sv: "ombud med fullmakt", en: "proxy with a power of attorney (ombud)")
    }
  }
}

/// The lines about a representative.
private enum Line {
  static let kind = Bilingual(sv: "Företräder som", en: "Acts as")
  static let name = Bilingual(sv: "Namn", en: "Name")
  static let identity = Bilingual(sv: "Personnummer", en: "Identity number")
  static let from = Bilingual(sv: "Från och med", en: "From")
  static let through = Bilingual(sv: "Till och med", en: "Through")
  static let basis = Bilingual(sv: "Grund", en: "Basis")
  static let covers = Bilingual(sv: "Omfattar", en: "Covers")
}

extension RepresentativeRegistered {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Försäkringskassan registrerade \(kind.label.sv) för den försäkrade",
        en: "Försäkringskassan registered a \(kind.label.en) for the insured"),
      [
        .text(Line.name, name), .text(Line.identity, identity?.description),
        .day(Line.from, from), .day(Line.through, through), .text(Line.basis, basis),
        .text(Line.covers, covers),
      ])
  }
}

extension RepresentativeDisclosed {
  var text: EventText {
    EventText(
      Bilingual(
        sv: "Utföraren fick veta vem som företräder den försäkrade",
        en: "The performer was told who acts for the insured"),
      [
        .words(Line.kind, kind.label), .text(Line.name, name), .day(Line.from, from),
        .day(Line.through, through),
      ])
  }
}

extension RepresentativeEnded {
  func text(_ names: EventNames) -> EventText {
    EventText(
      Bilingual(
        sv: "Företrädare nr \(number) företräder inte längre den försäkrade",
        en: "Representative no. \(number) no longer acts for the insured"),
      [.text(Line.name, names.representatives[number])])
  }
}
