// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// Every measure's method, in a list.
func methodsPage(_ measures: [MeasureDefinition], frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(MeasureTexts.methods[language], lead: MeasureTexts.methodsLead[language]).html
    for population in MeasureDefinition.Population.allCases {
      let own = measures.filter { $0.population == population }
      if !own.isEmpty {
        div(.class("section")) {
          Card(
            "grupp-\(population.rawValue)", MeasureTexts.population(population)[language],
            aside: .text("\(own.count)")
          ) {
            ul(.class("stack-s")) {
              for measure in own {
                li {
                  a(.href(SiteAddress.method(measure.id).href)) { measure.name[language] }
                  span(.class("muted")) { " – " + measure.purpose[language] }
                }
              }
            }
          }.html
        }
      }
    }
  }.render()
}

/// A measure's method, made of its definition: nothing here is written twice.
///
/// - Parameters:
///   - figures: the page with its figures; nil for those who do not see them.
///   - fewest: the fewest who may stand behind a figure that is shown.
func methodPage(
  _ measure: MeasureDefinition, figures: Href?, fewest: Int, frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  func line(_ term: Bilingual, _ text: String) -> SummaryList.Line {
    SummaryList.Line(term[language], text)
  }
  var lines = [
    line(MeasureTexts.question, measure.purpose[language]),
    line(MeasureTexts.kind, MeasureTexts.kind(measure.kind)[language]),
    line(MeasureTexts.population, MeasureTexts.population(measure.population)[language]),
    line(MeasureTexts.numerator, measure.numerator[language]),
    line(MeasureTexts.denominator, measure.denominator[language]),
    line(MeasureTexts.timeAxis, measure.timeAxis[language]),
    line(MeasureTexts.source, measure.source[language]),
    line(MeasureTexts.limits, measure.limits[language]),
  ]
  let unit = measure.unit[language]
  if !unit.isEmpty { lines.append(line(MeasureTexts.unit, unit)) }
  if let number = measure.number { lines.append(line(MeasureTexts.number, "\(number)")) }
  if measure.usesCases {
    lines.append(line(MeasureTexts.usesCases, MeasureTexts.yes[language]))
  }
  if measure.isAdjustable {
    lines.append(line(MeasureTexts.isAdjustable, MeasureTexts.yes[language]))
  }
  let names = measure.dimensions.map { MeasureTexts.dimension($0)[language].lowercased() }
  if !names.isEmpty {
    lines.append(line(MeasureTexts.dividedBy, names.joined(separator: ", ")))
  }
  lines.append(
    SummaryList.Line(
      MeasureTexts.technicalName[language], html: span(.class("ref")) { measure.id }))
  return PageShell(frame) {
    PageHead(
      measure.name[language], lead: MeasureTexts.method[language],
      actions: figures.map { [.link(MeasureTexts.showFigures[language], to: $0, .quiet)] } ?? []
    ).html
    Card("definition", MeasureTexts.wholeMethod[language]) {
      SummaryList(lines).html(language)
    }.html
    div(.class("section")) {
      Card("osakerhet", MeasureTexts.intervalTitle[language]) {
        div(.class("stack-s")) {
          p { MeasureTexts.intervalMethod[language] }
          p {
            MeasureTexts.hiddenMethod(fewest)[language] + " " + MeasureTexts.hiddenNote[language]
          }
          p {
            MeasureTexts.fewest(fewest)[language] + " "
            a(.href(SiteAddress.rule("STAT_FEWEST_SHOWN").href)) {
              MeasureTexts.fewestRule[language]
            }
          }
        }
      }.html
    }
  }.render()
}
