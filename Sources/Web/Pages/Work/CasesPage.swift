// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The overview of an organisation's cases.
func casesPage(_ model: CasesModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let faults = model.filter.faults(today: model.today)
  return PageShell(frame) {
    ErrorSummary(faults.map { FieldError("f-" + $0.field, $0.text[language]) }).html(language)
    PageHead(
      CasesTexts.title[language], lead: CasesTexts.lead(model.role)[language],
      actions: [
        .link(CasesTexts.download[language], to: model.filter.export, .quiet, icon: .download)
      ]
    ).html
    filterCard(model, faults, language)
    listCard(model, language)
    if model.isLongerThanExport {
      p(.class("small", "muted", "section")) { CasesTexts.exportLimit[language] }
    }
    p(.class("small", "muted", "section")) {
      SourceMark.law(CasesTexts.lawSign[language]).html(language)
      " · "
      SourceMark.target(CasesTexts.targetSign[language]).html(language)
      " · " + CasesTexts.noNumbers[language]
    }
  }.render()
}

private func listCard(_ model: CasesModel, _ language: Language) -> HTML {
  let table = CasesTable(
    role: model.role, regionNames: model.regionNames, source: model.source,
    filter: model.filter, density: model.density)
  return section(.class("card", "section"), .ariaLabelledBy("lista")) {
    div(.class("toolbar")) {
      h2(.class("t-l"), .id("lista")) { model.totalText(language) }
      span(.class("muted")) { model.shownText(language) }
      DensitySwitch(current: model.density) { model.filter.address($0) }.html(language)
    }
    if model.rows.isEmpty {
      nothing(model, language)
    } else {
      table.table(
        model.rows, caption: CasesTexts.caption(model.filter.page)[language], language
      ).html(language)
    }
    if model.nextPage != nil || model.previousPage != nil {
      div(.class("card__foot", "row")) {
        PagePath(
          page: model.filter.page, pageCount: model.pageCount, previous: model.previousPage,
          next: model.nextPage
        ).html(language)
      }
    }
  }
}

private func nothing(_ model: CasesModel, _ language: Language) -> HTML {
  if model.filter.isNarrowed {
    return EmptyState(
      title: CasesTexts.noMatch[language], text: CasesTexts.noMatchText[language],
      action: .link(CasesTexts.clear[language], to: model.filter.cleared, .quiet), icon: .filter
    ).html
  }
  let action: Button? =
    model.role == .fk
    ? .link(
      CasesTexts.newRequest[language], to: SiteAddress.newRequest(step: "person").href, .quiet)
    : nil
  return EmptyState(
    title: CasesTexts.none[language], text: CasesTexts.noneText(model.role)[language],
    action: action
  ).html
}

private func filterCard(
  _ model: CasesModel, _ faults: [(field: String, text: Bilingual)], _ language: Language
) -> HTML {
  let chips = model.filter.chips(
    performers: model.performerNames, today: model.today, language)
  return section(.class("card"), .ariaLabelledBy("filter-rubrik")) {
    h2(.class("sr"), .id("filter-rubrik")) { CasesTexts.filter[language] }
    form(.class("card__body", "form-s"), .action(SiteAddress.cases.href), .method(.get)) {
      CaseFilterFields(model: model, faults: faults, language: language).html
    }
    if !chips.isEmpty {
      div(.class("card__foot")) {
        FilterChips(id: "valda", chips: chips, clear: model.filter.cleared).html(language)
      }
    }
  }
}
