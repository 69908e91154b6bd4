// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The columns of a list of cases, with what each role was sent.
struct CasesTable: Sendable {
  let role: PartyRole
  let regionNames: [HSAID: String]
  let source: DueSource
  /// The order that holds and the way to others; nil for a list that cannot be ordered.
  var filter: CaseFilter?
  var density = DataTable.Density.compact

  private var showsPerformer: Bool { role != .performer }
  /// Försäkringskassan sees the region under the performer's name, so that the table is not
  /// wider than a screen.
  private var showsRegion: Bool { role == .performer }

  func table(_ rows: [CaseListRow], caption: String, _ language: Language) -> DataTable {
    DataTable(
      id: "lista-rubrik", caption: caption, columns: columns(language),
      rows: rows.map { cells($0, language) }, density: density)
  }

  private func columns(_ language: Language) -> [DataTable.Column] {
    var columns = [
      column(CasesTexts.number, .number, language),
      column(CasesTexts.insured, nil, language),
      column(CasesTexts.status, .status, language),
      column(CasesTexts.nextStepAt, nil, language),
    ]
    if showsPerformer {
      let title = role == .fk ? CasesTexts.performerAndRegion : CasesTexts.performer
      columns.append(column(title, nil, language))
    }
    if showsRegion { columns.append(column(CasesTexts.region, nil, language)) }
    columns.append(column(CasesTexts.opened, .opened, language))
    columns.append(column(CasesTexts.due, .due, language))
    columns.append(column(CasesTexts.daysLeft, nil, language))
    return columns
  }

  private func column(
    _ title: Bilingual, _ sort: CaseListSort?, _ language: Language
  ) -> DataTable.Column {
    guard let filter, let sort else { return .init(title[language]) }
    let order: DataTable.Order? =
      filter.sort == sort ? (filter.isDescending ? .descending : .ascending) : nil
    return .init(title[language], sort: filter.sorted(by: sort), order: order)
  }

  private func cells(_ row: CaseListRow, _ language: Language) -> [HTML] {
    var cells = [
      number(row), ListedPerson(row).cell(town: row.line.town, language),
      status(row, language), next(row, language),
    ]
    let region = row.region.map { regionNames[$0] ?? $0.description }
    if showsPerformer {
      cells.append(performer(row.line.performerName, region: role == .fk ? region : nil))
    }
    if showsRegion { cells.append(words(region)) }
    cells.append(opened(row, language))
    cells.append(due(row, language))
    cells.append(left(row, language))
    return cells
  }

  private func number(_ row: CaseListRow) -> HTML {
    fragment {
      a(.class("cell", "ref"), .href(SiteAddress.assessment(row.id).href)) { row.id.description }
      if let number = row.line.agencyNumber { span(.class("sub", "ref")) { number } }
    }
  }

  /// Where the case stands, and deviations where there are any.
  private func status(_ row: CaseListRow, _ language: Language) -> HTML {
    fragment {
      Self.badge(row, role: role, language).html
      if row.deviations > 0 {
        span(.class("sub")) { WorkTexts.deviations.text(row.deviations, language) }
      }
    }
  }

  private func next(_ row: CaseListRow, _ language: Language) -> HTML {
    guard let next = row.nextActor else {
      return span(.class("muted")) { CasesTexts.nobody[language] }
    }
    return PartyName(next, next == role ? CasesTexts.we[language] : nil).html(language)
  }

  private func performer(_ name: String?, region: String?) -> HTML {
    fragment {
      if name != nil || region == nil { words(name) }
      if let region { span(.class("sub")) { region } }
    }
  }

  private func opened(_ row: CaseListRow, _ language: Language) -> HTML {
    fragment {
      DateText(language).tag(row.openedDay)
      if let day = row.completeDay {
        span(.class("sub", "nowrap")) {
          CasesTexts.completeOn[language] + " "
          DateText(language).tag(day)
        }
      }
    }
  }

  private func words(_ text: String?) -> HTML {
    text.map(HTML.text) ?? span(.class("muted")) { "–" }
  }

  private func due(_ row: CaseListRow, _ language: Language) -> HTML {
    guard let day = row.dueDay else {
      return span(.class("muted")) { row.endedDay == nil ? CasesTexts.notSet[language] : "–" }
    }
    return fragment {
      span(.class("nowrap")) {
        DateText(language).tag(day)
        if let mark = source.mark(row.dueBasis, language, isSignOnly: true) {
          " "
          mark.html(language)
        }
      }
      if row.dueBasis == .stated { span(.class("sub")) { DueSource.statedWord[language] } }
      if row.line.isExtended { span(.class("sub")) { CasesTexts.extended[language] } }
    }
  }

  private func left(_ row: CaseListRow, _ language: Language) -> HTML {
    guard let days = row.daysLeft else { return words(nil) }
    if days < 0 || row.isOverdue {
      return span(.class("left", "left--late")) {
        Icon.alert.html
        // On the weekend after the last day it has passed, though no workday has.
        days < 0 ? "\(-days) " + CasesTexts.over[language] : CasesTexts.passed[language]
      }
    }
    let isSoon = days <= 5
    return span(.class("left", isSoon ? "left--soon" : "left--rest")) {
      if isSoon { Icon.clock.html }
      "\(days)"
    }
  }

  /// A status as a badge; what asks something of the reader's own party stands out.
  static func badge(_ row: CaseListRow, role: PartyRole, _ language: Language) -> Badge {
    let status = row.status
    let label = row.statusLabel[language]
    if row.isDisposed { return Badge(.rest, label, icon: .close) }
    if status == .ended { return Badge(.done, label) }
    if status.phase == .ended { return Badge(.rest, label, icon: .close) }
    return status.nextActor == role ? Badge(.note, label) : Badge(.rest, label)
  }
}
