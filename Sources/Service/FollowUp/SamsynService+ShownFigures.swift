// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Foundation
import Statistics
import Store

/// Who is shown figures.
struct FigureReader: Sendable {
  /// The organisation in text form; `operator` for who runs the program.
  let party: String
  let person: String
}

extension SamsynService {
  /// A table without what must not be shown to this party, which is kept as shown to it before it
  /// is answered. The same question has the same answer as long as the edition is used.
  ///
  /// What follows from what is worked out beside the store's writers, who would otherwise wait for
  /// it; if the party has been answered something else meanwhile, it is worked out again.
  func disclosed(
    _ table: MeasureTable, of measure: MeasureDefinition, within scope: UnitScope,
    to reader: FigureReader, _ edition: OpenEdition
  ) async throws(ServiceError) -> MeasureTable {
    let fewest = fewestShown
    let filled = table.withAbsentRows
    let asked = AskedQuestion(table.query, scope, fewest: fewest)
    let subject = SeenFigure.Subject(measure, cases: table.query.cases)
    let question = try text(asked)
    let digest = Array(SHA256.hash(data: Data(question.utf8)))
    let party = reader.party
    let number = edition.facts.number
    let population = subject.population
    while true {
      let known = try await read { connection in
        let log = ShownFigures(connection)
        if let same = try log.find(
          party: party, edition: number, population: population, digest: digest)
        {
          return [same]
        }
        return try log.list(party: party, edition: number, population: population)
      }
      if known.count == 1, known[0].digest == digest {
        return try kept(known[0]).hide(filled).withoutAbsentRows(of: table)
      }
      var seen: [SeenFigure] = []
      for answer in known {
        seen += try edition.seen(answer) { () throws(ServiceError) in
          try kept(answer).seen(self.question(of: answer), edition)
        }
      }
      let hidden = DisclosureControl(threshold: fewest).hide(
        filled, of: measure, within: edition.atoms(of: scope), seen: seen, edition.extents
      ).table
      let answer = ShownAnswer(
        party: party, person: reader.person, at: clock.now(), edition: number,
        population: population, digest: digest, question: question,
        figures: try text(KeptFigures(hidden)))
      let isKept = try await write { connection in
        let log = ShownFigures(connection)
        try log.hold(party: party)
        let count = try log.count(party: party, edition: number, population: population)
        guard count == known.count else { return false }
        try log.add(answer)
        return true
      }
      if isKept { return hidden.withoutAbsentRows(of: table) }
    }
  }

  private func kept(_ answer: ShownAnswer) throws(ServiceError) -> KeptFigures {
    try value(answer.figures)
  }

  private func question(of answer: ShownAnswer) throws(ServiceError) -> AskedQuestion {
    try value(answer.question)
  }

  private func value<T: Decodable>(_ text: String) throws(ServiceError) -> T {
    do { return try JSONDecoder().decode(T.self, from: Data(text.utf8)) } catch {
      throw .fault("follow-up.text")
    }
  }

  private func text(_ value: some Encodable) throws(ServiceError) -> String {
    do { return String(decoding: try stableJSON(value), as: UTF8.self) } catch {
      throw .fault("follow-up.text")
    }
  }
}

/// A question in the form that is kept. Two that ask for the same have the same text.
private struct AskedQuestion: Codable {
  var measure: String
  var by: [Statistics.Dimension]
  var from: Day
  var to: Day
  var filter: [String: [String]]
  var cases: String
  var scope: [String]
  var adjusted: Bool
  /// An installation that asks for more hides more of what was shown before.
  var fewest: Int

  init(_ query: MeasureQuery, _ scope: UnitScope, fewest: Int) {
    self.fewest = fewest
    measure = query.measure
    by = query.by
    from = query.from
    to = query.to
    filter = Dictionary(
      query.filter.map { ($0.key.rawValue, $0.value.sorted()) }, uniquingKeysWith: { $1 })
    cases =
      switch query.cases {
      case .named(let definition): definition.rawValue
      case .own(let gap): "\(gap)"
      }
    self.scope =
      switch scope {
      case .everything: []
      case .region(let code): ["region", code]
      case .provider(let id): ["provider", id]
      case .units(let ids): ["units"] + ids.sorted()
      }
    adjusted = query.isAdjusted
  }

  var query: MeasureQuery {
    MeasureQuery(
      measure: measure, by: by, from: from, to: to,
      filter: Dictionary(
        filter.compactMap { name, codes in
          Statistics.Dimension(rawValue: name).map { ($0, Set(codes)) }
        },
        uniquingKeysWith: { $1 }),
      cases: SickLeaveDefinition(rawValue: cases).map { .named($0) }
        ?? .own(gapDays: Int(cases) ?? 0), isAdjusted: adjusted)
  }

  var unitScope: UnitScope {
    switch scope.first {
    case "region": .region(scope.last ?? "")
    case "provider": .provider(scope.last ?? "")
    case "units": .units(Set(scope.dropFirst()))
    default: .everything
    }
  }
}

/// The figures of an answer that were shown, and those that were hidden for what had been shown
/// before. The total has no codes.
private struct KeptFigures: Codable {
  struct Row: Codable {
    var codes: [String]
    /// As `Figure.counted`.
    var numerator: Int
    var denominator: Int
  }

  var shown: [Row] = []
  var overlapping: [[String]] = []

  init(_ table: MeasureTable) {
    for row in table.rows + [MeasureRow(codes: [], cell: table.total)] {
      switch row.cell {
      case .shown(let figure):
        shown.append(
          Row(
            codes: row.codes, numerator: figure.counted.those, denominator: figure.counted.all))
      case .hidden(.overlap): overlapping.append(row.codes)
      case .hidden(.few): break
      }
    }
  }

  /// The table with just these figures.
  func hide(_ table: MeasureTable) -> MeasureTable {
    let known = Set(shown.map(\.codes))
    let overlap = Set(overlapping)
    func cell(_ codes: [String], _ cell: Cell) -> Cell {
      known.contains(codes) ? cell : .hidden(overlap.contains(codes) ? .overlap : .few)
    }
    var table = table
    table.total = cell([], table.total)
    for place in table.rows.indices {
      table.rows[place].cell = cell(table.rows[place].codes, table.rows[place].cell)
    }
    return table
  }

  /// What the answer told, in the form in which it is set beside others.
  func seen(_ asked: AskedQuestion, _ edition: OpenEdition) -> [SeenFigure] {
    let query = asked.query
    guard let measure = edition.measure(query.measure) else { return [] }
    let subject = SeenFigure.Subject(measure, cases: query.cases)
    let scope = edition.atoms(of: asked.unitScope)
    return shown.map { row in
      SeenFigure(
        subject: subject,
        cohort: Cohort(query, codes: row.codes, within: scope, edition.extents),
        numerator: row.numerator, denominator: row.denominator)
    }
  }
}
