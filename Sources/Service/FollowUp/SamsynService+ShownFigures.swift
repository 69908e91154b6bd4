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
  /// The fewest who may stand behind a figure.
  static let fewestShown = 5

  /// A table without what must not be shown to this party, which is kept as shown to it in the same
  /// transaction: two who ask at the same time for the same party are answered one after the other.
  /// The same question has the same answer as long as the edition is used.
  func disclosed(
    _ table: MeasureTable, of measure: MeasureDefinition, within scope: UnitScope,
    to reader: FigureReader, _ edition: OpenEdition
  ) async throws(ServiceError) -> MeasureTable {
    let asked = AskedQuestion(table.query, scope)
    let subject = SeenFigure.Subject(measure, cases: table.query.cases)
    let question = try text(asked)
    let digest = Array(SHA256.hash(data: Data(question.utf8)))
    let now = clock.now()
    return try await write { connection in
      let log = ShownFigures(connection)
      try log.hold(party: reader.party)
      let earlier = try log.list(
        party: reader.party, edition: edition.facts.number, population: subject.population)
      if let same = earlier.first(where: { $0.digest == digest }) {
        return try KeptFigures(same).hide(table)
      }
      let seen = try earlier.flatMap { try KeptFigures($0).seen($0, edition) }
      let extents = edition.extents
      let answer = DisclosureControl(threshold: Self.fewestShown).hide(
        table, of: measure, within: edition.source.atoms(of: scope), seen: seen,
        extents)
      try log.add(
        ShownAnswer(
          party: reader.party, person: reader.person, at: now,
          edition: edition.facts.number, population: subject.population, digest: digest,
          question: question, figures: try self.text(KeptFigures(answer.table))))
      return answer.table
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

  init(_ query: MeasureQuery, _ scope: UnitScope) {
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
          Row(codes: row.codes, numerator: figure.numerator, denominator: figure.denominator))
      case .hidden(.overlap): overlapping.append(row.codes)
      case .hidden(.few): break
      }
    }
  }

  init(_ answer: ShownAnswer) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(answer.figures.utf8))
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
  func seen(_ answer: ShownAnswer, _ edition: OpenEdition) throws -> [SeenFigure] {
    let asked = try JSONDecoder().decode(AskedQuestion.self, from: Data(answer.question.utf8))
    let query = asked.query
    guard let measure = edition.measure(query.measure) else { return [] }
    let subject = SeenFigure.Subject(measure, cases: query.cases)
    let scope = edition.source.atoms(of: asked.unitScope)
    return shown.map { row in
      SeenFigure(
        subject: subject,
        cohort: Cohort(query, codes: row.codes, within: scope, edition.extents),
        numerator: row.numerator, denominator: row.denominator)
    }
  }
}
