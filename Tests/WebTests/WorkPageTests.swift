// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup
import Testing

@testable import Service
@testable import Web

/// Rows of lists as the service would give them.
enum ListFixture {
  static let today = Day("2026-05-20")!
  static let soonDay = Day("2026-05-27")!
  static let performer = try! HSAID("SE0000000000-EKEN")
  static let source = DueSource(rules: try! RuleBook([]), on: today)

  static func row(
    _ serial: Int, status: Status = .visitToBook, name: String? = "Maja Exempelsson",
    town: String? = "Linköping", due: Day? = nil, basis: DueBasis? = nil, daysLeft: Int? = nil,
    isProtected: Bool = false, isDisposed: Bool = false, deviations: Int = 0,
    agencyNumber: String? = "FK26-1"
  ) -> CaseListRow {
    CaseListRow(
      id: try! CaseNumber(year: 2026, serial: serial), status: status, region: nil,
      performer: performer, openedDay: Day("2026-04-01")!, completeDay: nil, dueDay: due,
      dueBasis: basis, endedDay: nil, daysLeft: daysLeft,
      isOverdue: due.map { $0 < today } == true, deviations: deviations,
      isProtected: isProtected, isDisposed: isDisposed,
      line: CaseLine(
        name: name, personNumber: nil, agencyNumber: agencyNumber,
        performerName: "Utredningsenheten Eken", town: town, interpreterLanguage: nil,
        isExtended: false))
  }

  static func task(
    _ code: TaskCode, _ row: CaseListRow, subject: Int? = nil, due: Day? = nil,
    basis: DueBasis? = nil, daysLeft: Int? = nil
  ) -> TaskListRow {
    TaskListRow(
      code: code, subject: subject, dueDay: due, basis: basis, daysLeft: daysLeft, row: row)
  }

  static func page(_ rows: [CaseListRow], total: Int? = nil, next: String? = nil) -> CaseListPage {
    CaseListPage(
      rows: rows, total: total ?? rows.count, isTotalAtLeast: false, next: next, previous: nil)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct `Work queue` {
  private func model(
    _ tasks: [TaskListRow], role: PartyRole = .region, page: Int = 1, next: String? = nil
  ) -> TasksModel {
    TasksModel(
      role: role, today: ListFixture.today, soonDay: ListFixture.soonDay, tasks: tasks,
      next: next, page: page, counts: .init(late: 1, soon: 1, later: 2),
      waiting: [.fk: 9, .performer: 19, role: 3], news: [ListFixture.row(9)],
      source: ListFixture.source)
  }

  @Test func `tasks stand in groups by how near their last day is`() {
    let row = ListFixture.row(1)
    let days = ["2026-05-19", "2026-05-20", "2026-05-27", "2026-05-28"].map { Day($0)! }
    let tasks = days.map { ListFixture.task(.bookVisit, row, due: $0, basis: .law) }
    let model = model(tasks + [ListFixture.task(.acceptOrder, row)])
    #expect(model.groups.map(\.group) == [.late, .soon, .later, .none])
    #expect(model.groups.map(\.tasks.count) == [1, 2, 1, 1])
  }

  @Test func `a day that passed on the weekend is not said to have workdays left`() {
    let row = ListFixture.row(1, due: Day("2026-05-16")!, basis: .law, daysLeft: 0)
    let task = ListFixture.task(.bookVisit, row, due: row.dueDay, basis: .law, daysLeft: 0)
    let queue = JobQueue(groups: [
      .init(
        id: "late", title: "Försenat", icon: .alert,
        jobs: [model([task]).job(task, in: .late, .sv)])
    ])
    let table = CasesTable(role: .region, regionNames: [:], source: ListFixture.source)
      .table([row], caption: "Ärenden", .sv)
    for html in [queue.html(.sv), table.html(.sv)] {
      let text = html.string
      #expect(text.contains("passerad"))
      #expect(!text.contains("kvar</span>"))
    }
  }

  @Test func `a task leads to its action with the number of what it is about`() {
    let row = ListFixture.row(7)
    let visit = ListFixture.task(.reportVisit, row, subject: 2)
    #expect(
      TasksModel.address(visit).description == "/arenden/AFU-2026-0007/gor/reportVisit?nr=2")
    let request = ListFixture.task(.answerRequest, row)
    #expect(TasksModel.address(request).description == "/arenden/AFU-2026-0007/gor/allocate")
  }

  @Test func `a statement is reviewed on the page of the case`() {
    let task = ListFixture.task(.reviewStatement, ListFixture.row(7))
    #expect(TasksModel.address(task).description == "/arenden/AFU-2026-0007")
  }

  @Test(arguments: Language.allCases)
  func `the page is well-formed and names the basis of each day`(language: Language) {
    let row = ListFixture.row(1)
    let tasks = [
      ListFixture.task(
        .bookVisit, row, due: Day("2026-05-19")!, basis: .law, daysLeft: -1),
      ListFixture.task(
        .sendSummons, row, subject: 1, due: Day("2026-05-22")!, basis: .target, daysLeft: 2),
      ListFixture.task(
        .answerInquiry, row, due: Day("2026-06-22")!, basis: .stated, daysLeft: 20),
    ]
    let page = ListFixture.text(
      tasksPage(model(tasks, next: "x"), frame: Components.frame(language)))
    #expect(PageCheck(page).faults.isEmpty, "\(PageCheck(page).faults)")
    #expect(page.contains(DueSource.stated(for: .answerInquiry)[language]))
    #expect(page.contains("/arenden?nasta=performer"))
    // Our own turn is no waiting for others.
    #expect(!page.contains("/arenden?nasta=region"))
    #expect(page.contains("efter=x&amp;sida=2"))
  }

  @Test func `a protected person is never named in the queue`() {
    let row = ListFixture.row(1, name: "Hemlig Persson", town: "Gömstad", isProtected: true)
    var model = model([ListFixture.task(.bookVisit, row)])
    #expect(model.groups.count == 1)
    let page = ListFixture.text(tasksPage(model, frame: Components.frame(.sv)))
    #expect(!page.contains("Hemlig"))
    #expect(!page.contains("Gömstad"))
    #expect(page.contains("Skyddade uppgifter"))
    model = TasksModel(
      role: .region, today: ListFixture.today, soonDay: ListFixture.soonDay, tasks: [],
      next: nil, page: 1, counts: .init(), waiting: [:], news: [row],
      source: ListFixture.source)
    let news = ListFixture.text(tasksPage(model, frame: Components.frame(.sv)))
    #expect(!news.contains("Hemlig") && news.contains("Skyddade uppgifter"))
  }

  @Test func `a party that was not sent the name sees the town`() {
    let row = ListFixture.row(1, name: nil)
    let job = model([]).job(ListFixture.task(.answerRequest, row), in: .soon, .sv)
    #expect(job.meta.contains("Person i Linköping"))
  }

  @Test func `an empty queue says what will come`() {
    let page = ListFixture.text(tasksPage(model([]), frame: Components.frame(.sv)))
    #expect(page.contains(TasksTexts.nothing.sv))
  }

  @Test func `a count leads to its group, on the first page where it is not here`() {
    let later = ListFixture.task(.bookVisit, ListFixture.row(1), due: Day("2026-07-01")!)
    let second = model([later], page: 2)
    #expect(second.link(to: .later)?.description == "#senare")
    #expect(second.link(to: .late)?.description == "/att-gora#forsenat")
    #expect(model([later]).link(to: .late) == nil)
  }
}

@Suite struct `Overview of cases` {
  private static let query =
    "urval=all&lage=fas-order&nasta=fk&utforare=SE0000000000-EKEN&fran=2026-05-01"
    + "&till=20260630&avvikelser=ja&ordning=opened&riktning=ned&plats=abc&sida=3"

  private func model(
    _ rows: [CaseListRow], filter: CaseFilter = CaseFilter(), role: PartyRole = .region,
    next: String? = nil
  ) -> CasesModel {
    CasesModel(
      role: role, today: ListFixture.today, filter: filter,
      list: ListFixture.page(rows, next: next),
      performers: [(ListFixture.performer, "Utredningsenheten Eken")],
      source: ListFixture.source)
  }

  @Test func `the filter reads and writes its address alike`() {
    let filter = CaseFilter(FormValues(urlEncoded: Self.query))
    #expect(filter.cursor == "abc" && filter.page == 3)
    let address = filter.address(at: "abc", page: 3).description
    #expect(address == "/arenden?" + Self.query)
    let list = filter.query(today: ListFixture.today)
    #expect(list.state == .all && list.nextActor == .fk && list.onlyDeviations)
    #expect(list.statuses == Status.allCases.filter { $0.phase == .order })
    #expect(list.dueFrom == Day("2026-05-01") && list.dueTo == Day("2026-06-30"))
    #expect(list.sort == .opened && list.isDescending && list.cursor == "abc")
  }

  @Test func `each chip takes exactly one filter away and begins the list anew`() throws {
    let filter = CaseFilter(FormValues(urlEncoded: Self.query))
    let names = [ListFixture.performer: "Eken"]
    let chips = filter.chips(performers: names, today: ListFixture.today, .sv)
    #expect(chips.count == 7)
    for (index, chip) in chips.enumerated() {
      let address = try #require(chip.remove).description
      #expect(!address.contains("plats=") && !address.contains("sida="))
      #expect(address.contains("ordning=opened&riktning=ned"))
      let query = address.split(separator: "?").last ?? ""
      let left = CaseFilter(FormValues(urlEncoded: query))
        .chips(performers: names, today: ListFixture.today, .sv).map(\.text)
      var expected = chips.map(\.text)
      expected.remove(at: index)
      #expect(left == expected)
    }
    #expect(filter.isNarrowed)
    #expect(filter.cleared.description == "/arenden?ordning=opened&riktning=ned")
  }

  @Test func `a plain list has no chip and order is no filter`() {
    var filter = CaseFilter()
    #expect(filter.chips(performers: [:], today: ListFixture.today, .sv).isEmpty)
    filter.sort = .number
    #expect(!filter.isNarrowed)
  }

  @Test func `the next page keeps every filter`() throws {
    var filter = CaseFilter(FormValues(urlEncoded: Self.query))
    filter.cursor = nil
    filter.page = 1
    let next = try #require(model([ListFixture.row(1)], filter: filter, next: "dEf").nextPage)
    let read = CaseFilter(
      FormValues(urlEncoded: next.description.split(separator: "?").last ?? ""))
    #expect(read.items.map(\.0) == filter.items.map(\.0))
    #expect(read.items.map(\.1) == filter.items.map(\.1))
    #expect(read.cursor == "dEf" && read.page == 2)
  }

  @Test func `sorting by the column that holds turns the order round`() {
    let filter = CaseFilter()
    #expect(filter.sorted(by: .due).description == "/arenden?riktning=ned")
    #expect(filter.sorted(by: .number).description == "/arenden?ordning=number")
  }

  @Test func `a day that cannot be read stays in its field and is said to be wrong`() {
    var filter = CaseFilter()
    filter.from = "31 maj"
    filter.performer = "Eken"
    #expect(filter.query(today: ListFixture.today).dueFrom == nil)
    #expect(
      filter.faults(today: ListFixture.today).map(\.field)
        == [CaseFilter.Name.from, CaseFilter.Name.performer])
    let page = ListFixture.text(
      casesPage(model([], filter: filter, role: .fk), frame: Components.frame(.sv)))
    #expect(page.contains("value=\"31 maj\""))
    #expect(PageCheck(page).faults.isEmpty, "\(PageCheck(page).faults)")
  }

  @Test(arguments: [PartyRole.fk, .region, .performer], Language.allCases)
  func `the page is well-formed and has the columns of the role`(
    role: PartyRole, language: Language
  ) {
    let rows = [
      ListFixture.row(
        1, due: Day("2026-05-19")!, basis: .law, daysLeft: -1, deviations: 2),
      ListFixture.row(2, due: Day("2026-05-22")!, basis: .target, daysLeft: 2),
      ListFixture.row(3, name: nil, due: Day("2026-08-22")!, basis: .stated, daysLeft: 60),
    ]
    let page = ListFixture.text(
      casesPage(model(rows, role: role, next: "n"), frame: Components.frame(language)))
    #expect(PageCheck(page).faults.isEmpty, "\(PageCheck(page).faults)")
    func hasColumn(_ title: Bilingual) -> Bool {
      page.contains("data-label=\"\(title[language])\"")
    }
    #expect(hasColumn(CasesTexts.performer) == (role == .region))
    #expect(hasColumn(CasesTexts.performerAndRegion) == (role == .fk))
    #expect(hasColumn(CasesTexts.region) == (role == .performer))
    #expect(page.contains("aria-sort=\"ascending\""))
    #expect(page.contains("/arenden/AFU-2026-0001"))
    #expect(page.contains("Person i Linköping") == (language == .sv))
  }

  @Test func `a protected person is never named in the overview`() {
    let row = ListFixture.row(1, name: "Hemlig Persson", town: "Gömstad", isProtected: true)
    for role in [PartyRole.fk, .region, .performer] {
      let page = ListFixture.text(
        casesPage(model([row], role: role), frame: Components.frame(.sv)))
      #expect(!page.contains("Hemlig") && !page.contains("Gömstad"))
      #expect(page.contains("Skyddade uppgifter"))
    }
  }

  @Test func `an empty list tells a filter that finds nothing from having no cases`() {
    let none = ListFixture.text(casesPage(model([]), frame: Components.frame(.sv)))
    #expect(none.contains(CasesTexts.none.sv) && !none.contains(CasesTexts.noMatch.sv))
    var filter = CaseFilter()
    filter.onlyDeviations = true
    let filtered = ListFixture.text(
      casesPage(model([], filter: filter), frame: Components.frame(.sv)))
    #expect(filtered.contains(CasesTexts.noMatch.sv))
  }

  @Test func `a list that was not counted to its end says so`() {
    let list = CaseListPage(
      rows: [ListFixture.row(1)], total: 10_000, isTotalAtLeast: true, next: "n",
      previous: nil)
    let model = CasesModel(
      role: .fk, today: ListFixture.today, filter: CaseFilter(), list: list,
      source: ListFixture.source)
    #expect(model.totalText(.sv) == "Fler än 10\u{A0}000 ärenden")
    #expect(model.pageCount == nil)
  }

  @Test func `a performer is not offered the statuses of the time before it was asked`() {
    #expect(!CasesModel.statuses(for: .performer).contains(.requested))
    #expect(CasesModel.statuses(for: .performer).contains(.inquiryReceived))
    #expect(!CasesModel.statuses(for: .fk).contains(.inquiryReceived))
  }
}

@Suite struct `Export and search` {
  private let export = CaseExport(language: .sv, regionNames: [:])

  @Test(
    arguments: [
      ("=1+1", "'=1+1"), ("+46", "'+46"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("plain", "plain"), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""),
      ("=\"x\";y", "\"'=\"\"x\"\";y\""), ("", ""),
    ])
  func `a cell can neither break the line nor be run as a formula`(
    text: String, written: String
  ) {
    #expect(CaseExport.Cell.text(text).written == written)
  }

  @Test func `our own numbers stay numbers`() {
    #expect(CaseExport.Cell.number(-3).written == "-3")
  }

  @Test func `a line has as many cells as the head and no protected name`() {
    let row = ListFixture.row(
      1, name: "Hemlig Persson", town: "Gömstad", isProtected: true, agencyNumber: "=cmd")
    let line = export.line(row)
    #expect(line.split(separator: ";", omittingEmptySubsequences: false).count == 18)
    #expect(export.head.split(separator: ";").count == 18)
    #expect(!line.contains("Hemlig") && !line.contains("Gömstad"))
    #expect(line.contains("Skyddade uppgifter"))
    #expect(line.hasPrefix("AFU-2026-0001;'=cmd;"))
    #expect(line.hasSuffix("\r\n"))
    #expect(CaseExport.fileName(ListFixture.today) == "samsyn-arenden-2026-05-20.csv")
  }

  private func page(_ outcome: SearchModel.Outcome, typed: String) -> String {
    ListFixture.text(
      searchPage(
        SearchModel(
          role: .fk, typed: typed, outcome: outcome, regionNames: [:],
          source: ListFixture.source),
        frame: Components.frame(.sv)))
  }

  @Test func `a search that finds nothing keeps what was typed and tells what can be found`() {
    let text = page(.found([]), typed: "AFU-2026-9999")
    #expect(text.contains("value=\"AFU-2026-9999\""))
    #expect(text.contains(SearchTexts.nothing.sv))
    #expect(SearchTexts.possible.allSatisfy { text.contains($0.sv) })
    #expect(PageCheck(text).faults.isEmpty, "\(PageCheck(text).faults)")
    #expect(!page(.notAsked, typed: "").contains(SearchTexts.nothing.sv))
  }

  @Test func `several hits stand in a list`() {
    let text = page(
      .found([ListFixture.row(1), ListFixture.row(2, name: "Hemlig", isProtected: true)]),
      typed: "191212121212")
    #expect(text.contains("AFU-2026-0001") && text.contains("AFU-2026-0002"))
    #expect(!text.contains("Hemlig"))
    // What was searched for stands in fields only, never in an address.
    #expect(!text.contains("=191212121212"))
  }

  @Test func `an empty or overlong search is not made`() {
    #expect(SearchModel.fault(nil) == SearchTexts.empty)
    #expect(SearchModel.fault(String(repeating: "1", count: 101)) == SearchTexts.tooLong)
    #expect(SearchModel.fault("AFU-2026-0001") == nil)
    let text = page(.unfit(SearchTexts.empty), typed: "")
    #expect(text.contains("class=\"errors\""))
  }

  @Test func `a live page is told of news and of nothing else`() {
    #expect(LiveStream.message("7f") == "id: 7f\ndata: new\n\n")
    #expect(!LiveStream.heartbeat("7f").contains("data:"))
  }

  @Test func `a live page goes on from the last place it was told`() async throws {
    try await SiteFixture.with { site in
      let service = site.service
      let actor = try await site.session(.officer).actor
      let early = try service.place(at: 5)
      let late = try service.place(at: 9)
      func start(_ query: String?, _ last: String?) async throws -> Int {
        try await LiveStream(service: service, actor: actor, query: query, lastEventID: last).start
      }
      #expect(try await start(early, late) == 9)
      #expect(try await start(early, nil) == 5)
      _ = try await site.requestedCase()
      #expect(try await start("9", "x") == service.position())
    }
  }

  @Test func `days are read as people type them`() {
    #expect(TypedDay.read("I dag", today: ListFixture.today) == ListFixture.today)
    #expect(TypedDay.read("20260612", today: ListFixture.today) == Day("2026-06-12"))
    #expect(TypedDay.read("i morgon", today: ListFixture.today) == nil)
  }
}
