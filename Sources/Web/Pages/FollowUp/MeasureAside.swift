// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// What stands beside a measure's figures: what it counts, where it comes from and how much it
/// covers, what it does not say, and by what it can be divided.
struct MeasureAside {
  let model: MeasureModel
  let language: Language

  private var measure: MeasureDefinition { model.measure }

  var html: HTML {
    aside(.class("beside"), .ariaLabel(MeasureTexts.aboutMeasure[language])) {
      definition
      coverage
      limits
      breakdowns
    }
  }

  private func card(
    _ id: String, _ title: Bilingual, isPrinted: Bool = true, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    section(.class("card", "card--s", isPrinted ? nil : "no-print"), .ariaLabelledBy(id)) {
      div(.class("card__head")) { h2(.id(id)) { title[language] } }
      div(.class("card__body", "small", "stack-s")) { content() }
    }
  }

  private func fact(_ term: Bilingual, _ text: String) -> HTML {
    p {
      b { term[language] + ":" }
      " " + text
    }
  }

  private var definition: HTML {
    card("raknas", MeasureTexts.method) {
      fact(MeasureTexts.numerator, measure.numerator[language])
      fact(MeasureTexts.denominator, measure.denominator[language])
      fact(MeasureTexts.timeAxis, measure.timeAxis[language])
      if measure.usesCases {
        fact(MeasureTexts.cases, MeasureTexts.cases(model.query.cases)[language])
      }
      p {
        a(.href(SiteAddress.method(measure.id).href)) { MeasureTexts.wholeMethod[language] }
      }
    }
  }

  private var coverage: HTML {
    let edition = model.answer.edition
    var lines: [SummaryList.Line] = model.ties.map {
      .init(MeasureTexts.tie($0.tie)[language], $0.share)
    }
    if let lacking = model.lackingShare {
      lines.append(.init(MeasureChartTexts.lacking[language], lacking))
    }
    return card("kalla", MeasureChartTexts.coverage) {
      p { measure.source[language] }
      SummaryList(lines + EditionLines(edition, language).lines, isSmall: true).html(language)
      if !edition.changes.isEmpty {
        Fold(MeasureChartTexts.changes[language], isOpen: false) {
          ul { for change in edition.changes { li { change[language] } } }
        }.html(language)
      }
      p(.class("muted")) { MeasureChartTexts.outsideChannel[language] }
    }
  }

  private var limits: HTML {
    card("granser", MeasureTexts.limits) {
      p { measure.limits[language] }
      p { MeasureChartTexts.noBlame[language] }
    }
  }

  private var breakdowns: HTML {
    let dimensions = measure.dimensions.filter {
      !$0.isTime && model.answer.reader.uses($0) && [$0] != model.query.by
    }
    return card("dela", MeasureTexts.by, isPrinted: false) {
      ul(.class("stack-s")) {
        for dimension in dimensions {
          li {
            a(.href(divided(by: dimension))) { MeasureTexts.dimension(dimension)[language] }
          }
        }
      }
    }
  }

  private func divided(by dimension: Dimension) -> Href {
    model.filter.with { $0.by = [dimension] }.address(measure.id, fragment: "uppdelning")
  }
}

/// The edition in lines: which it is, when it was built, and what it rests on.
struct EditionLines {
  let edition: EditionFacts
  let language: Language

  init(_ edition: EditionFacts, _ language: Language) {
    self.edition = edition
    self.language = language
  }

  var lines: [SummaryList.Line] {
    let copies = edition.snapshotDays
    return [
      .init(MeasureChartTexts.edition[language], "\(edition.number)"),
      .init(MeasureChartTexts.built[language], edition.built.day.description),
      .init(MeasureChartTexts.through[language], edition.observedThrough.description),
      .init(MeasureChartTexts.documents[language], CountText.grouped(edition.documents)),
      .init(
        MeasureChartTexts.copies[language],
        copies.isEmpty ? "–" : copies.map(\.description).joined(separator: ", ")),
    ]
  }
}

extension EditionLines {
  /// Which edition it is, in a sentence for beneath a heading and for paper.
  var sentence: String {
    let built = MeasureChartTexts.built[language].lowercased()
    let through = MeasureChartTexts.through[language].lowercased()
    let edition = "\(MeasureChartTexts.edition[language]) \(edition.number)"
    return "\(edition), \(built) \(self.edition.built.day), \(through) "
      + "\(self.edition.observedThrough)."
  }
}

/// The purpose in a line, with the way to another.
struct PurposeLine {
  let purpose: FollowUpPurpose
  let change: Href
  let language: Language

  var html: HTML {
    fragment {
      span {
        Icon.shield.html
        " "
        b { MeasureTexts.purpose[language] + ":" }
        " \(purpose.text[language]). \(MeasureTexts.logged[language])"
      }
      a(.class("no-print"), .href(change)) { MeasureTexts.changePurpose[language] }
    }
  }
}
