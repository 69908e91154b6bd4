// SPDX-License-Identifier: Apache-2.0
import Domain
import Service
import Statistics

/// The page of data quality as a file: a line for each number that the page shows.
struct QualityFile: Sendable {
  let model: QualityModel

  private var language: Language { model.language }

  /// The whole file. What is hidden on the page is hidden here.
  var text: String {
    let edition = model.report.edition
    var lines = CSVCell.byteOrderMark
    func fact(_ name: Bilingual, _ value: String) {
      lines += CSVCell.line([.text(name[language]), .text(value)])
    }
    fact(QualityTexts.scope, model.scopeName)
    fact(MeasureTexts.purpose, FollowUpPurpose.quality.text[language])
    fact(MeasureChartTexts.edition, "\(edition.number)")
    fact(MeasureChartTexts.built, "\(edition.built.day)")
    fact(MeasureChartTexts.through, "\(edition.observedThrough)")
    lines += CSVCell.line([
      .text(QualityTexts.section[language]), .text(QualityTexts.code[language]),
      .text(QualityTexts.meaning[language]), .text(QualityTexts.count[language]),
    ])
    for row in rows {
      lines += CSVCell.line([
        .text(row.section), .text(row.code), .text(row.meaning), count(row.count),
      ])
    }
    for tie in model.report.ties {
      let words = MeasureTexts.tie(tie.tie)[language]
      lines += CSVCell.line([
        .text(QualityTexts.ties[language]), .text(tie.tie.rawValue), .text(words),
        // Readers who see no counts get the share as the page says it.
        tie.certificates.map { .number($0) } ?? .text(model.share(tie)),
      ])
    }
    return lines
  }

  private func count(_ count: Int?) -> CSVCell {
    count.map { .number($0) } ?? .text(MeasureTexts.hiddenWord[language])
  }

  private typealias Row = (section: String, code: String, meaning: String, count: Int?)

  private var rows: [Row] {
    var rows: [Row] = model.totals.map { (QualityTexts.sum[language], "", $0.words, $0.count) }
    for (title, lines) in [
      (QualityTexts.rules, model.rules), (QualityTexts.lost, model.lost),
      (QualityTexts.notFollowed, model.otherReasons), (QualityTexts.notes, model.notes),
      (QualityTexts.waitingTitle, model.waiting ?? []),
    ] {
      rows += lines.map { (title[language], $0.code, $0.text, $0.count) }
    }
    for month in model.report.months ?? [] {
      let code = month.month ?? QualityTexts.unknownMonth[language]
      rows += [
        (QualityTexts.accepted, month.accepted), (QualityTexts.noted, month.noted),
        (QualityTexts.rejected, month.rejected),
      ].map { (QualityTexts.months[language], code, $0.0[language], $0.1) }
    }
    for record in model.report.imports ?? [] {
      guard let result = record.result else { continue }
      rows += [
        (QualityTexts.accepted, result.accepted), (QualityTexts.noted, result.acceptedWithNotes),
        (QualityTexts.rejected, result.rejected), (ImportResultTexts.known, result.known),
      ].map {
        (QualityTexts.imports[language], record.started.day.description, $0.0[language], $0.1)
      }
    }
    return rows
  }
}
