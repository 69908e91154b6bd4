// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Statistics

@testable import Service

/// A report of Intygsstatistik as a question to our figures.
struct AcceptanceReport {
  /// What the rows are for, beside months.
  enum Group { case none, column(String, Statistics.Dimension), diagnosis, subject, kind, question }

  var measure: String
  var group: Group
  /// Months before the one that it is, where the rows name no months.
  var months = 12
  var isRegion = false
  /// Figures are shares in percent.
  var isShare = false
  var filter: [Statistics.Dimension: Set<String>] = [:]

  static let cases = "cases-ongoing-latest"
  static let lengths = [
    "Under 15 dagar": "1-14", "15-30 dagar": "15-30", "31-60 dagar": "31-60",
    "61-90 dagar": "61-90", "91-180 dagar": "91-180", "181-364 dagar": "181-364",
    "1-2 år": "365-730", "2- år": "731-",
  ]
  static let longLengths: Set = ["91-180", "181-364", "365-730", "731-"]

  /// Why a table is not of our matter, by what it is called or has in it.
  static func outside(_ fixture: String, _ columns: [String]) -> AcceptanceReason? {
    let name = fixture.lowercased()
    if name.contains("lakar") { return .doctors }
    if name.contains("socialstyrelsen") { return .extracts }
    if name.contains("uppladdade") { return .uploads }
    if name.contains("listningar") || name.hasSuffix("rapporten lan diagram") {
      return .inhabitants
    }
    let shown = ["färg?", "vårdgivarnamn?", "allaEnhetsfilterValda?", "enhetsfilterlista?"]
    return columns.contains(where: shown.contains) ? .presentation : nil
  }

  /// The report by the name of its table.
  init(_ fixture: String) throws {
    var name = fixture
    if name.hasSuffix(" diagram") { name.removeLast(" diagram".count) }
    let report: AcceptanceReport? =
      switch name {
      case "Meddelanden i rapporten meddelanden totalt":
        AcceptanceReport(measure: "supplement-requests-cohort", group: .subject)
      case "Meddelanden i rapporten meddelanden totalt region":
        AcceptanceReport(measure: "supplement-requests-cohort", group: .subject, isRegion: true)
      case "Meddelanden i rapporten meddelanden vardenhet som tvarsnitt":
        AcceptanceReport(measure: "supplement-requests-cohort", group: .column("vårdenhet", .unit))
      case "Kompletteringar i rapporten kompletteringar per fraga som tvarsnitt":
        AcceptanceReport(measure: "supplement-questions", group: .question)
      case "Andel i rapporten komplettering andel intyg":
        AcceptanceReport(measure: "supplement-share", group: .kind, isShare: true)
      case "Andel i rapporten komplettering andel intyg region":
        AcceptanceReport(measure: "supplement-share", group: .kind, isRegion: true, isShare: true)
      case "Intyg i rapporten intyg totalt":
        AcceptanceReport(measure: "certificates", group: .kind)
      case "Intyg i rapporten intyg totalt region":
        AcceptanceReport(measure: "certificates", group: .kind, isRegion: true)
      default: Self.ofCases(name)
      }
    guard let report else { throw NotUnderstood("the report \(fixture)") }
    self = report
  }

  init(
    measure: String, group: Group, months: Int = 12, isRegion: Bool = false, isShare: Bool = false,
    filter: [Statistics.Dimension: Set<String>] = [:]
  ) {
    self.measure = measure
    self.group = group
    self.months = months
    self.isRegion = isRegion
    self.isShare = isShare
    self.filter = filter
  }

  private static func ofCases(_ name: String) -> AcceptanceReport? {
    func made(
      _ group: Group, months: Int = 12, isRegion: Bool = false,
      _ filter: [Statistics.Dimension: Set<String>] = [:]
    ) -> AcceptanceReport {
      AcceptanceReport(
        measure: cases, group: group, months: months, isRegion: isRegion, filter: filter)
    }
    let length = Group.column("sjukskrivningslängd", .length)
    switch name {
    case "Sjukfall i oversikt sjukskrivningslangd":
      return made(.column("grupp", .length), months: 3)
    case "Sjukfall i oversikt sjukskrivningsgrad":
      return made(.column("grupp", .degree), months: 3)
    case "Sjukfall i oversikt aldersgrupp": return made(.column("grupp", .age), months: 3)
    case "Sjukfall i oversikt diagnos": return made(.diagnosis, months: 3)
    default: break
    }
    let prefix = "Sjukfall i rapporten "
    guard name.hasPrefix(prefix) else { return nil }
    var rest = name.dropFirst(prefix.count)
    for ending in [" som tvarsnitt", " som tidsserie"] where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
    }
    switch rest {
    case "sjukfall totalt": return made(.none)
    case "region sjukfall totalt": return made(.none, isRegion: true)
    case "langa sjukfall":
      return made(.column("grupp", .length), [.length: longLengths])
    case "sjukfall per enhet": return made(.column("vårdenhet", .unit))
    case "region sjukfall per enhet": return made(.column("vårdenhet", .unit), isRegion: true)
    case "aldersgrupp": return made(.column("åldersgrupp", .age))
    case "sjukskrivningsgrad": return made(.column("sjukskrivningsgrad", .degree))
    case "sjukskrivningslangd": return made(length)
    case "lan", "andel sjukfall per kon": return made(.column("län", .region))
    case "diagnosgrupp", "enskilt diagnoskapitel": return made(.diagnosis)
    case "jamfor diagnoser": return made(.column("diagnoskategori", .category))
    default: return nil
    }
  }
}
