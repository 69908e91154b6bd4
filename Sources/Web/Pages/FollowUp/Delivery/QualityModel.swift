// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// What became of the documents, as the page shows it.
struct QualityModel: Sendable {
  /// A code with how many documents have it; nil where that may not be told.
  struct Line: Hashable, Sendable {
    var code: String
    var text: String
    var count: Int?
  }

  /// Certificates of a month.
  struct MonthLine: Hashable, Sendable {
    var name: String
    var month: DocumentQuality.Month
    /// Nil where there are none.
    var rejectedShare: Double? {
      month.documents > 0 ? Double(month.rejected) / Double(month.documents) : nil
    }
  }

  let report: QualityReport
  let role: PartyRole
  let language: Language

  private var sums: ShownQuality { report.sums }

  /// Whose documents the sums are about.
  var scopeName: String {
    switch report.scope {
    case .everything: QualityTexts.everything[language]
    case .region(let code): report.labels.label(code, in: .region)[language]
    case .provider(let id): report.labels.label(id, in: .provider)[language]
    case .units: MeasureTexts.own(role)[language]
    }
  }

  /// The sums on top: words and numbers, nil where it may not be told.
  var totals: [(words: String, count: Int?)] {
    var totals: [(words: String, count: Int?)] = [
      (QualityTexts.documents[language], sums.documents),
      (QualityTexts.accepted[language], sums.accepted),
      (QualityTexts.noted[language], sums.noted),
      (QualityTexts.rejected[language], sums.rejected),
      (QualityTexts.waiting[language], sums.waiting),
    ]
    if report.scope == .everything {
      totals.append((QualityTexts.unlinked[language], sums.unlinked))
    }
    return totals
  }

  /// Whether some number is not told.
  var hidesAny: Bool {
    totals.contains { $0.count == nil }
      || (sums.rejectedBy.values.map { $0 } + sums.notes.values.map { $0 }).contains { $0 == nil }
  }

  private func lines(_ counts: [String: Int?], _ holds: (String) -> Bool) -> [Line] {
    counts.filter { holds($0.key) && $0.value != 0 }
      .sorted { ReasonText.isBefore($0.key, $1.key) }
      .map { Line(code: $0.key, text: ReasonText.text($0.key)[language], count: $0.value) }
  }

  private static func isRule(_ code: String) -> Bool {
    (code.hasPrefix("L") || code.hasPrefix("M")) && code.dropFirst().allSatisfy(\.isNumber)
  }

  /// Rejected by a rule, in the order of the rules.
  var rules: [Line] { lines(sums.rejectedBy, Self.isRule) }

  /// The rules of certificates that no document is rejected by.
  var unbroken: [String] {
    let broken = Set(rules.map(\.code))
    return CertificateRule.allCases.filter { $0 != .form && !broken.contains($0.code) }
      .map(\.code)
  }

  /// Could be read, and is nothing that is followed up.
  var otherReasons: [Line] {
    lines(sums.rejectedBy) { !Self.isRule($0) && !ReasonText.isLoss($0) }
  }

  /// Could not be read.
  var lost: [Line] { lines(sums.rejectedBy, ReasonText.isLoss) }

  var notes: [Line] { lines(sums.notes) { _ in true } }

  /// Messages and revocations that wait, by kind; nil where it is not for the reader.
  var waiting: [Line]? {
    report.waiting.map { waiting in
      waiting.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { code, count in
        let kind = ImportedKind(rawValue: code) ?? .none
        return Line(
          code: code, text: ImportResultTexts.kind(kind, type: nil)[language], count: count)
      }
    }
  }

  /// The months, the oldest first; nil where it is not for the reader.
  var months: [MonthLine]? {
    let words = PeriodText(language: language)
    return report.months?.map { month in
      MonthLine(
        name: month.month.map(words.whole) ?? QualityTexts.unknownMonth[language], month: month)
    }
  }

  /// The journal, for analysts.
  var imports: [ImportModel.Line]? {
    report.imports?.map { record in
      ImportModel.Line(record: record, result: nil, isOwn: false, isYours: false, state: nil)
    }
  }

  // Charts.

  /// The share of a tie: with a decimal where the count is told too, else in whole hundredths.
  func share(_ tie: QualityReport.Tie) -> String {
    guard tie.certificates == nil else { return Self.percent(tie.share, language) }
    let hundredths = Int((tie.share * 100).rounded())
    if hundredths == 0 || tie.share < 0.01 {
      return language == .sv ? "under 1\u{A0}%" : "below 1\u{A0}%"
    }
    return "\(hundredths)\u{A0}%"
  }

  static func percent(_ share: Double, _ language: Language) -> String {
    share > 0 && share < 0.001
      ? (language == .sv ? "under 0,1\u{A0}%" : "below 0.1\u{A0}%")
      : FigureText.shareText(share, language)
  }

  var tiesChart: IntervalBars {
    let language = language
    let tied = report.ties.filter { $0.tie != .unknown && $0.tie != .archived }
      .reduce(0) { $0 + $1.share }
    return IntervalBars(
      id: "koppling-diagram", title: QualityTexts.ties[language],
      summary: QualityTexts.tiesSummary(Self.percent(min(tied, 1), language))[language],
      rows: report.ties.map {
        IntervalBars.Row(
          label: MeasureTexts.tie($0.tie)[language], value: $0.share,
          words: share($0))
      }, limit: 1, number: { FigureText.shareAxis($0, step: $1, language) })
  }

  /// Nil where there are not two months to draw a line between.
  var monthsChart: TimeSeriesChart? {
    let known = (report.months ?? []).filter { $0.month != nil }
    let words = PeriodText(language: language)
    guard known.count > 1, let first = known.first, let last = known.last else { return nil }
    func share(_ month: DocumentQuality.Month) -> Double? {
      month.documents > 0 ? Double(month.rejected) / Double(month.documents) : nil
    }
    let language = language
    return TimeSeriesChart(
      id: "manad-diagram", title: QualityTexts.monthsChart[language],
      summary: QualityTexts.monthsSummary(
        Self.percent(share(first) ?? 0, language), Self.percent(share(last) ?? 0, language),
        words.whole(first.month ?? ""), words.whole(last.month ?? ""))[language],
      points: known.map { month in
        let (label, year) = words.parts(month.month ?? "")
        return TimeSeriesChart.Point(label: label, group: year, value: share(month))
      }, limit: 1, number: { FigureText.shareAxis($0, step: $1, language) })
  }
}

extension FigureText {
  /// `8,8 %`
  static func shareText(_ share: Double, _ language: Language) -> String {
    FigureText(language).percent(share)
  }

  /// `5 %` along an axis.
  static func shareAxis(_ share: Double, step: Double, _ language: Language) -> String {
    FigureText(language).axis(share, step: step)
  }

  private init(_ language: Language) {
    kind = .share
    unit = Bilingual(sv: "", en: "")
    self.language = language
  }
}
