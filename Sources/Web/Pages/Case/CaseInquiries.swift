// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The performers that the region has asked, for the region alone: whom it asked stays between
/// the two of them.
struct CaseInquiries: Sendable {
  struct Item: Sendable {
    let name: String
    let asked: Day
    let answerBy: Day
    let badge: Badge
    let answer: [String]
    let withdraw: CaseLink?
  }

  let items: [Item]
  let links: [CaseLink]
  /// The replay, where a draw has been made.
  let draw: CaseLink?

  init?(_ source: CaseSource) {
    draw = Self.drawLink(source)
    guard source.party.role == .region else { return nil }
    items = source.state.inquiries.map { Self.item($0, source) }
    links = [.sendInquiries, .allocate, .declineRequest].compactMap { source.link($0) }
    if items.isEmpty && links.isEmpty && draw == nil { return nil }
  }

  /// A link to the replay for any party that was told of a draw.
  static func drawLink(_ source: CaseSource) -> CaseLink? {
    let drawn = source.view.events.contains { recorded in
      if case .performerAllocated(let allocation) = recorded.event {
        allocation.draw != nil
      } else {
        false
      }
    }
    return drawn
      ? CaseLink(
        text: source.say(CaseInquiriesTexts.draw), href: SiteAddress.draw(source.id).href) : nil
  }

  private static func item(_ inquiry: Inquiry, _ source: CaseSource) -> Item {
    let answer = inquiry.answer.map { AssessmentEvent.inquiryAnswered($0).text(source.names) }
    var withdraw: CaseLink?
    let stands = inquiry.isOpen || inquiry.isAccepted
    if stands, source.allows(.withdrawInquiry) {
      withdraw = CaseLink(
        text: source.say(CaseActionTexts.title(.withdrawInquiry)),
        href: SiteAddress.action(source.id, .withdrawInquiry)
          .href([("utforare", inquiry.performer.text)]),
        context: source.names.performer(inquiry.performer))
    }
    return Item(
      name: source.names.performer(inquiry.performer), asked: inquiry.at.day,
      answerBy: inquiry.sent.answerBy, badge: badge(inquiry, source),
      answer: (answer?.details ?? []).map { "\(source.say($0.label)): \(source.say($0.value))" },
      withdraw: withdraw)
  }

  private static func badge(_ inquiry: Inquiry, _ source: CaseSource) -> Badge {
    switch inquiry.closed {
    case .withdrawn: return Badge(.rest, source.say(CaseInquiriesTexts.withdrawn), icon: .close)
    case .otherChosen: return Badge(.rest, source.say(CaseInquiriesTexts.other), icon: .close)
    case .requestEnded: return Badge(.rest, source.say(CaseInquiriesTexts.ended), icon: .close)
    case nil: break
    }
    guard let answer = inquiry.answer else {
      let isLate = inquiry.sent.answerBy < source.moment.day
      return Badge(
        isLate ? .soon : .rest,
        source.say(isLate ? CaseInquiriesTexts.late : CaseInquiriesTexts.waits), icon: .wait)
    }
    if answer.accepts { return Badge(.done, source.say(CaseInquiriesTexts.yes)) }
    return Badge(
      .rest, source.say(answer.conflict ? CaseInquiriesTexts.conflict : CaseInquiriesTexts.no),
      icon: .close)
  }

  func html(_ language: Language) -> HTML {
    let below = links + [draw].compactMap { $0 }
    return Card(
      "inquiries", CaseInquiriesTexts.title[language],
      foot: below.isEmpty ? .empty : .row(below.map(\.html))
    ) {
      if items.isEmpty { p(.class("muted")) { CaseInquiriesTexts.none[language] } }
      ul(.class("ruled")) {
        for item in items {
          li(.class("stack-s")) {
            div(.class("row", "row--apart")) {
              b { item.name }
              item.badge.html
            }
            p(.class("small", "muted")) {
              CaseInquiriesTexts.dates(item.asked, item.answerBy)[language]
            }
            for line in item.answer { p(.class("small")) { line } }
            if let withdraw = item.withdraw {
              p(.class("small", "no-print")) { withdraw.html }
            }
          }
        }
      }
    }.html
  }
}

enum CaseInquiriesTexts {
  static let title = Bilingual(sv: "Val av utförare", en: "Choice of performer")
  static let none = Bilingual(sv: "Ingen utförare är tillfrågad.", en: "No performer is asked.")
  static let draw = Bilingual(sv: "Gör om lottningen", en: "Replay the draw")
  static let withdrawn = Bilingual(sv: "Återtagen", en: "Withdrawn")
  static let other = Bilingual(sv: "En annan valdes", en: "Another was chosen")
  static let ended = Bilingual(sv: "Stängd", en: "Closed")
  static let waits = Bilingual(sv: "Väntar på svar", en: "Waiting")
  static let late = Bilingual(sv: "Inget svar i tid", en: "No answer in time")
  static let yes = Bilingual(sv: "Tackade ja", en: "Accepted")
  static let no = Bilingual(sv: "Tackade nej", en: "Declined")
  static let conflict = Bilingual(sv: "Jäv", en: "Conflict of interest")

  static func dates(_ asked: Day, _ answerBy: Day) -> Bilingual {
    let from = asked.shortWords
    let to = answerBy.shortWords
    return Bilingual(
      sv: "Tillfrågad \(from.sv), svar senast \(to.sv).",
      en: "Asked \(from.en), answer by \(to.en).")
  }
}
