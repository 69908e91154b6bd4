// SPDX-License-Identifier: Apache-2.0
import Domain

/// An edition of everybody's certificates, and the figures that it answers with. Nothing is hidden
/// here; see `DisclosureControl`.
public struct FollowUp: Sendable {
  let edition: Edition
  let reading: Reading
  /// The codes of the dimensions that the edition's own dictionaries make.
  let codes: [Dimension: DimensionCodes]
  private let diagnoses: any DiagnosisGrouping
  private let own = OwnCases()
  let sums = KeptUnitSums()

  /// Opens an edition by mapping its files.
  ///
  /// - Parameter rules: for the numbers that depend on the day of what is counted.
  public init(
    mapping folder: String, diagnoses: some DiagnosisGrouping, rules: RuleBook
  ) throws(ColumnFault) {
    edition = try Edition(mapping: folder)
    self.diagnoses = diagnoses
    let head = edition.head
    reading = Reading(
      head: head, certificateDays: Reading.certificateDays(rules),
      recommendedDays: [0]
        + head.diagnoses.map { UInt16(clamping: diagnoses.recommendedDays($0) ?? 0) })
    codes = Self.codes(head, diagnoses)
    definitions = Self.measures.map { Self.dated($0, head.decisions) }
  }

  /// Every measure, with the day that what was supplied for it reaches to.
  public let definitions: [MeasureDefinition]

  /// Every measure.
  public static let measures: [MeasureDefinition] =
    Measure.all.map(\.definition) + SuppliedMeasures.all

  /// What the edition's maker noted.
  public var notes: [String: String] { edition.head.notes }
  /// The last day that the facts tell about.
  public var observedThrough: Day { edition.head.observedThrough }
  /// The numbers that the edition was built with.
  public var rules: FollowUpRules { edition.head.rules }
  /// Supplied variables of units, by name.
  public var backgrounds: [BackgroundVariable] { edition.head.background }
  /// The decisions that the edition was made with.
  public var decisions: DecisionTable.Note { edition.head.decisions }
  /// Care units, by id.
  public var units: [UnitTable.Unit] { edition.head.units }
  /// Certificates that were taken in, with those that no longer count; persons; and supplement
  /// requests.
  public var counts: (certificates: Int, persons: Int, requests: Int) {
    (edition.certificates.count, edition.persons.count, edition.requests.count)
  }

  /// The cases by a definition: kept ones, or cut when they are asked for first.
  func cases(_ definition: CaseDefinition) throws(MeasureFault) -> CaseColumns {
    switch definition {
    case .named(.inera): return edition.inera
    case .named(.sfb): return edition.sfb
    case .own(let gap):
      guard (0...SickLeavePeriods.longestGap).contains(gap) else { throw .gapOutOfRange }
      return own.cases(gap) {
        CaseColumns(
          edition.caseSource, gap: gap, recurrence: rules.recurrence, observed: observedThrough)
      }
    }
  }

  /// The most days without a certificate inside a case.
  func gap(_ definition: CaseDefinition) -> Int {
    switch definition {
    case .named(.inera): rules.gapInera
    case .named(.sfb): rules.gapSFB
    case .own(let gap): gap
    }
  }

  /// What a code of a dimension is called; the code itself where nothing tells.
  public func label(_ code: String, in dimension: Dimension) -> Bilingual {
    DimensionNames.name(code, in: dimension)
      ?? name(code, in: dimension) ?? Bilingual(sv: code, en: code)
  }

  /// The codes that a reader can choose among in a list, in their order; none of those that are
  /// so many, or tell so much of a single place, that they are typed.
  public func choices(in dimension: Dimension) -> [String] {
    switch dimension {
    case .length: return DimensionCodes.lengthGroups
    case .degree: return DimensionCodes.degrees
    case .question: return QuestionGroup.codes
    case .background: return backgrounds.flatMap(\.codes)
    case .month, .quarter, .halfYear, .year, .block, .category, .code: return []
    default: return (codes[dimension]?.codes ?? []).filter { $0 != DimensionCodes.unknown }
    }
  }

  private func name(_ code: String, in dimension: Dimension) -> Bilingual? {
    func plain(_ text: String?) -> Bilingual? { text.map { Bilingual(sv: $0, en: $0) } }
    return switch dimension {
    case .unit: plain(units.first { $0.id == code }?.name)
    case .provider: plain(units.first { $0.provider == code }?.providerName)
    case .background: backgrounds.lazy.compactMap { $0.name(of: code) }.first
    case .chapter, .block, .category, .code, .chartGroup, .namedGroup:
      diagnoses.name(code, in: dimension)
    default: nil
    }
  }

  private static func dated(
    _ measure: MeasureDefinition, _ decisions: DecisionTable.Note
  ) -> MeasureDefinition {
    guard Measure.decisions.contains(where: { $0.id == measure.id }) else { return measure }
    var measure = measure
    let text =
      decisions.through.map {
        Bilingual(
          sv: " \(decisions.outcomes) utfall är kända, till och med \($0).",
          en: " \(decisions.outcomes) outcomes are known, through \($0).")
      } ?? Bilingual(sv: " Inga beslut har lämnats.", en: " No decisions have been supplied.")
    measure.source = Bilingual(
      sv: measure.source.sv + text.sv, en: measure.source.en + text.en)
    return measure
  }

  private static func codes(
    _ head: Edition.Head, _ diagnoses: some DiagnosisGrouping
  ) -> [Dimension: DimensionCodes] {
    func unit(_ value: (UnitTable.Unit) -> String?) -> DimensionCodes {
      DimensionCodes(.unit, sorting: [nil] + head.units.map(value))
    }
    func diagnosis(_ value: (String) -> String?) -> DimensionCodes {
      DimensionCodes(.diagnosis, sorting: [nil] + head.diagnoses.map(value))
    }
    return [
      .unit: unit(\.id), .provider: unit(\.provider), .region: unit(\.region),
      .careLevel: unit(\.careLevel), .background: unit { _ in nil },
      .chapter: diagnosis { diagnoses.chapter($0) }, .block: diagnosis { diagnoses.block($0) },
      .category: diagnosis { diagnoses.category($0) }, .code: diagnosis { $0 },
      .chartGroup: diagnosis { diagnoses.chartGroup($0) },
      .namedGroup: diagnosis { diagnoses.namedGroup($0) },
      .speciality: DimensionCodes(.speciality, sorting: [nil] + head.specialities),
      .sex: .sex, .age: .age, .order: .order, .occupation: .occupation,
      .comorbidity: .comorbidity, .tie: .tie, .outcome: .outcome,
    ]
  }
}
