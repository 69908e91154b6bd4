// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// A measure's definition in JSON.
public struct MeasureDefinitionJSON: Encodable, Sendable {
  public let id: String
  public let number: Int?
  public let name: Bilingual
  public let purpose: Bilingual
  public let kind: MeasureDefinition.Kind
  public let population: MeasureDefinition.Population
  public let numerator: Bilingual
  public let denominator: Bilingual
  public let timeAxis: Bilingual
  public let source: Bilingual
  public let limits: Bilingual
  public let unit: Bilingual
  public let dimensions: [Dimension]
  public let usesCases: Bool
  public let isAdjustable: Bool
  public let isContent: Bool

  public init(_ measure: MeasureDefinition) {
    id = measure.id
    number = measure.number
    name = measure.name
    purpose = measure.purpose
    kind = measure.kind
    population = measure.population
    numerator = measure.numerator
    denominator = measure.denominator
    timeAxis = measure.timeAxis
    source = measure.source
    limits = measure.limits
    unit = measure.unit
    dimensions = measure.dimensions
    usesCases = measure.usesCases
    isAdjustable = measure.isAdjustable
    isContent = measure.isContent
  }
}

/// The list of measures in JSON.
public struct MeasureListJSON: Encodable, Sendable {
  public let measures: [MeasureDefinitionJSON]

  public init(_ measures: [MeasureDefinition]) {
    self.measures = measures.map(MeasureDefinitionJSON.init)
  }
}

/// A table of figures in JSON, with everything that a reader has to know. What is hidden has no
/// figure in any field.
public struct MeasureValuesJSON: Encodable, Sendable {
  /// A row, or a total without codes.
  public struct Row: Encodable, Sendable {
    public var codes: [String]?
    public var names: [Bilingual]?
    public var numerator: Int?
    public var denominator: Int?
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var expected: Double?
    public var adjusted: Double?
    public var hidden: Hidden?

    init(_ cell: Cell) {
      switch cell {
      case .hidden(let reason): hidden = reason
      case .shown(let figure):
        numerator = figure.numerator
        denominator = figure.denominator
        value = figure.value
        low = figure.low
        high = figure.high
        expected = figure.expected
        adjusted = figure.adjusted
      }
    }

    init(_ row: MeasureRow, _ by: [Dimension], _ labels: MeasureLabels) {
      self.init(row.cell)
      codes = row.codes
      names = zip(row.codes, by).map { labels.label($0, in: $1) }
    }
  }

  /// The country's figures, where it can be compared with.
  public struct Comparison: Encodable, Sendable {
    public let rows: [Row]
    public let total: Row
  }

  public struct Coverage: Encodable, Sendable {
    /// Shares of the certificates, to the hundredth.
    public let ties: [String: Double]
    public let tied: Double?
    public let lacking: Double?
  }

  public struct Edition: Encodable, Sendable {
    public let number: Int
    public let built: Instant
    public let observedThrough: Day
    public let documents: Int
    public let snapshotDays: [Day]

    public init(_ edition: EditionFacts) {
      number = edition.number
      built = edition.built
      observedThrough = edition.observedThrough
      documents = edition.documents
      snapshotDays = edition.snapshotDays
    }
  }

  public let measure: MeasureDefinitionJSON
  public let by: [Dimension]
  public let from: Day
  public let to: Day
  public let filter: [String: [String]]
  /// `inera`, `sfb`, or days without a certificate within a case; nil where it does not matter.
  public let cases: String?
  public let isAdjusted: Bool
  public let scope: String
  public let purpose: FollowUpPurpose
  public let asked: Instant
  public let edition: Edition
  public let rows: [Row]
  public let total: Row
  public let comparison: Comparison?
  public let coverage: Coverage
  /// Says that something is hidden, and why; nil where nothing is.
  public let hiddenNote: Bilingual?

  private enum CodingKeys: String, CodingKey {
    case measure, by, from, to, cases, scope, purpose, asked, edition, rows, total, comparison
    case coverage, hiddenNote
    case filter = "where"
    case isAdjusted = "adjusted"
  }

  public init(_ answer: MeasureAnswer, asked: Instant) {
    let query = answer.table.query
    measure = MeasureDefinitionJSON(answer.definition)
    by = query.by
    from = query.from
    to = query.to
    filter = Dictionary(
      uniqueKeysWithValues: query.filter.map { ($0.key.rawValue, $0.value.sorted()) })
    cases = answer.definition.usesCases ? query.cases.text : nil
    isAdjusted = query.isAdjusted
    scope = answer.reader.scope.text
    purpose = answer.purpose
    self.asked = asked
    edition = Edition(answer.edition)
    rows = answer.table.rows.map { Row($0, query.by, answer.labels) }
    total = Row(answer.table.total)
    comparison = answer.comparison.map { table in
      Comparison(
        rows: table.rows.map { Row($0, table.query.by, answer.labels) }, total: Row(table.total))
    }
    let shares = CoverageShares(answer.table)
    coverage = Coverage(
      ties: Dictionary(uniqueKeysWithValues: shares.ties.map { ($0.tie.rawValue, $0.share) }),
      tied: shares.tied, lacking: shares.lacking)
    hiddenNote = answer.hidesAny ? MeasureFileTexts.hiddenNote : nil
  }
}

extension CaseDefinition {
  /// As it stands in addresses and files: `inera`, `sfb` or a number of days.
  public var text: String {
    switch self {
    case .named(let definition): definition.rawValue
    case .own(let days): String(days)
    }
  }

  /// Reads `text`; nil for anything else, and for more than ten years.
  public init?(_ text: String) {
    if let named = SickLeaveDefinition(rawValue: text) {
      self = .named(named)
    } else if let days = Int(text), (0...3650).contains(days) {
      self = .own(gapDays: days)
    } else {
      return nil
    }
  }
}

extension UnitScope {
  /// As it stands in files: `everything`, `region:05`, `provider:HSAID` or `units`.
  public var text: String {
    switch self {
    case .everything: "everything"
    case .region(let code): "region:\(code)"
    case .provider(let id): "provider:\(id)"
    case .units(let ids): "units:" + ids.sorted().joined(separator: ",")
    }
  }
}
