// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

/// Lists are compared with an obvious filter and sort over the same rows.
@Suite struct CaseListTests {
  /// Rows of two parties with many equal sort keys.
  private static func rows(_ count: Int, seed: UInt64 = 1) -> [CaseRow] {
    var numbers = SeededNumbers(seed)
    return (0..<count).map { number in
      var row = Sample.row(
        "s\(number * 7_919 % 100_003)", party: number % 4 == 0 ? "region:SE1" : "fk",
        number: number,
        status: ["requested", "answered", "ordered", "zon"].randomElement(using: &numbers)!,
        nextRole: ["fk", "region", "performer"].randomElement(using: &numbers)!,
        opened: .random(in: 0..<6, using: &numbers),
        due: number % 5 == 0 ? nil : .random(in: -9..<9, using: &numbers),
        ended: number % 3 == 0 ? 1 : nil)
      row.updated = Sample.now.adding(minutes: .random(in: 0..<9, using: &numbers))
      row.performer = number % 2 == 0 ? "performer:SE9" : ""
      row.region = number % 3 == 1 ? "region:SE1" : "region:SE2"
      row.deviations = number % 11 == 0 ? 2 : 0
      return row
    }
  }

  private static func fill(
    _ database: Database, _ keyring: Keyring, _ rows: [CaseRow]
  ) async throws {
    try await database.write { connection in
      for row in rows { try CaseRows(connection, keyring).put(row) }
    }
  }

  /// What a query should give, by plain loops.
  private static func expected(_ rows: [CaseRow], _ query: CaseQuery) -> [CaseRow] {
    let matching = rows.filter { row in
      row.party == query.party
        && (query.state == .all || row.isEnded == (query.state == .ended))
        && (query.statuses.isEmpty || query.statuses.contains(row.status))
        && (query.nextRole == nil || row.nextRole == query.nextRole)
        && (query.performer == nil || row.performer == query.performer)
        && (query.region == nil || row.region == query.region)
        && (query.dueFrom == nil || row.dueDay.map { $0 >= query.dueFrom! } == true)
        && (query.dueTo == nil || row.dueDay.map { $0 <= query.dueTo! } == true)
        && (!query.onlyDeviations || row.deviations > 0)
    }
    func order(_ a: CaseRow, _ b: CaseRow) -> Bool {
      switch query.sort {
      case .due where a.dueDay != b.dueDay:
        guard let x = a.dueDay, let y = b.dueDay else { return a.dueDay != nil }
        return x < y
      case .opened where a.openedDay != b.openedDay: return a.openedDay < b.openedDay
      case .number where a.caseNumber != b.caseNumber:
        return Int(a.caseNumber.dropFirst(9))! < Int(b.caseNumber.dropFirst(9))!
      case .updated where a.updated != b.updated: return a.updated < b.updated
      case .status where a.status != b.status: return a.status < b.status
      default: return a.stream < b.stream
      }
    }
    return matching.sorted { query.direction == .ascending ? order($0, $1) : order($1, $0) }
  }

  /// Walks all pages forward and then back, and returns both walks.
  private static func walk(
    _ database: Database, _ keyring: Keyring, _ query: CaseQuery
  ) async throws -> (forward: [CaseRow], backward: [CaseRow], total: CasePage.Total) {
    let list = { @Sendable (query: CaseQuery) in
      try await database.read { try CaseRows($0, keyring).list(query) }
    }
    var query = query
    var page = try await list(query)
    let total = page.total
    #expect(page.previous == nil)
    var forward = page.rows
    while let next = page.next {
      query.cursor = CaseCursor(next.description)
      #expect(query.cursor == next)
      page = try await list(query)
      #expect(!page.rows.isEmpty)
      forward += page.rows
    }
    var backward = page.rows
    while let previous = page.previous {
      query.cursor = previous
      page = try await list(query)
      backward = page.rows + backward
    }
    return (forward, backward, total)
  }

  @Test(arguments: TestEngine.all)
  func `every order walks the same rows as a plain sort, forward and back`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let rows = Self.rows(120)
      try await Self.fill(database, keyring, rows)
      for sort in CaseQuery.Sort.allCases {
        for direction in CaseQuery.Direction.allCases {
          for state in CaseQuery.State.allCases {
            let query = CaseQuery(
              party: "fk", state: state, sort: sort, direction: direction, limit: 17)
            let expected = Self.expected(rows, query)
            let (forward, backward, total) = try await Self.walk(database, keyring, query)
            #expect(forward == expected, "\(sort) \(direction) \(state)")
            #expect(backward == expected, "\(sort) \(direction) \(state) back")
            #expect(total.count == expected.count && !total.isAtLeast)
          }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `filters give what a plain filter gives`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      let rows = Self.rows(200, seed: 2)
      try await Self.fill(database, keyring, rows)
      let today = Sample.today
      let queries = [
        CaseQuery(party: "fk", statuses: ["ordered"]),
        CaseQuery(party: "fk", state: .all, statuses: ["ordered", "zon"], sort: .status),
        CaseQuery(party: "fk", nextRole: "region", sort: .number),
        CaseQuery(party: "fk", state: .all, performer: "performer:SE9", sort: .updated),
        CaseQuery(party: "fk", state: .ended, region: "region:SE2", direction: .descending),
        CaseQuery(party: "fk", dueFrom: today),
        CaseQuery(party: "fk", state: .all, dueTo: today, sort: .opened),
        CaseQuery(party: "fk", dueFrom: today, dueTo: today.adding(days: 3), sort: .due),
        CaseQuery(party: "fk", state: .all, onlyDeviations: true),
        CaseQuery(party: "region:SE1", state: .all, nextRole: "fk", onlyDeviations: true),
        CaseQuery(party: "insured", state: .all),
      ]
      for var query in queries {
        query.limit = 7
        let expected = Self.expected(rows, query)
        let (forward, backward, total) = try await Self.walk(database, keyring, query)
        #expect(forward == expected, "\(query)")
        #expect(backward == expected, "\(query)")
        #expect(total.count == expected.count, "\(query)")
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `rows that come while somebody pages are neither repeated nor lost`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let rows = Self.rows(60, seed: 3).filter { $0.party == "fk" && !$0.isEnded }
      try await Self.fill(database, keyring, rows)
      var query = CaseQuery(party: "fk", sort: .number, limit: 10)
      var seen: [String] = []
      var late = 0
      repeat {
        let asked = query
        let page = try await database.read { try CaseRows($0, keyring).list(asked) }
        seen += page.rows.map(\.stream)
        query.cursor = page.next
        // One before the cursor and one after everything.
        late += 1
        try await Self.fill(
          database, keyring,
          [
            Sample.row("new-a\(late)", number: -900 + late),
            Sample.row("new-z\(late)", number: 800 + late),
          ])
      } while query.cursor != nil && late < 40
      let old = seen.filter { !$0.hasPrefix("new") }
      #expect(Set(old).count == old.count)
      #expect(Set(old) == Set(rows.map(\.stream)))
      #expect(!seen.contains { $0.hasPrefix("new-a") })
    }
  }

  @Test(arguments: TestEngine.all)
  func `totals equal a recount after many random changes`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      try await database.write { connection in
        var numbers = SeededNumbers(4)
        let rows = CaseRows(connection, keyring)
        for _ in 0..<400 {
          let stream = "s\(Int.random(in: 0..<25, using: &numbers))"
          let party = ["fk", "region:SE1"].randomElement(using: &numbers)!
          if Int.random(in: 0..<20, using: &numbers) == 0 {
            try rows.strip(stream, status: "d")
          } else {
            try rows.put(
              Sample.row(
                stream, party: party,
                status: ["a", "b", "c"].randomElement(using: &numbers)!,
                nextRole: ["", "fk"].randomElement(using: &numbers)!,
                ended: Bool.random(using: &numbers) ? 1 : nil))
          }
        }
      }
      let columns = "party, ended, status, next_role"
      let kept = try await database.rows(
        "SELECT \(columns), n FROM party_count ORDER BY \(columns)")
      let counted = try await database.rows(
        """
        SELECT \(columns), COUNT(*) AS n FROM party_case GROUP BY \(columns)
        ORDER BY \(columns)
        """)
      #expect(kept.map(\.values) == counted.map(\.values))
      let counts = try await database.read { try CaseRows($0, keyring).counts(party: "fk") }
      let total = try await database.read {
        try CaseRows($0, keyring).list(CaseQuery(party: "fk", state: .all)).total
      }
      #expect(counts.map(\.count).reduce(0, +) == total.count)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a case is found by an exact number, only by a party that was sent it`(
    engine: TestEngine
  ) async throws {
    try await withDatabase(engine) { database, keyring in
      let person = keyring.searchHash(kind: "person", normalizedText: "191212121212")
      let fk = keyring.searchHash(kind: "fk", normalizedText: "F-77")
      var known = Sample.row("case-1", number: 1)
      known.personHash = person
      known.fkHash = fk
      let unknown = Sample.row("case-1", party: "region:SE1", number: 1)
      try await Self.fill(database, keyring, [known, unknown, Sample.row("case-2", number: 2)])
      let search = { @Sendable (party: String, search: CaseSearch) in
        try await database.read { try CaseRows($0, keyring).search(party: party, search) }
      }
      #expect(try await search("fk", .personHash(person)) == [known])
      #expect(try await search("fk", .fkHash(fk)) == [known])
      #expect(try await search("region:SE1", .personHash(person)).isEmpty)
      #expect(try await search("region:SE1", .stream("case-1")) == [unknown])
      #expect(try await search("insured", .stream("case-1")).isEmpty)
      #expect(try await search("fk", .stream("case-")).isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `rows whose time has come are given once per case`(engine: TestEngine) async throws {
    try await withDatabase(engine) { database, keyring in
      var rows: [CaseRow] = []
      for (stream, party, minute) in [
        ("a", "fk", 0), ("b", "fk", -2), ("b", "region:SE1", -1), ("c", "fk", 1),
      ] {
        var row = Sample.row(stream, party: party)
        row.recheck = Sample.now.adding(minutes: minute)
        rows.append(row)
      }
      rows.append(Sample.row("d"))
      try await Self.fill(database, keyring, rows)
      let due = try await database.read {
        try CaseRows($0, keyring).recheckDue(now: Sample.now, limit: 10)
      }
      #expect(due == ["b", "a"])
    }
  }

  @Test func `a cursor of another order or made by hand is refused`() async throws {
    #expect(CaseCursor("") == nil)
    #expect(CaseCursor("x") == nil)
    #expect(CaseCursor(CursorText.write(["due", "f", "x", "s"])) == nil)
    #expect(CaseCursor(CursorText.write(["due", "f", "1"])) == nil)
    let cursor = try #require(CaseCursor(CursorText.write(["due", "f", "1", "s"])))
    try await withDatabase(.sqlite) { database, keyring in
      let error = await storeError {
        try await database.read {
          try CaseRows($0, keyring).list(
            CaseQuery(party: "fk", sort: .number, cursor: cursor))
        }
      }
      #expect(error == .badCursor)
    }
  }

  @Test func `the ten thousandth case of a year sorts after the one before`() {
    #expect(CaseRow.numberKey("AFU-2026-10000") > CaseRow.numberKey("AFU-2026-9999"))
    #expect(CaseRow.numberKey("AFU-2027-0001") > CaseRow.numberKey("AFU-2026-10000"))
  }
}
