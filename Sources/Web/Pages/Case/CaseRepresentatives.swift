// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Those who act for the insured, as the reader was told of them.
struct CaseRepresentatives: Sendable {
  struct One: Sendable {
    let name: String
    let kind: String
    let days: String
    let standing: (tone: Tone, text: String)
    let details: [(term: String, value: String)]
    let end: CaseLink?
  }

  let ones: [One]
  let register: CaseLink?

  /// Nil where there is nobody.
  init?(_ source: CaseSource) {
    let all = source.state.representatives
    if all.isEmpty { return nil }
    ones = all.reversed().map { Self.one($0, source) }
    register = source.link(.registerRepresentative)
  }

  private static func one(_ one: Representative, _ source: CaseSource) -> One {
    var end = one.endedAt == nil ? source.link(.endRepresentative, one.number) : nil
    end?.context = one.name
    let details: [(Bilingual, String?)] = [
      (RepresentativeTexts.identity, one.identity?.description),
      (RepresentativeTexts.basis, one.basis), (RepresentativeTexts.covers, one.covers),
    ]
    return One(
      name: one.name, kind: source.say(one.kind.label),
      days: source.say(RepresentativeTexts.days(one)),
      standing: {
        let standing = RepresentativeTexts.standing(one, on: source.moment.day)
        return (standing.tone, source.say(standing.text))
      }(),
      details: details.compactMap { label, value in value.map { (source.say(label), $0) } },
      end: end)
  }

  func html(_ language: Language) -> HTML {
    Card("representatives", RepresentativeTexts.title[language], isSmall: true) {
      ul(.class("ruled")) {
        for one in ones {
          li(.class("stack-s")) {
            div {
              b { one.name }
              ", " + one.kind + " "
              Badge(one.standing.tone, one.standing.text).html
            }
            p(.class("small", "muted")) { one.days }
            if !one.details.isEmpty {
              SummaryList(one.details.map { .init($0.term, $0.value) }, isSmall: true)
                .html(language)
            }
            if let end = one.end { p(.class("small", "no-print")) { end.html } }
          }
        }
      }
      if let register { p(.class("small", "no-print")) { register.html } }
    }.html
  }
}

/// Words about those who act for the insured.
enum RepresentativeTexts {
  static let title = Bilingual(
    sv: "Företräder den försäkrade", en: "Acts for the insured")
  static let identity = Bilingual(sv: "Personnummer", en: "Identity number")
  static let basis = Bilingual(sv: "Grund", en: "Basis")
  static let covers = Bilingual(sv: "Omfattar", en: "Covers")
  static let ownTitle = Bilingual(sv: "Vem mer kan läsa det här", en: "Who else can read this")
  static let ownLead = Bilingual(
    sv: "Försäkringskassan registrerar den som får läsa och göra saker här för dig. Stämmer det "
      + "inte? Säg det till din handläggare.",
    en: "Försäkringskassan registers who may read and act here for you. Is it wrong? Tell your "
      + "case officer.")
  static let nobody = Bilingual(
    sv: "Ingen ställföreträdare och inget ombud är registrerat. Bara du har de här sidorna.",
    en: "No representative is registered. These pages are yours alone.")
  static let told = Bilingual(
    sv: "De som utreder dig har fått veta vem det är, så att de kan kalla rätt.",
    en: "Those who assess you have been told who it is, so that the summons goes right.")

  /// `Från och med 4 maj 2026, tills vidare.`
  static func days(_ one: Representative) -> Bilingual {
    let from = one.from.shortWords
    guard let through = one.through?.shortWords else {
      return Bilingual(sv: "Från och med \(from.sv).", en: "From \(from.en).")
    }
    return Bilingual(
      sv: "Från och med \(from.sv) till och med \(through.sv).",
      en: "From \(from.en) through \(through.en).")
  }

  /// How it stands on a day.
  static func standing(_ one: Representative, on day: Day) -> (tone: Tone, text: Bilingual) {
    if let ended = one.endedAt?.day.shortWords {
      return (.rest, Bilingual(sv: "Avslutad \(ended.sv)", en: "Ended \(ended.en)"))
    }
    if !one.isStanding(on: day) {
      return (.rest, Bilingual(sv: "Har gått ut", en: "Has run out"))
    }
    return one.isInForce(on: day)
      ? (.done, Bilingual(sv: "Gäller", en: "In force"))
      : (.soon, Bilingual(sv: "Har inte börjat", en: "Has not begun"))
  }

  /// To who summons: who should know of the visit besides the insured.
  static func notice(_ state: Assessment, on day: Day) -> [FormPart] {
    let standing = state.representatives.filter { $0.isStanding(on: day) }
    if standing.isEmpty { return [] }
    let names = standing.map { "\($0.name) (\($0.kind.label.sv))" }.joined(separator: ", ")
    let english = standing.map { "\($0.name) (\($0.kind.label.en))" }.joined(separator: ", ")
    return [
      .notice(
        .note, Bilingual(sv: "Företräder den försäkrade:", en: "Acts for the insured:"),
        Bilingual(
          sv: "\(names). Tänk på det när du kallar.",
          en: "\(english). Keep it in mind when you summon."))
    ]
  }
}
