// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// The overview of the follow-up.
struct FollowUpModel: Sendable {
  let overview: FollowUpOverview
  let purpose: FollowUpPurpose
  let role: PartyRole
  let language: Language
  /// Every measure that the reader may see.
  let measures: [MeasureDefinition]
  /// The reader takes in files too.
  var isAnalyst = false

  init(
    _ overview: FollowUpOverview, measures: [MeasureDefinition], purpose: FollowUpPurpose,
    role: PartyRole, language: Language
  ) {
    self.overview = overview
    self.purpose = purpose
    self.role = role
    self.language = language
    self.measures = measures.filter(overview.reader.reads)
  }

  var days: String { MeasureTexts.days(overview.from, overview.to)[language] }
  var hasComparison: Bool { overview.glances.contains { $0.comparison != nil } }
  /// None of the measures counts anything of the reader's own.
  var hasNoneOfOwn: Bool {
    !overview.glances.isEmpty
      && overview.glances.allSatisfy { $0.series.total.figure?.denominator == 0 }
  }
  var hidesAny: Bool {
    hidesParts || overview.glances.contains { $0.series.total.figure == nil }
  }
  /// Some line over time has a gap.
  var hidesParts: Bool {
    overview.glances.contains { $0.series.rows.contains { $0.cell.figure == nil } }
  }

  /// Whose certificates the page is about.
  var scopeName: String {
    switch overview.reader.scope {
    case .everything: MeasureTexts.own(nil)[language]
    case .region(let code): overview.labels.label(code, in: .region)[language]
    case .provider(let id): overview.labels.label(id, in: .provider)[language]
    case .units: MeasureTexts.own(role)[language]
    }
  }

  /// Measures by what they are counted among, in the order of the definitions.
  var groups: [(population: MeasureDefinition.Population, measures: [MeasureDefinition])] {
    MeasureDefinition.Population.allCases.compactMap { population in
      let own = measures.filter { $0.population == population }
      return own.isEmpty ? nil : (population, own)
    }
  }

  /// The page of a measure, with the same purpose.
  func href(_ measure: MeasureDefinition) -> Href {
    var filter = MeasureFilter()
    filter.purpose = purpose
    return filter.address(measure.id)
  }
}
