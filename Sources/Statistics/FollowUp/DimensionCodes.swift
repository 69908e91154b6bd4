// SPDX-License-Identifier: Apache-2.0
import Domain

/// The codes of a dimension in their order, and for each number of a column the code that it
/// means.
struct DimensionCodes: Sendable {
  static let unknown = "unknown"

  let source: Source
  let codes: [String]
  /// By the number in the column; -1 for a number that cannot be.
  let places: [Int32]

  /// Codes in alphabetical order, the unknown last.
  ///
  /// - Parameter texts: the code of each number from 0; nil for unknown.
  init(_ source: Source, sorting texts: [String?]) {
    let known = Set(texts.compactMap { $0 }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    self.init(source, ordered: known, texts: texts)
  }

  /// Codes in the order that is given; the unknown last where there are any.
  init(_ source: Source, ordered known: [String], texts: [String?]) {
    let hasUnknown = texts.contains(nil)
    let ranks = Dictionary(
      known.enumerated().map { ($0.element, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    self.source = source
    codes = known + (hasUnknown ? [Self.unknown] : [])
    places = texts.map { $0.flatMap { ranks[$0] } ?? (hasUnknown ? Int32(known.count) : -1) }
  }
}

extension DimensionCodes {
  static let ageGroups = [
    "0-15", "16-20", "21-25", "26-30", "31-35", "36-40", "41-45", "46-50", "51-55", "56-60",
    "61-65", "66-",
  ]
  static let lengthGroups = [
    "1-14", "15-30", "31-60", "61-90", "91-180", "181-364", "365-730", "731-",
  ]
  static let degrees = ["25", "50", "75", "100"]
  static let orders = ["first", "renewal"]
  static let several = "several"
  static let comorbidities = ["none", "psychiatric", "somatic", "both"]
  static let sexes = ["man", "kvinna"]

  /// The groups of whole years, 255 being unknown.
  static let age = DimensionCodes(
    .age, ordered: ageGroups,
    texts: (0..<256).map { years in
      switch years {
      case 255: nil
      case ..<16: ageGroups[0]
      case 66...: ageGroups[11]
      default: ageGroups[1 + (years - 16) / 5]
      }
    })

  static func length(_ source: Source) -> DimensionCodes {
    DimensionCodes(
      source: source, codes: lengths.codes, places: lengths.places)
  }

  private static let lengths: DimensionCodes = {
    let lasts = [14, 30, 60, 90, 180, 364, 730]
    return DimensionCodes(
      .length, ordered: lengthGroups,
      texts: (0..<1 << 16).map { days in
        days == 0 ? nil : lengthGroups[lasts.firstIndex { days <= $0 } ?? lasts.count]
      })
  }()

  static func degree(_ source: Source) -> DimensionCodes {
    DimensionCodes(
      source, ordered: degrees,
      texts: (0..<256).map { degrees.contains(String($0)) ? String($0) : nil })
  }

  static let order = DimensionCodes(.order, ordered: orders, texts: [nil, "first", "renewal"])
  static let sex = DimensionCodes(.sex, ordered: sexes, texts: [nil, "man", "kvinna"])
  static let occupation = DimensionCodes(
    .occupation, ordered: OccupationKind.allCases.map(\.rawValue) + [several],
    texts: [nil] + OccupationKind.allCases.map(\.rawValue) + [several])
  static let comorbidity = DimensionCodes(
    .comorbidity, ordered: comorbidities, texts: comorbidities)
  static let tie = DimensionCodes(
    .tie, ordered: CareUnitTie.allCases.map(\.rawValue),
    texts: CareUnitTie.allCases.map(\.rawValue))
  static let outcome = DimensionCodes(
    .outcome, ordered: SupplementOutcome.allCases.map(\.rawValue),
    texts: SupplementOutcome.allCases.map(\.rawValue))

  /// Parts of the time from one day through another; a number is that of a day.
  static func time(
    _ dimension: Dimension, _ source: Source, from: Int, through: Int
  ) -> DimensionCodes {
    var codes: [String] = []
    let end = min(max(0, through), (1 << 16) - 1)
    var places = [Int32](repeating: -1, count: end + 1)
    for number in stride(from: max(1, from), through: end, by: 1) {
      let day = Day(number: number)
      if codes.isEmpty || day.dayOfMonth == 1 {
        let code = dimension.code(of: day)
        if codes.last != code { codes.append(code) }
      }
      places[number] = Int32(codes.count - 1)
    }
    return DimensionCodes(source: source, codes: codes, places: places)
  }

  init(source: Source, codes: [String], places: [Int32]) {
    self.source = source
    self.codes = codes
    self.places = places
  }
}

extension Dimension {
  /// The part of time that a day lies in, such as `2026-03`, `2026-Q1`, `2026-H1` or `2026`; of
  /// what does not divide time the year.
  public func code(of day: Day) -> String {
    switch self {
    case .month: String(day.description.prefix(7))
    case .quarter: "\(day.year)-Q\((day.month + 2) / 3)"
    case .halfYear: "\(day.year)-H\(day.month > 6 ? 2 : 1)"
    default: String(day.year)
    }
  }

  /// It divides the time.
  public var isTime: Bool {
    switch self {
    case .month, .quarter, .halfYear, .year: true
    default: false
    }
  }

  /// It is of the care unit, which is what a reader's own scope is about.
  var isOfUnit: Bool {
    switch self {
    case .region, .provider, .unit, .careLevel, .background: true
    default: false
    }
  }
}
