// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// Cases as lines of a file that spreadsheets open: UTF-8 with a byte order mark, semicolons.
struct CaseExport: Sendable {
  typealias Cell = CSVCell

  static let byteOrderMark = CSVCell.byteOrderMark

  let language: Language
  let regionNames: [HSAID: String]

  static func fileName(_ day: Day) -> String { "samsyn-arenden-\(day).csv" }

  /// The first line: the names of the columns.
  var head: String { Self.line(CaseExportTexts.columns.map { .text($0[language]) }) }

  /// A case. Neither a personal number nor the name of a protected person is in it.
  func line(_ row: CaseListRow) -> String {
    let person = ListedPerson(row)
    let named =
      switch person {
      case .protected, .named: person.text(language)
      case .town, .unknown: ""
      }
    return Self.line([
      .text(row.id.description), .text(row.line.agencyNumber ?? ""),
      .text(row.statusLabel[language]), .text(row.nextActor?.title[language] ?? ""),
      .text(named), .text(person == .protected ? "" : row.line.town ?? ""),
      .text(row.region.map { regionNames[$0] ?? $0.description } ?? ""),
      .text(row.line.performerName ?? ""), .text(row.performer?.description ?? ""),
      day(row.openedDay), day(row.completeDay), day(row.dueDay),
      .text(row.dueBasis.map { CaseExportTexts.basis($0)[language] } ?? ""),
      row.daysLeft.map(Cell.number) ?? .text(""), .number(row.deviations),
      .text(row.line.isExtended ? CaseExportTexts.yes[language] : ""),
      .text(row.line.interpreterLanguage ?? ""), day(row.endedDay),
    ])
  }

  private func day(_ day: Day?) -> Cell { .text(day?.description ?? "") }

  private static func line(_ cells: [Cell]) -> String { CSVCell.line(cells) }
}

/// The words of the exported file.
enum CaseExportTexts {
  static let columns = [
    Bilingual(sv: "Ärende", en: "Case"),
    Bilingual(sv: "Försäkringskassans ärendenummer", en: "Försäkringskassan's case number"),
    Bilingual(sv: "Läge", en: "Status"),
    Bilingual(sv: "Nästa steg hos", en: "Next step with"),
    Bilingual(sv: "Försäkrad", en: "Insured person"),
    Bilingual(sv: "Ort", en: "Town"),
    Bilingual(sv: "Region", en: "Region"),
    Bilingual(sv: "Utförare", en: "Performer"),
    Bilingual(sv: "Utförarens HSA-id", en: "The performer's HSA-id"),
    Bilingual(sv: "Inkommet", en: "Opened"),
    Bilingual(sv: "Underlag komplett", en: "Documents complete"),
    Bilingual(sv: "Sista dag", en: "Last day"),
    Bilingual(sv: "Dagen vilar på", en: "The day rests on"),
    Bilingual(sv: "Vardagar kvar", en: "Workdays left"),
    Bilingual(sv: "Avvikelser", en: "Deviations"),
    Bilingual(sv: "Utvidgad", en: "Extended"),
    Bilingual(sv: "Tolk", en: "Interpreter"),
    Bilingual(sv: "Avslutat", en: "Ended"),
  ]

  static let yes = Bilingual(sv: "ja", en: "yes")

  static func basis(_ basis: DueBasis) -> Bilingual {
    switch basis {
    case .law: Bilingual(sv: "lag eller förordning", en: "act or ordinance")
    case .target: Bilingual(sv: "servicemål, inte lag", en: "service target, not law")
    case .stated: Bilingual(sv: "angiven av en part", en: "stated by a party")
    }
  }
}
