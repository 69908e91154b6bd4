// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The statement's way to Försäkringskassan, and what was asked about it.
struct CaseStatement: Sendable {
  struct Supplement: Sendable {
    let asked: Day
    /// The questions that the reader was sent, one for each section or one about the whole.
    let questions: [String]
    let answerBy: Day?
    let sent: Day?
    let arrived: Day?
    let link: CaseLink?
  }

  /// Why the statement is not where one would look for it.
  let standing: Bilingual?
  let lines: [(term: String, day: Day)]
  let supplements: [Supplement]
  let links: [CaseLink]

  init?(_ source: CaseSource) {
    let links =
      Self.own(source)
      + [
        ActionKind.sendStatement, .releaseStatement, .recordStatementArrival,
        .requestStatementSupplement, .recordOpposition, .withdrawOpposition, .endAssessment,
      ].compactMap {
        $0 == .endAssessment && source.state.statement == nil ? nil : source.link($0)
      }
    standing = CaseStatementTexts.standing(source)
    guard let statement = source.state.statement else {
      guard !links.isEmpty || standing != nil else { return nil }
      self.links = links
      lines = []
      supplements = []
      return
    }
    self.links = links
    lines = [
      (CaseStatementTexts.sent, statement.sentDay),
      (CaseStatementTexts.arrived, statement.arrivedDay),
      (EventLabel.lastSupplementDay, statement.lastSupplementRequestDay),
    ].compactMap { term, day in day.map { (source.say(term), $0) } }
    supplements = statement.supplements.map { supplement in
      let kind: ActionKind =
        source.party.role == .fk ? .recordSupplementArrival : .sendStatementSupplement
      let isDone = source.party.role == .fk ? supplement.arrivedDay : supplement.sentDay
      return Supplement(
        asked: supplement.at.day, questions: supplement.questions.compactMap(\.question),
        answerBy: supplement.requested.answerBy, sent: supplement.sentDay,
        arrived: supplement.arrivedDay,
        link: isDone == nil ? source.link(kind, supplement.requested.number) : nil)
    }
  }

  /// The statement's own pages: to write it, to read it.
  private static func own(_ source: CaseSource) -> [CaseLink] {
    guard source.asOf == nil else { return [] }
    let href = SiteAddress.statement(source.id).href
    if source.state.statement?.signed != nil, source.view.documentAccess == nil {
      return [CaseLink(text: source.say(CaseStatementTexts.read), href: href)]
    }
    let writes = source.state.statementAccess(of: source.view.actor) == nil
    guard writes, source.state.statement == nil, source.state.order?.isAccepted == true else {
      return []
    }
    return [CaseLink(text: source.say(StatementPageTexts.write), href: href)]
  }

  func html(_ language: Language) -> HTML {
    Card(
      "statement", CaseStatementTexts.title[language],
      foot: links.isEmpty ? .empty : .row(links.map(\.html))
    ) {
      div(.class("stack")) {
        if let standing {
          Notice(.note, standing[language]).html
        } else if lines.isEmpty {
          p(.class("muted")) { CaseStatementTexts.notSent[language] }
        }
        if !lines.isEmpty { facts(lines, language) }
        for supplement in supplements {
          div(.class("stack-s")) {
            h3 {
              CaseStatementTexts.supplement[language] + " "
                + DateText(language).text(supplement.asked, .dayMonth)
            }
            if supplement.questions.isEmpty {
              p { CaseStatementTexts.noQuestion[language] }
            }
            for question in supplement.questions { p { question } }
            facts(
              [
                (EventLabel.answerBy, supplement.answerBy),
                (CaseStatementTexts.sent, supplement.sent),
                (CaseStatementTexts.arrived, supplement.arrived),
              ].compactMap { term, day in day.map { (term[language], $0) } }, language)
            if let link = supplement.link { p(.class("no-print")) { link.html } }
          }
        }
      }
    }.html
  }

  private func facts(_ lines: [(term: String, day: Day)], _ language: Language) -> HTML {
    SummaryList(
      lines.map { .init($0.term, DateText(language).text($0.day, .full)) }, isSmall: true
    ).html(language)
  }
}

enum CaseStatementTexts {
  static let title = Bilingual(sv: "Utlåtande", en: "Statement")
  static let notSent = Bilingual(
    sv: "Utlåtandet är inte skickat.", en: "The statement has not been sent.")
  static func standing(_ source: CaseSource) -> Bilingual? {
    if source.state.opposition != nil && source.state.statement == nil { return opposed }
    let isKept = source.state.statement?.isKeptFromInsured == true
    return isKept && source.party.role == .performer ? kept : nil
  }
  static let opposed = Bilingual(
    sv: "Den försäkrade motsätter sig att utlåtandet lämnas. Det stannar hos utföraren, och "
      + "regionen får ersättning ändå (11 § förordning 2018:1633).",
    en: "The insured opposes that the statement is handed over. It stays at the performer, and "
      + "the region is still compensated (Ordinance 2018:1633, section 11).")
  static let kept = Bilingual(
    sv: "Den försäkrade kan läsa utlåtandet först när ni har släppt det.",
    en: "The insured can read the statement only when you have released it.")
  static let sent = Bilingual(sv: "Skickat", en: "Sent")
  static let read = Bilingual(sv: "Läs utlåtandet", en: "Read the statement")
  static let arrived = Bilingual(
    sv: "Hos Försäkringskassan", en: "At Försäkringskassan")
  static let supplement = Bilingual(sv: "Komplettering begärd", en: "Supplement requested")
  static let noQuestion = Bilingual(
    sv: "Frågan har inte skickats till er här.", en: "The question was not sent to you here.")
}
