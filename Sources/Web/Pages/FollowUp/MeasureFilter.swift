// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// What a measure is asked with, as it stands in the address of its page: everything, so that an
/// address can be kept, sent and come back to.
struct MeasureFilter: Sendable, Hashable {
  enum Name {
    static let purpose = "syfte"
    static let from = "fran"
    static let to = "till"
    static let by = "per"
    static let secondBy = "per2"
    static let period = "tid"
    static let cases = "fall"
    static let adjusted = "justerad"
  }

  /// As they were typed; empty for the usual time.
  var from = ""
  var to = ""
  var by: [Dimension] = []
  var period: Dimension?
  /// `inera`, `sfb` or a number of days, as it was typed.
  var cases = ""
  var isAdjusted = false
  /// Codes by dimension.
  var codes: [Dimension: Set<String>] = [:]
  var purpose: FollowUpPurpose?
  /// What could not be read, by the name of the field.
  var faults: [String: Bilingual] = [:]

  init() {}

  /// Reads a query. What means nothing is a fault of its field, and is not passed over.
  init(_ query: FormValues) {
    from = query.text(Name.from) ?? ""
    to = query.text(Name.to) ?? ""
    for name in [Name.by, Name.secondBy] {
      guard let text = query.text(name) else { continue }
      if let dimension = Dimension(rawValue: text) {
        by.append(dimension)
      } else {
        faults[name] = MeasureTexts.unknownChoice
      }
    }
    if let text = query.text(Name.period) {
      period = Dimension(rawValue: text).flatMap { $0.isTime ? $0 : nil }
      if period == nil { faults[Name.period] = MeasureTexts.unknownChoice }
    }
    cases = query.text(Name.cases) ?? ""
    if caseDefinition == nil { faults[Name.cases] = MeasureTexts.casesFault }
    isAdjusted = query.isChecked(Name.adjusted)
    purpose = query.text(Name.purpose).flatMap(FollowUpPurpose.init(rawValue:))
    for dimension in Dimension.allCases where !dimension.isTime {
      let codes = query.all(dimension.rawValue)
        .flatMap { $0.split(whereSeparator: { $0 == "," || $0.isWhitespace }) }
        .map(String.init)
      guard !codes.isEmpty else { continue }
      if codes.count > Self.mostCodes || codes.contains(where: { $0.count > Self.mostLetters }) {
        faults[dimension.rawValue] = MeasureTexts.codesFault(Self.mostCodes, Self.mostLetters)
      }
      self.codes[dimension] = Set(codes)
    }
  }

  /// Letters of a code, and codes of a dimension.
  private static let mostLetters = 64
  private static let mostCodes = 200

  /// How cases are defined; nil where that cannot be read.
  var caseDefinition: CaseDefinition? {
    if cases.isEmpty { return .named(.inera) }
    if let named = SickLeaveDefinition(rawValue: cases) { return .named(named) }
    return Int(cases).flatMap { (0...3650).contains($0) ? .own(gapDays: $0) : nil }
  }

  /// The days; those that are not typed are the last whole months that the edition tells about.
  func days(through last: Day) -> (from: Day, to: Day)? {
    let end = UsualTime.end(through: last)
    let typedTo = TypedDay.read(to, today: last)
    let to = self.to.isEmpty ? end : typedTo
    guard let to else { return nil }
    let from =
      self.from.isEmpty
      ? UsualTime.begin(endingOn: to)
      : TypedDay.read(self.from, today: last)
    return from.map { ($0, to) }
  }

  /// The parts of the time: those asked for, or such that a chart has room for them.
  func periods(from: Day, to: Day) -> SeriesPeriod {
    if let period { return .exactly(period) }
    return .atFinest(Self.finest(from: from, to: to))
  }

  /// The shortest parts of a time that a chart has room for.
  static func finest(from: Day, to: Day) -> Dimension {
    let days = to - from
    return days <= 31 * 26 ? .month : days <= 366 * 9 ? .quarter : .year
  }

  /// The question to a measure; nil where its days cannot be read.
  func query(_ measure: String, through last: Day, usual: [Dimension]) -> MeasureQuery? {
    guard faults.isEmpty, let days = days(through: last), let cases = caseDefinition else {
      return nil
    }
    return MeasureQuery(
      measure: measure, by: by.isEmpty ? usual : by, from: days.from, to: days.to, filter: codes,
      cases: cases, isAdjusted: isAdjusted)
  }

  /// The values for an address.
  var items: [(String, String)] {
    var items: [(String, String)] = []
    if let purpose { items.append((Name.purpose, purpose.rawValue)) }
    if !from.isEmpty { items.append((Name.from, from)) }
    if !to.isEmpty { items.append((Name.to, to)) }
    for (name, dimension) in zip([Name.by, Name.secondBy], by) {
      items.append((name, dimension.rawValue))
    }
    if let period { items.append((Name.period, period.rawValue)) }
    if !cases.isEmpty { items.append((Name.cases, cases)) }
    if isAdjusted { items.append((Name.adjusted, "ja")) }
    return items + filterItems
  }

  /// The values that restrict.
  var filterItems: [(String, String)] {
    codes.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { dimension, codes in
      codes.sorted().map { (dimension.rawValue, $0) }
    }
  }

  /// The page of a measure with this filter.
  func address(_ measure: String, fragment: String? = nil) -> Href {
    SiteAddress.measure(measure).href(items, fragment: fragment)
  }

  /// This filter, changed.
  func with(_ change: (inout MeasureFilter) -> Void) -> MeasureFilter {
    var other = self
    change(&other)
    return other
  }

  /// Only the purpose, which is no filter.
  var cleared: MeasureFilter {
    var other = MeasureFilter()
    other.purpose = purpose
    return other
  }
}
