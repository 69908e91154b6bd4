// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// Where the purpose is chosen, before any figure is shown.
///
/// - Parameters:
///   - kept: the rest of the address, which stays.
///   - hasFault: the form was sent without a choice.
func purposePage(
  _ purposes: [FollowUpPurpose], action: Href, kept: [(String, String)], hasFault: Bool,
  frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  let name = MeasureFilter.Name.purpose
  return PageShell(frame) {
    if hasFault {
      ErrorSummary([
        FieldError(ChoiceField.firstID(of: name), MeasureTexts.purposeMissing[language])
      ]).html(language)
    }
    PageHead(MeasureTexts.purpose[language], lead: MeasureTexts.purposeLead[language]).html
    form(.action(action), .method(.get)) {
      for (name, value) in kept {
        input(.type(Attribute.InputKind.hidden), .name(name), .value(value))
      }
      input(.type(Attribute.InputKind.hidden), .name(purposeAsked), .value("ja"))
      ChoiceField(
        frame: FieldFrame(
          name, MeasureTexts.purposeQuestion[language],
          error: hasFault ? MeasureTexts.purposeMissing[language] : nil),
        choices: purposes.map { Choice($0.rawValue, $0.text.asLabel(language)) }
      ).html(language)
      Button.submit(MeasureTexts.go[language]).html
    }
    p(.class("section")) {
      a(.href(SiteAddress.methods.href)) { MeasureTexts.methods[language] }
    }
  }.render()
}

/// Tells a form that was sent without a choice from a first visit.
let purposeAsked = "fragat"

/// Why there are no figures at all.
///
/// - Parameters:
///   - measure: the one that the page is about; nil for the overview.
///   - more: where the reader can do something about it.
func followUpEmptyPage(
  _ title: Bilingual, _ text: Bilingual, of measure: MeasureDefinition? = nil, role: PartyRole,
  more: (title: Bilingual, address: SiteAddress)? = nil, frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  let name = measure?.name ?? MeasureTexts.title
  let lead = measure?.purpose ?? MeasureTexts.lead(role)
  let method = measure.map { (title: MeasureTexts.method, address: SiteAddress.method($0.id)) }
  let next = more ?? method ?? (title: MeasureTexts.methods, address: .methods)
  return PageShell(frame) {
    PageHead(name[language], lead: lead[language]).html
    EmptyState(
      title: title[language], text: text[language],
      action: .link(next.title[language], to: next.address.href, .quiet), icon: .chart
    ).html
  }.render()
}

/// The overview: measures with their value, interval, the country's value and how they went.
func followUpPage(_ model: FollowUpModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(MeasureTexts.title[language], lead: MeasureTexts.lead(model.role)[language]).html
    section(.class("card"), .ariaLabelledBy("urval")) {
      div(.class("card__body")) {
        h2(.class("small", "strong"), .id("urval")) { MeasureTexts.selection[language] }
        FilterChips(
          id: "valda",
          chips: [
            .init(model.scopeName, remove: nil), .init(model.days, remove: nil, isUsual: true),
          ]
        ).html(language)
        p(.class("small", "muted", "section-s")) {
          EditionLines(model.overview.edition, language).sentence
        }
      }
      div(.class("card__foot", "row", "row--apart")) {
        PurposeLine(
          purpose: model.purpose, change: SiteAddress.followUp.href, language: language
        ).html
      }
    }
    if model.hasNoneOfOwn {
      div(.class("section")) {
        Notice(
          .note, MeasureChartTexts.noneOfOwn[language], MeasureChartTexts.noneOfOwnText[language]
        ).html
      }
    }
    Card("matt", MeasureTexts.measures[language]) {
      GlanceLegend(
        own: model.scopeName, hasComparison: model.hasComparison, language: language
      ).html
      glanceTable(model, language)
      if model.hidesAny {
        p(.class("small", "muted", "section-s")) {
          if model.hidesParts { MeasureChartTexts.gapLegend[language] + " " }
          MeasureTexts.hiddenMethod(model.overview.fewest)[language]
        }
      }
    }.section
    allMeasures(model, language)
  }.render()
}

extension Card {
  /// The card with room above it.
  fileprivate var section: HTML { div(.class("section")) { html } }
}

private func glanceTable(_ model: FollowUpModel, _ language: Language) -> HTML {
  var columns: [DataTable.Column] = [
    .init(MeasureTexts.measure[language]), .init(MeasureTexts.value[language], isNumber: true),
    .init(MeasureTexts.interval[language], isNumber: true),
    .init(MeasureTexts.numeratorOfDenominator[language], isNumber: true),
  ]
  if model.hasComparison { columns.append(.init(MeasureTexts.country[language], isNumber: true)) }
  columns += [
    .init(MeasureChartTexts.overTime[language]),
    .init(MeasureChartTexts.coverageWord[language], isNumber: true),
  ]
  return DataTable(
    id: "matt-tabell", caption: MeasureTexts.measures[language], columns: columns,
    rows: model.overview.glances.map { glance in line(glance, model, language) }, density: .airy,
    isFigures: true
  ).html(language)
}

private func line(
  _ glance: MeasureGlance, _ model: FollowUpModel, _ language: Language
) -> [HTML] {
  let text = FigureText(glance.definition, language)
  let figure = glance.series.total.figure
  let counts = glance.definition.kind == .count
  let charts = MeasureCharts(
    measure: glance.definition, labels: model.overview.labels, language: language)
  let hidden = span(.class("hide")) { MeasureTexts.hiddenWord[language] }
  let none = span(.class("none")) { "–" }
  var cells: [HTML] = [
    a(.class("cell"), .href(model.href(glance.definition))) { glance.definition.name[language] },
    figure.map { f in b { text.value(f.value) } } ?? hidden,
    figure.flatMap { $0.low == nil ? nil : .text(text.interval($0)) } ?? none,
    figure.flatMap {
      counts
        ? nil
        : .text("\(CountText.grouped($0.numerator)) / \(CountText.grouped($0.denominator))")
    } ?? none,
  ]
  if model.hasComparison {
    cells.append(.text(text.value(glance.comparison?.total.figure?.value)))
  }
  let others = counts ? [:] : MeasureCharts.values(glance.comparison)
  let coverage = CoverageShares(glance.series).tied
  cells += [
    Sparkline(
      title: charts.summary(glance.series),
      values: glance.series.rows.map { $0.cell.figure?.value },
      comparison: glance.series.rows.map { others[$0.codes.first ?? ""] ?? nil }
    ).html,
    .text(coverage.map(text.wholePercent) ?? "–"),
  ]
  return cells
}

private func allMeasures(_ model: FollowUpModel, _ language: Language) -> HTML {
  section(.class("section", "no-print"), .ariaLabelledBy("alla")) {
    h2(.id("alla")) { MeasureTexts.allMeasures[language] }
    for group in model.groups {
      h3(.class("measures-head")) { MeasureTexts.population(group.population)[language] }
      ul(.class("measures")) {
        for measure in group.measures {
          li {
            a(.href(model.href(measure))) { measure.name[language] }
            span(.class("muted", "small")) { measure.purpose[language] }
          }
        }
      }
    }
    p(.class("section")) {
      a(.href(SiteAddress.methods.href)) { MeasureTexts.methods[language] }
    }
    p {
      a(.href(SiteAddress.quality.href)) { QualityTexts.title[language] }
      span(.class("muted")) { " – " + QualityTexts.linkNote[language] }
    }
    if model.isAnalyst {
      p {
        a(.href(SiteAddress.imports.href)) { ImportTexts.title[language] }
        span(.class("muted")) { " – " + ImportTexts.linkNote[language] }
      }
    }
  }
}
