// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The fields of the filter above a list of cases.
struct CaseFilterFields {
  let model: CasesModel
  let faults: [(field: String, text: Bilingual)]
  let language: Language

  private var filter: CaseFilter { model.filter }

  var html: HTML {
    div(.class("filter")) {
      select(
        CaseFilter.Name.state, CasesTexts.cases,
        CaseListState.allCases.map { Choice($0.rawValue, CasesTexts.state($0)[language]) },
        filter.state.rawValue)
      select(
        CaseFilter.Name.standing, CasesTexts.status, standings, filter.standing?.value ?? "",
        prompt: CasesTexts.anyStatus)
      select(
        CaseFilter.Name.nextActor, CasesTexts.nextStepAt, actors,
        filter.nextActor?.rawValue ?? "", prompt: CasesTexts.anybody)
      if model.role != .performer { performer }
      typed(CaseFilter.Name.from, CasesTexts.dueFrom, filter.from)
      typed(CaseFilter.Name.to, CasesTexts.dueTo, filter.to)
      select(
        CaseFilter.Name.deviations, CasesTexts.deviations,
        [Choice("ja", CasesTexts.onlyWith[language])], filter.onlyDeviations ? "ja" : "",
        prompt: CasesTexts.withAndWithout)
      select(
        CaseFilter.Name.sort, CasesTexts.orderBy,
        CaseListSort.allCases.map { Choice($0.rawValue, CasesTexts.order($0).asLabel(language)) },
        filter.sort.rawValue)
      select(
        CaseFilter.Name.direction, CasesTexts.directionWord,
        [Choice("ned", CasesTexts.descending[language])], filter.isDescending ? "ned" : "",
        prompt: CasesTexts.ascending)
      div { Button.submit(CasesTexts.filter[language], icon: .filter, isSmall: true).html }
    }
  }

  /// A list to choose from where the performers are known, else their identity.
  @HTMLBuilder private var performer: HTML {
    if model.performers.isEmpty {
      typed(CaseFilter.Name.performer, CasesTexts.performerID, filter.performer, isDay: false)
    } else {
      select(
        CaseFilter.Name.performer, CasesTexts.performer,
        model.performers.map { Choice($0.id.description, $0.name) },
        (try? HSAID(filter.performer))?.description ?? "", prompt: CasesTexts.anyPerformer)
    }
  }

  private var actors: [Choice] {
    [PartyRole.fk, .region, .performer].map { role in
      Choice(role.rawValue, role == model.role ? CasesTexts.we[language] : role.title[language])
    }
  }

  private var standings: [Choice] {
    let statuses = CasesModel.statuses(for: model.role)
    return Phase.allCases.flatMap { phase -> [Choice] in
      let own = statuses.filter { $0.phase == phase }
      if own.isEmpty { return [] }
      let whole = Choice(
        CaseFilter.Standing.phase(phase).value, CasesTexts.whole(phase)[language])
      return [whole] + own.map { Choice($0.rawValue, "– " + $0.label[language]) }
    }
  }

  private func select(
    _ name: String, _ label: Bilingual, _ choices: [Choice], _ selected: String,
    prompt: Bilingual? = nil
  ) -> HTML {
    SelectField(
      frame: FieldFrame(name, label[language], id: "f-" + name), choices: choices,
      selected: selected, prompt: prompt?[language], width: .full
    ).bare
  }

  private func typed(
    _ name: String, _ label: Bilingual, _ value: String, isDay: Bool = true
  ) -> HTML {
    let error = faults.first { $0.field == name }?.text[language]
    let frame = FieldFrame(name, label[language], error: error, id: "f-" + name)
    let field = TextField(frame: frame, value: value, inputMode: isDay ? "numeric" : nil)
    return div(.class(error == nil ? nil : "filter__wide")) { field.html(language) }
  }
}
