// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Markup
import Testing

@testable import Web

@Suite struct `Components` {
  @Test(arguments: Language.allCases)
  func `every example is well-formed, with unique ids and named controls`(language: Language) {
    for component in Gallery.components {
      let examples = Gallery.examples(of: component, language)
      #expect(!examples.isEmpty, "\(component)")
      let faults = PageCheck(HTML.row(examples).string).faults
      #expect(faults.isEmpty, "\(component): \(faults)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the whole gallery page is well-formed and keeps ids apart`(language: Language) {
    let page = String(
      decoding: PageShell(Self.frame(language)) { Gallery.html(language) }.render(),
      as: UTF8.self)
    let faults = PageCheck(page).faults.filter { !$0.hasPrefix("dangling") }
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test func `the gallery shows every component there is`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Web/Components").resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let kind = #/(?:struct|enum) (\w+): [^{]*\bComponent\b[^{]*\{/#
    var declared: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: kind) { declared.insert(String(match.1)) }
    }
    #expect(declared.count > 30)
    #expect(declared == Set(Gallery.components.map { "\($0)" }))
  }

  @Test func `names and purposes differ between components and languages`() {
    for language in Language.allCases {
      let purposes = Gallery.components.map { $0.purpose[language] }
      #expect(Set(purposes).count == purposes.count)
    }
    for component in Gallery.components {
      #expect(component.purpose.sv != component.purpose.en, "\(component)")
    }
  }

  @Test(arguments: Gallery.components.map { "\($0)" })
  func `hostile values never become markup`(component: String) {
    let bad = "<b onclick=x>'\"&"
    let parts: [HTML] = [
      Badge(.late, bad).html, Notice(.note, bad, bad).html, PageHead(bad, lead: bad).html,
      TextField(frame: FieldFrame("f", bad, hint: bad, error: bad), value: bad).html(.sv),
      TextField(frame: FieldFrame("g", bad), value: bad, lines: 3).html(.sv),
      DateField(frame: FieldFrame("h", bad), value: bad).html(.sv),
      SummaryList([.init(bad, bad)]).html(.sv),
      TaskList([.init(bad, .shut(because: bad))]).html(.sv),
      DataTable(id: "t", caption: bad, columns: [.init(bad)], rows: [[.text(bad)]]).html(.sv),
      ErrorSummary([FieldError("f", bad)]).html(.sv),
    ]
    let text = HTML.row(parts).string
    #expect(!text.contains("<b onclick"))
    #expect(PageCheck(text).faults.isEmpty, "\(PageCheck(text).faults)")
  }

  /// A frame with everything in it.
  static func frame(_ language: Language) -> PageFrame {
    let here = Href(path: ["x"])
    var frame = PageFrame(
      language: language, title: "Prov",
      addresses: .init(
        home: here, search: here, help: here, otherLanguage: here, stylesheet: here,
        script: here, icon: here))
    frame.token = "token"
    frame.user = .init(name: "Alva Maria Exempelsson", account: here, signOut: here)
    let office = PageFrame.Assignment(
      value: "1", party: .region, organisation: "Region Östergötland", role: "Samordnare")
    frame.office = .init(current: office, others: [office], switchTo: here)
    frame.navigation = [
      .init("Arbete", [.init("Att göra", .inbox, here, count: 3, isHot: true, isCurrent: true)])
    ]
    frame.demonstration = .init(day: Day(number: 20_593), change: here)
    frame.printHead = .init(
      subject: "Prov", printed: Instant(milliseconds: 0), hasPersonalData: true)
    frame.live = .init(stream: Href(path: ["live"]), place: "7f")
    return frame
  }
}

@Suite struct `Page shell` {
  private func render(_ frame: PageFrame) -> String {
    String(decoding: PageShell(frame) { h1 { "Rubrik" } }.render(), as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `the frame is well-formed and in the page's language`(language: Language) {
    let page = render(Components.frame(language))
    #expect(PageCheck(page).faults.isEmpty, "\(PageCheck(page).faults)")
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(page.contains(ShellTexts.skip[language]))
    let other: Language = language == .sv ? .en : .sv
    #expect(!page.contains(ShellTexts.skip[other]))
    #expect(page.contains("hreflang=\"\(other.rawValue)\""))
  }

  @Test(arguments: [PageFrame.Layout.work, .person, .solo])
  func `every layout has one main, one h1 and a skip link to it`(layout: PageFrame.Layout) {
    var frame = Components.frame(.sv)
    frame.layout = layout
    let page = render(frame)
    #expect(page.split(separator: "<main ").count == 2)
    #expect(page.split(separator: "<h1").count == 2)
    #expect(page.contains("href=\"#content\"") && page.contains("id=\"content\""))
    #expect(PageCheck(page).faults.isEmpty)
  }

  @Test func `there is no inline script, style or handler`() {
    let page = render(Components.frame(.sv))
    #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains(" on"))
    #expect(page.contains("<script src=\"/x\" defer></script>"))
    #expect(page.split(separator: "<script").count == 2)
  }

  @Test func `the title says error first and which page of a list it is`() {
    var frame = Components.frame(.sv)
    frame.title = "Ärenden"
    #expect(frame.fullTitle == "Ärenden – Samsyn")
    frame.page = (2, 4)
    frame.hasErrors = true
    #expect(frame.fullTitle == "Fel: Ärenden, sida 2 av 4 – Samsyn")
    frame.language = .en
    #expect(frame.fullTitle == "Error: Ärenden, page 2 of 4 – Samsyn")
  }

  @Test func `print head, live position, demonstration and token are on the page`() {
    let page = render(Components.frame(.sv))
    #expect(page.contains("Innehåller personuppgifter · utskrivet 1970-01-01 kl. 01.00"))
    #expect(page.contains("data-live=\"/live\" data-place=\"7f\""))
    #expect(page.contains("onsdag 20 maj 2026"))
    let posts = page.split(separator: "method=\"post\"").count - 1
    #expect(posts == 3)
    #expect(page.split(separator: "name=\"csrf\" value=\"token\"").count - 1 == posts)
  }

  @Test func `initials are those of the first and the last name`() {
    #expect(TopBar.initials(of: "Alva Maria Exempelsson") == "AE")
    #expect(TopBar.initials(of: "åsa") == "Å")
    #expect(TopBar.initials(of: "") == "")
  }
}

@Suite struct `Words of components` {
  @Test func `days are written as people write them`() throws {
    let day = try #require(Day("2026-06-12"))
    let sv = DateText(.sv)
    let en = DateText(.en)
    #expect(sv.text(day, .full) == "fredag 12 juni 2026")
    #expect(sv.text(day, .short) == "fre 12 juni")
    #expect(sv.text(day) == "2026-06-12")
    #expect(sv.week(day) == "v. 24")
    #expect(en.text(day, .sentence) == "Friday 12 June")
    let time = try #require(TimeOfDay(hour: 9, minute: 30))
    #expect(sv.clock(time) == "kl. 09.30")
    #expect(en.clock(time) == "09:30")
    #expect(sv.tag(day, .short).string.contains("datetime=\"2026-06-12\">fre 12 juni<"))
  }

  @Test func `numbers and amounts are grouped`() {
    #expect(CountText.grouped(1_234_567) == "1\u{A0}234\u{A0}567")
    #expect(CountText.grouped(-1_000) == "−1\u{A0}000")
    #expect(CountText.kronor(ore: 1_920_000) == "19\u{A0}200\u{A0}kr")
    #expect(CountText.kronor(ore: 156_005) == "1\u{A0}560,05\u{A0}kr")
    #expect(CountText.kronor(ore: -50) == "−0,50\u{A0}kr")
    #expect(CountText.workdaysLeft.text(1, .sv) == "1 vardag kvar")
    #expect(CountText.workdaysLeft.text(17, .sv) == "17 vardagar kvar")
  }

  @Test func `pagination shows the ends and the neighbours`() {
    let text = Pagination(page: 6, pageCount: 20) { .query([("p", "\($0)")]) }.html(.sv).string
    for number in [1, 5, 7, 20] { #expect(text.contains("?p=\(number)\"")) }
    for number in [2, 4, 8, 19] { #expect(!text.contains("?p=\(number)\"")) }
    #expect(text.contains("rel=\"prev\"") && text.contains("rel=\"next\""))
    #expect(Pagination(page: 1, pageCount: 1) { _ in .fragment("x") }.html(.sv).isEmpty)
  }

  @Test func `a field ties label, hint and error to its control`() {
    let frame = FieldFrame("dag", "Dag", hint: "Hjälp", error: "Fel dag", isOptional: true)
    let text = DateField(frame: frame, value: "20260612").html(.sv).string
    #expect(text.contains("<label for=\"dag\">"))
    #expect(text.contains("aria-describedby=\"dag-hint dag-error dag-echo\""))
    #expect(text.contains("aria-invalid=\"true\"") && text.contains("(valfritt)"))
    #expect(text.contains("fredag 12 juni 2026") && text.contains("value=\"20260612\""))
    #expect(text.contains("autocomplete=\"off\""))
  }

  @Test func `a task that is shut says why and is no link`() {
    let text = TaskList([.init("Begär ersättning", .shut(because: "det saknas."))]).html(.sv).string
    #expect(text.contains("<b>Därför att</b> det saknas."))
    #expect(!text.contains("<a "))
  }

  @Test func `a service target says that it is not law`() {
    #expect(SourceMark.target("Svar").html(.sv).string.contains("Servicemål, inte lag"))
    #expect(!SourceMark.law("8 §").html(.sv).string.contains("inte lag"))
  }

  @Test func `the lanes say in words who wrote and who got what`() {
    let entry = LaneTimeline.Entry(
      day: Day(number: 20_593), author: .fk, full: [.performer, .region], facts: [.insured],
      title: "x")
    let text = LaneDrawing(entry: entry, language: .sv).html.string
    #expect(
      text.contains(
        "Från Försäkringskassan till regionen och utföraren. "
          + "Bara uppgift om att det skett till den försäkrade."))
  }
}

@Suite struct `Deadline calendar` {
  private var long: DeadlineCalendar {
    get throws { try #require(DeadlineExamples(language: .sv).all[1].calendar) }
  }

  @Test func `days are numbered, lettered and laid out in whole weeks`() throws {
    let calendar = try #require(DeadlineExamples(language: .sv).all[0].calendar)
    #expect(calendar.weeks.count == 12)
    #expect(calendar.weeks.allSatisfy { $0.count == 7 && $0[0].weekday == .monday })
    let kinds = calendar.kinds
    #expect(kinds[try #require(Day("2026-03-24"))] == .start)
    #expect(kinds[try #require(Day("2026-03-25"))] == .counted(1))
    #expect(kinds[try #require(Day("2026-04-30"))] == .counted(25))
    #expect(kinds[try #require(Day("2026-04-03"))] == .skipped("långfredagen"))
    #expect(kinds[try #require(Day("2026-03-28"))] == .skipped(nil))
    #expect(kinds[try #require(Day("2026-06-01"))] == .extended(20))
    #expect(kinds[try #require(Day("2026-06-11"))] == .deferred)
    #expect(kinds[try #require(Day("2026-06-13"))] == .outside)
    #expect(calendar.lettered.map(\.letter) == ["a", "b", "c", "d"])
    #expect(calendar.weekendDayCount == 22)
    #expect(DeadlineCalendar.letter(26) == "aa")
  }

  @Test func `a long time is broken into blocks of equal width`() throws {
    let blocks = try long.blocks
    #expect(blocks.count == 2)
    #expect(Set(blocks.map(\.count)).count == 1)
    #expect(blocks.allSatisfy { $0.count <= 13 })
  }

  @Test func `today is drawn even when the last day has just passed`() throws {
    let calendar = try long
    #expect(calendar.weeks.joined().contains(calendar.today))
  }

  @Test func `every drawn day is named once in words`() throws {
    let calendar = try #require(DeadlineExamples(language: .sv).all[0].calendar)
    let text = DeadlineFigure(calendar: calendar, language: .sv).html.string
    #expect(text.contains("fredag 12 juni: anstånd. Sista dag<"))
    #expect(text.contains("onsdag 20 maj: förlängning, vardag 12 av 20. I dag<"))
    #expect(text.contains("torsdag 30 april: vardag 25 av 25. Tidigare sista dag<"))
    #expect(text.split(separator: "class=\"sr\"").count - 2 == calendar.weeks.count * 7)
  }

  @Test func `a day stated otherwise than computed is pointed out`() {
    let card = DeadlineExamples(language: .sv).all[2]
    #expect(card.html(.sv).string.contains("skiljer sig från den uträknade"))
  }

  @Test func `an unknown day stays unknown`() {
    let text = DeadlineExamples(language: .sv).all[3].html(.sv).string
    #expect(text.contains("Inte satt än") && !text.contains("<time"))
  }
}

@Suite struct `Page check` {
  @Test(arguments: [
    "<p><b></p>", "<p>", "<input id=\"a\">", "<p id=\"a\"></p><p id=\"a\"></p>",
    "<label for=\"b\"></label>", "<p class=a></p>", "<img id=\"x\">", "<th></th>",
    "<p aria-describedby=\"none\"></p>", "<p id=\"a\" id=\"b\"></p>",
    "<a href=\"JavaScript:x\"></a>",
  ])
  func `a faulty page is found out`(page: String) {
    #expect(!PageCheck(page).faults.isEmpty)
  }
}

/// A small reader of pages that finds what a browser would silently mend.
struct PageCheck {
  private(set) var faults: [String] = []
  private var ids: Set<String> = []
  private var references: [(kind: String, id: String)] = []
  private var controls: [[String: String]] = []

  private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

  init(_ page: String) {
    var open: [String] = []
    for match in page.matches(of: #/<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>/#) {
      let name = String(match.2)
      if match.1 == "/" {
        if open.last == name { open.removeLast() } else { faults.append("</\(name)> in \(open)") }
        continue
      }
      note(name, attributes(String(match.3)), inLabel: open.contains("label"))
      if !Self.void.contains(name) { open.append(name) }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
    finish()
  }

  private mutating func attributes(_ text: String) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text[...]
    let one = #/^\s+([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"<>]*)")?/#
    while let match = rest.firstMatch(of: one) {
      let name = String(match.1)
      if found.updateValue(String(match.2 ?? ""), forKey: name) != nil {
        faults.append("\(name) twice")
      }
      rest = rest[match.range.upperBound...]
    }
    if !rest.isEmpty { faults.append("unreadable: \(rest)") }
    return found
  }

  private mutating func note(_ name: String, _ attributes: [String: String], inLabel: Bool) {
    if let id = attributes["id"], !ids.insert(id).inserted { faults.append("id \(id) twice") }
    for kind in ["for", "aria-labelledby", "aria-describedby", "data-echo"] {
      for id in attributes[kind, default: ""].split(separator: " ") {
        references.append((kind, String(id)))
      }
    }
    if name == "a", let href = attributes["href"], href.hasPrefix("#") {
      references.append(("dangling link", String(href.dropFirst())))
    }
    let isControl = ["input", "select", "textarea"].contains(name)
    if isControl, attributes["type"] != "hidden", !inLabel { controls.append(attributes) }
    if name == "img", attributes["alt"] == nil { faults.append("img without alt") }
    if name == "th", attributes["scope"] == nil { faults.append("th without scope") }
    if attributes["href"]?.lowercased().hasPrefix("javascript") == true { faults.append("script") }
  }

  private mutating func finish() {
    let labelled = Set(references.filter { $0.kind == "for" }.map(\.id))
    for control in controls where !labelled.contains(control["id"] ?? "") {
      faults.append("control without label: \(control)")
    }
    for reference in references where !ids.contains(reference.id) {
      // Examples link to places that only a whole page has.
      if reference.kind != "dangling link" { faults.append("\(reference)") }
    }
  }
}
