// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the overview of cases.
enum CasesTexts {
  static let title = Bilingual(sv: "Ärenden", en: "Cases")

  static func lead(_ role: PartyRole) -> Bilingual {
    switch role {
    case .region:
      Bilingual(
        sv: "Utredningar som regionen ansvarar för. Listan visar det som har skickats till "
          + "regionen, aldrig medicinskt innehåll.",
        en: "Assessments that the region answers for. The list shows what was sent to the "
          + "region, never medical content.")
    case .performer:
      Bilingual(
        sv: "Förfrågningar och utredningar hos er. Listan visar det som har skickats till er.",
        en: "Your inquiries and assessments. The list shows what was sent to you.")
    case .fk, .insured:
      Bilingual(
        sv: "Utredningar som Försäkringskassan har begärt. Listan visar det som har skickats "
          + "till Försäkringskassan.",
        en: "Assessments that Försäkringskassan has requested. The list shows what was sent to "
          + "Försäkringskassan.")
    }
  }

  // Columns and fields
  static let number = Bilingual(sv: "Ärende", en: "Case")
  static let cases = Bilingual(sv: "Ärenden", en: "Cases")
  static let insured = Bilingual(sv: "Försäkrad", en: "Insured person")
  static let status = Bilingual(sv: "Läge", en: "Status")
  static let nextStepAt = Bilingual(sv: "Nästa steg hos", en: "Next step with")
  static let performer = Bilingual(sv: "Utförare", en: "Performer")
  static let performerAndRegion = Bilingual(
    sv: "Utförare och region", en: "Performer and region")
  static let performerID = Bilingual(sv: "Utförarens HSA-id", en: "The performer's HSA-id")
  static let region = Bilingual(sv: "Region", en: "Region")
  static let opened = Bilingual(sv: "Inkommet", en: "Opened")
  static let completeOn = Bilingual(sv: "komplett", en: "complete")
  static let due = Bilingual(sv: "Sista dag", en: "Last day")
  static let dueFrom = Bilingual(sv: "Sista dag från", en: "Last day from")
  static let dueTo = Bilingual(sv: "Sista dag till", en: "Last day to")
  static let daysLeft = Bilingual(sv: "Vardagar kvar", en: "Workdays left")
  static let deviations = Bilingual(sv: "Avvikelser", en: "Deviations")
  static let orderBy = Bilingual(sv: "Ordna efter", en: "Order by")
  static let directionWord = Bilingual(sv: "Riktning", en: "Direction")

  // Choices
  static func state(_ state: CaseListState) -> Bilingual {
    switch state {
    case .running: Bilingual(sv: "Pågående", en: "Running")
    case .ended: Bilingual(sv: "Avslutade", en: "Ended")
    case .all: Bilingual(sv: "Pågående och avslutade", en: "Running and ended")
    }
  }
  static let anyStatus = Bilingual(sv: "Alla lägen", en: "Any status")
  static func whole(_ phase: Phase) -> Bilingual {
    Bilingual(sv: "\(phase.label.sv), alla lägen", en: "\(phase.label.en), any status")
  }
  static let anybody = Bilingual(sv: "Alla parter", en: "Any party")
  static let anyPerformer = Bilingual(sv: "Alla utförare", en: "Any performer")
  static let withAndWithout = Bilingual(sv: "Med och utan", en: "With and without")
  static let onlyWith = Bilingual(sv: "Bara med", en: "Only with")
  static let withDeviations = Bilingual(sv: "Med avvikelser", en: "With deviations")
  static let ascending = Bilingual(sv: "Stigande", en: "Ascending")
  static let descending = Bilingual(sv: "Fallande", en: "Descending")
  static let filter = Bilingual(sv: "Filtrera", en: "Filter")
  static let clear = Bilingual(sv: "Rensa alla filter", en: "Clear all filters")

  static func order(_ sort: CaseListSort) -> Bilingual {
    switch sort {
    case .due: Bilingual(sv: "sista dag", en: "last day")
    case .opened: Bilingual(sv: "dag då ärendet kom in", en: "day of opening")
    case .number: Bilingual(sv: "ärendenummer", en: "case number")
    case .updated: Bilingual(sv: "senaste händelse", en: "latest event")
    case .status: Bilingual(sv: "läge", en: "status")
    }
  }

  static func direction(_ sort: CaseListSort, isDescending: Bool) -> Bilingual {
    switch (sort, isDescending) {
    case (.due, false): Bilingual(sv: "närmast först", en: "nearest first")
    case (.due, true): Bilingual(sv: "längst bort först", en: "farthest first")
    case (.opened, false), (.number, false), (.updated, false):
      Bilingual(sv: "äldst först", en: "oldest first")
    case (.opened, true), (.number, true), (.updated, true):
      Bilingual(sv: "nyast först", en: "newest first")
    case (.status, false): Bilingual(sv: "stigande", en: "ascending")
    case (.status, true): Bilingual(sv: "fallande", en: "descending")
    }
  }

  static func shown(_ range: String, _ order: String, _ direction: String) -> Bilingual {
    Bilingual(
      sv: "Visar \(range). Ordnade efter \(order), \(direction).",
      en: "Showing \(range). Ordered by \(order), \(direction).")
  }

  static func caption(_ page: Int) -> Bilingual {
    Bilingual(sv: "Ärenden, sida \(page)", en: "Cases, page \(page)")
  }

  // Cells and empty lists
  static let we = Bilingual(sv: "Oss", en: "Us")
  static let nobody = Bilingual(sv: "Ingen", en: "Nobody")
  static let notSet = Bilingual(sv: "inte satt än", en: "not set yet")
  static let extended = Bilingual(sv: "utvidgad", en: "extended")
  static let over = Bilingual(sv: "över", en: "over")
  static let passed = Bilingual(sv: "passerad", en: "passed")
  static let moreThan = Bilingual(sv: "Fler än", en: "More than")
  static let download = Bilingual(sv: "Hämta som CSV", en: "Download as CSV")
  static let exportLimit = Bilingual(
    sv: "Filen som hämtas har högst \(CountText.grouped(WebLimit.exportRows)) ärenden, i listans "
      + "ordning. Filtrera listan för att få med resten.",
    en: "The file has at most \(CountText.grouped(WebLimit.exportRows)) cases, in the order of the "
      + "list. Filter the list to get the rest.")
  static let newRequest = Bilingual(sv: "Ny begäran", en: "New request")
  static let noMatch = Bilingual(
    sv: "Inget ärende stämmer med det du har valt", en: "No case fits what you have chosen")
  static let noMatchText = Bilingual(
    sv: "Ta bort ett av valen ovanför listan, eller rensa alla.",
    en: "Remove one of the choices above the list, or clear them all.")
  static let none = Bilingual(sv: "Inga ärenden än", en: "No cases yet")
  static func noneText(_ role: PartyRole) -> Bilingual {
    role == .fk
      ? Bilingual(
        sv: "Ärendet visas här när du har skickat en begäran till en region.",
        en: "A case shows here when you have sent a request to a region.")
      : Bilingual(
        sv: "Ett ärende visas här när något i det har skickats till er.",
        en: "A case shows here when something of it has been sent to you.")
  }

  // Foot
  static let lawSign = Bilingual(
    sv: "sista dag enligt förordning", en: "last day by ordinance")
  static let targetSign = Bilingual(sv: "regionens eget mål", en: "the region's own target")
  static let noNumbers = Bilingual(
    sv: "Personnummer visas bara inne i ärendet. Vill du hitta en viss person söker du på hela "
      + "personnumret högst upp.",
    en: "Personal numbers show only inside the case. To find a certain person, search for the "
      + "whole personal number at the top.")
}
