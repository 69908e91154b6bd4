// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// How good what was delivered is: sums, reasons, what waits, ties, months and imports.
func qualityPage(_ model: QualityModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    div(.class("head")) {
      div {
        h1 { QualityTexts.title[language] }
        p { QualityTexts.lead[language] }
      }
      div(.class("row", "no-print")) {
        Button.link(
          ImportResultTexts.download[language], to: SiteAddress.qualityFile.href, .quiet,
          icon: .download
        ).html
      }
    }
    selection(model, language)
    sums(model, language)
    div(.class("cols", "cols--main-side")) {
      div(.class("stack")) {
        rules(model, language)
        ties(model, language)
        if model.months != nil { months(model, language) }
      }
      aside(.class("stack"), .ariaLabel(QualityTexts.reason[language])) {
        lost(model, language)
        others(model, language)
        notes(model, language)
        waiting(model, language)
      }
    }
    if let imports = model.imports {
      div(.class("section")) {
        Card("inlasningar", QualityTexts.imports[language]) {
          if imports.isEmpty {
            p { ImportResultTexts.noneEarlier[language] }
          } else {
            ImportJournal(id: "inlasningar-tabell", lines: imports, language: language).html
          }
        }.html
      }
    }
  }.render()
}

private func selection(_ model: QualityModel, _ language: Language) -> HTML {
  section(.class("card"), .ariaLabelledBy("urval")) {
    div(.class("card__body", "row", "row--apart")) {
      div(.class("row", "grow")) {
        h2(.class("small", "strong"), .id("urval")) { QualityTexts.scope[language] }
        span(.class("chip", "chip--fixed")) {
          Icon.lock.html
          model.scopeName
        }
        span(.class("chip", "chip--fixed")) {
          MeasureChartTexts.edition[language] + " \(model.report.edition.number), "
            + MeasureChartTexts.built[language].lowercased()
            + " \(model.report.edition.built.day)"
        }
      }
    }
    div(.class("card__foot")) {
      Icon.shield.html
      " "
      b { MeasureTexts.purpose[language] + ":" }
      " \(FollowUpPurpose.quality.text[language]). \(MeasureTexts.logged[language]) "
      if model.report.isExact {
        QualityTexts.analystNote[language]
      } else if model.hidesAny {
        QualityTexts.hiddenNote[language]
      }
    }
  }
}

private func sums(_ model: QualityModel, _ language: Language) -> HTML {
  ul(.class("ledger", "ledger--3", "section")) {
    for total in model.totals {
      li {
        div {
          b { number(total.count, language) }
          " "
          span { total.words }
        }
      }
    }
  }
}

private func number(_ count: Int?, _ language: Language) -> HTML {
  guard let count else { return span(.class("hide")) { MeasureTexts.hiddenWord[language] } }
  return .text(CountText.grouped(count))
}

private func rules(_ model: QualityModel, _ language: Language) -> HTML {
  Card("regler", QualityTexts.rules[language], aside: .text(QualityTexts.rulesNote[language])) {
    if model.rules.isEmpty {
      p { QualityTexts.nothingRejected[language] }
    } else {
      DataTable(
        id: "regler-tabell", caption: QualityTexts.rules[language],
        columns: [
          .init(QualityTexts.rule[language]), .init(QualityTexts.demands[language]),
          .init(QualityTexts.count[language], isNumber: true),
        ],
        rows: model.rules.map { [.text($0.code), .text($0.text), number($0.count, language)] }
      ).html(language)
      if !model.unbroken.isEmpty {
        p(.class("small", "muted", "section-s")) {
          "\(QualityTexts.unbroken[language]) \(model.unbroken.joined(separator: ", ")). "
            + QualityTexts.formOnly[language]
        }
      }
    }
  }.html
}

/// Reasons in words with their counts, in the column at the side.
private func reasons(
  _ id: String, _ title: Bilingual, _ lines: [QualityModel.Line], empty: Bilingual,
  text: Bilingual? = nil, _ language: Language
) -> HTML {
  Card(id, title[language], isSmall: true) {
    if lines.isEmpty {
      p(.class("small")) { empty[language] }
    } else {
      if let text { p(.class("small", "muted")) { text[language] } }
      ul(.class("ruled", "tally", "small", "section-s")) {
        for line in lines {
          li {
            span { line.text }
            b { number(line.count, language) }
          }
        }
      }
    }
  }.html
}

private func lost(_ model: QualityModel, _ language: Language) -> HTML {
  reasons(
    "forlorade", QualityTexts.lost, model.lost, empty: QualityTexts.nothingLost,
    text: QualityTexts.lostText, language)
}

private func others(_ model: QualityModel, _ language: Language) -> HTML {
  guard !model.otherReasons.isEmpty else { return .empty }
  return reasons(
    "andra-skal", QualityTexts.notFollowed, model.otherReasons,
    empty: QualityTexts.nothingRejected, language)
}

private func notes(_ model: QualityModel, _ language: Language) -> HTML {
  reasons(
    "anmarkningar", QualityTexts.notes, model.notes, empty: QualityTexts.nothingNoted,
    text: QualityTexts.notesText, language)
}

private func waiting(_ model: QualityModel, _ language: Language) -> HTML {
  guard let lines = model.waiting else { return .empty }
  return reasons(
    "vantar", QualityTexts.waitingTitle, lines, empty: QualityTexts.nothingWaiting,
    text: QualityTexts.waitingText, language)
}

private func ties(_ model: QualityModel, _ language: Language) -> HTML {
  Card("koppling", QualityTexts.ties[language]) {
    if model.report.ties.isEmpty {
      p { QualityTexts.noTies[language] }
    } else {
      figure {
        model.tiesChart.html
        figcaption(.class("small", "muted", "chart-note")) { QualityTexts.tiesText[language] }
      }
      div(.class("section-s")) { tieTable(model, language) }
    }
  }.html
}

private func tieTable(_ model: QualityModel, _ language: Language) -> HTML {
  let hasCounts = model.report.ties.contains { $0.certificates != nil }
  var columns: [DataTable.Column] = [.init(QualityTexts.tie[language])]
  if hasCounts { columns.append(.init(QualityTexts.certificates[language], isNumber: true)) }
  columns.append(.init(QualityTexts.share[language], isNumber: true))
  return DataTable(
    id: "koppling-tabell", caption: QualityTexts.ties[language], columns: columns,
    rows: model.report.ties.map { tie in
      var cells: [HTML] = [.text(MeasureTexts.tie(tie.tie)[language])]
      if hasCounts { cells.append(number(tie.certificates, language)) }
      cells.append(.text(model.share(tie)))
      return cells
    }
  ).html(language)
}

private func months(_ model: QualityModel, _ language: Language) -> HTML {
  Card("manader", QualityTexts.months[language]) {
    if let chart = model.monthsChart {
      figure {
        chart.html
        figcaption(.class("small", "muted", "chart-note")) { QualityTexts.monthsText[language] }
      }
    }
    Fold(MeasureChartTexts.tableFold[language], isOpen: model.monthsChart == nil) {
      DataTable(
        id: "manader-tabell", caption: QualityTexts.months[language],
        columns: [
          .init(QualityTexts.month[language]),
          .init(QualityTexts.accepted[language].capitalizedFirst, isNumber: true),
          .init(QualityTexts.noted[language].capitalizedFirst, isNumber: true),
          .init(QualityTexts.rejected[language].capitalizedFirst, isNumber: true),
          .init(QualityTexts.monthsChart[language], isNumber: true),
        ],
        rows: (model.months ?? []).map { line in
          [
            .text(line.name), .text(CountText.grouped(line.month.accepted)),
            .text(CountText.grouped(line.month.noted)),
            .text(CountText.grouped(line.month.rejected)),
            .text(line.rejectedShare.map { QualityModel.percent($0, language) } ?? "–"),
          ]
        }
      ).html(language)
    }.html(language)
  }.html
}
