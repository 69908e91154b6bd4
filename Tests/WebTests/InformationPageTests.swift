// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup
import RuleData
import Testing

@testable import Service
@testable import Web

@Suite struct `Information pages` {
  private let today = Day("2026-05-20")!

  private func check(_ bytes: [UInt8]) -> String {
    let text = ListFixture.text(bytes)
    #expect(PageCheck(text).faults.isEmpty, "\(PageCheck(text).faults)")
    return text
  }

  @Test func `every rule of the book has a topic`() throws {
    let book = try RuleBookFile.load()
    let lost = book.rules.filter { RuleTopic($0) == .other }.map(\.id)
    #expect(lost.isEmpty, "\(lost)")
  }

  @Test(arguments: Language.allCases)
  func `an unknown rule stands as unknown`(language: Language) throws {
    let book = try RuleBookFile.load()
    let unknown = book.rules.filter { !$0.value.isKnown }
    #expect(!unknown.isEmpty)
    for rule in unknown {
      #expect(RuleText(rule, language).value == RulesTexts.unknown[language])
      #expect(RuleText(rule, language).valueHTML.string.contains("badge"))
    }
    let text = check(
      rulesPage(RulesModel(book, text: "", language), frame: Components.frame(language)))
    #expect(book.rules.allSatisfy { text.contains("/regler/\($0.id)") })
  }

  @Test func `a service target is marked as no law, and law is not`() throws {
    let book = try RuleBookFile.load()
    let target = try #require(book.row("CFG_REPLY_2018"))
    #expect(RuleText(target, .sv).source.string.contains("src--target"))
    #expect(RuleTopic(target) == .serviceTargets)
    let law = try #require(book.row("DELIV_BASE_DAYS"))
    #expect(!RuleText(law, .sv).source.string.contains("src--target"))
    #expect(RuleText(law, .sv).value == "25 vardagar")
  }

  @Test func `the words of the filter must all be in a rule`() throws {
    let book = try RuleBookFile.load()
    let model = RulesModel(book, text: "8 § VARDAGAR", .sv)
    let found = model.groups.flatMap(\.rules).map(\.id)
    #expect(found.contains("DELIV_BASE_DAYS"))
    #expect(!found.contains("SJUKLON_DAYS"))
    let none = RulesModel(book, text: "<script>", .sv)
    let text = check(rulesPage(none, frame: Components.frame(.sv)))
    #expect(none.count == 0 && text.contains(RulesTexts.nothing.sv))
    #expect(!text.contains("<script>\""))
  }

  @Test func `the version that applies depends on the day asked for`() throws {
    let book = try RuleBookFile.load()
    let now = try #require(
      RuleModel("DELIV_BASE_DAYS", in: book, typed: nil, today: today))
    #expect(now.inForce?.id == "DELIV_BASE_DAYS" && now.versions.count == 2)
    let then = try #require(
      RuleModel("DELIV_BASE_DAYS", in: book, typed: "2023-01-01", today: today))
    #expect(then.inForce?.id == "DELIV_BASE_WEEKS_OLD")
    let before = try #require(
      RuleModel("DELIV_BASE_DAYS", in: book, typed: "2010-01-01", today: today))
    #expect(before.inForce == nil)
    let wrong = try #require(
      RuleModel("DELIV_BASE_DAYS", in: book, typed: "snart", today: today))
    #expect(wrong.fault != nil && wrong.day == today)
    #expect(RuleModel("NO_SUCH_RULE", in: book, typed: nil, today: today) == nil)
    for model in [now, then, before, wrong] {
      _ = check(rulePage(model, frame: Components.frame(.sv)))
    }
  }

  @Test func `an amount that nobody has seen is said to be unknown on its day`() throws {
    let book = try RuleBookFile.load()
    let model = try #require(
      RuleModel("COMP_MAX_LAKARE", in: book, typed: "2021-03-01", today: today))
    let text = check(rulePage(model, frame: Components.frame(.sv)))
    #expect(text.contains("Värdet den 1 mars 2021 är okänt."))
  }

  @Test func `the calendar shows the named days of a year and the note of the policy`() throws {
    let book = try CalendarFile.load()
    let model = CalendarModel(book, query: FormValues(urlEncoded: "ar=2026"), today: today)
    let midsummer = try #require(model.freeDays.first { $0.name.sv == "midsommarafton" })
    #expect(midsummer.day == Day("2026-06-19"))
    let text = check(calendarPage(model, frame: Components.frame(.sv)))
    #expect(text.contains("midsommarafton") && text.contains(book.standard.note.sv))
    let far = CalendarModel(book, query: FormValues(urlEncoded: "ar=9999"), today: today)
    #expect(far.year == book.standard.lastYear && far.yearAfter == nil)
  }

  @Test func `a count of workdays shows what was skipped`() throws {
    let book = try CalendarFile.load()
    let query = FormValues(urlEncoded: "dag=2026-06-18&antal=1")
    let model = CalendarModel(book, query: query, today: today)
    guard case .counted(let count) = model.answer else {
      Issue.record("nothing was counted")
      return
    }
    #expect(count.day == Day("2026-06-22"))
    #expect(count.skipped.map(\.day.dayOfMonth) == [19, 20, 21])
    let text = check(calendarPage(model, frame: Components.frame(.en)))
    #expect(text.contains("Monday 22 June 2026"))
  }

  @Test func `a count that cannot be made says why and keeps what was typed`() throws {
    let book = try CalendarFile.load()
    let query = FormValues(urlEncoded: "dag=i+g%C3%A5r&antal=900")
    let model = CalendarModel(book, query: query, today: today)
    guard case .faults(let faults) = model.answer else {
      Issue.record("a count was made")
      return
    }
    #expect(faults.map(\.field) == ["dag", "antal"])
    let text = check(calendarPage(model, frame: Components.frame(.sv)))
    #expect(text.contains("value=\"i går\"") && text.contains("value=\"900\""))
  }

  @Test(arguments: Language.allCases)
  func `text pages are well-formed in both languages`(language: Language) {
    let frame = Components.frame(language)
    _ = check(
      textPage(
        AccessibilityTexts.title, lead: AccessibilityTexts.lead,
        sections: AccessibilityTexts.sections, frame: frame))
    _ = check(
      textPage(
        PrivacyTexts.title, lead: PrivacyTexts.lead, sections: PrivacyTexts.sections,
        frame: frame))
    for role in [PartyRole.fk, .region, .performer] {
      let text = check(helpPage(HelpModel(own: role), frame: frame))
      #expect(text.contains(HelpTexts.yours[language]))
    }
    #expect(HelpModel(own: .performer).roles == [.performer, .fk, .region])
  }

  private func member(_ id: String, _ name: String, _ party: Party) -> StaffMember {
    StaffMember(
      id: id, name: name, function: .regionCoordinator, party: party, organisation: id,
      title: Bilingual(sv: "Samordnare", en: "Coordinator"))
  }

  @Test func `only an assignment of the same person can be switched to`() {
    let alva = member("a", "Alva", .fk)
    let people = [alva, member("b", "Alva", .fk), member("c", "Jon", .fk)]
    #expect(AccountModel.others(of: alva, among: people).map(\.id) == ["b"])
  }

  @Test(arguments: Language.allCases)
  func `account and clock pages are well-formed`(language: Language) {
    let alva = member("a", "Alva", .fk)
    let model = AccountModel(
      member: alva, density: .compact, others: [member("b", "Alva", .fk)])
    let account = check(accountPage(model, frame: Components.frame(language)))
    #expect(account.contains("/logga-ut") && account.contains("/uppdrag"))
    let clock = ClockModel(
      today: today, typed: "x", fault: TypedDay.fault, isMoved: false)
    #expect(
      check(clockPage(clock, frame: Components.frame(language))).contains("value=\"x\""))
  }

  @Test func `the demonstration's day must be one that the calendar knows`() throws {
    let calendar = try CalendarFile.load().standard
    #expect(
      ClockModel.read("2026-06-01", today: today, calendar: calendar).day == Day("2026-06-01"))
    let far = ClockModel.read("2500-01-01", today: today, calendar: calendar)
    #expect(far.day == nil && far.fault != nil)
    #expect(ClockModel.read("snart", today: today, calendar: calendar).fault == TypedDay.fault)
  }
}
