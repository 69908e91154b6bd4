// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A region's settings with what was typed and what is wrong with it.
struct SettingsModel: Sendable {
  let settings: RegionSettings
  let form: SettingsForm
  let faults: [FieldFault]
  /// The targets of the rule book, for comparison.
  let standard: ServiceTargets
  let today: Day
  /// What was just saved; nil when the page was only opened.
  let saved: Saved?
  /// The counties that the region can state as its own.
  var counties: [County] = []

  /// What a saved form did.
  enum Saved: String, Sendable {
    case settings = "installningar"
    case performer = "utforare"
    case removed = "borttagen"

    var text: Bilingual {
      switch self {
      case .settings: SettingsTexts.savedSettings
      case .performer: SettingsTexts.savedPerformer
      case .removed: SettingsTexts.savedRemoval
      }
    }
  }

  func error(_ field: String, _ language: Language) -> String? {
    faults.first { $0.field == field }?.text[language]
  }
}

/// The page where a region settles how it allocates.
func settingsPage(_ model: SettingsModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    ErrorSummary(model.faults.map { FieldError($0.field, $0.text[language]) }).html(language)
    if let saved = model.saved { Notice(.done, saved.text[language]).html }
    PageHead(
      model.settings.name, lead: SettingsTexts.lead[language],
      actions: [
        .link(
          SettingsTexts.addPerformer[language],
          to: SiteAddress.performer(SiteAddress.newPerformer).href, .quiet, icon: .add)
      ]
    ).html
    performersCard(model, language)
    PostForm(to: SiteAddress.settings.href, token: frame.token, cssClass: "stack section").html {
      processesCard(model, language)
      targetsCard(model, language)
      Card("paminnelser", SettingsTexts.reminders[language]) {
        CheckField(
          frame: FieldFrame(
            "remindersOn", SettingsTexts.remindersOn[language],
            hint: SettingsTexts.remindersHint[language]),
          isChecked: model.form.remindersOn
        ).html(language)
      }.html
      competenceCard(model, language)
      followUpCard(model, language)
      Button.submit(SettingsTexts.save[language]).html
    }
  }.render()
}

private func performersCard(_ model: SettingsModel, _ language: Language) -> HTML {
  let performers = model.settings.performers
  return Card(
    "utforare", SettingsTexts.performers[language], aside: .text("\(performers.count)"),
    isFlush: true
  ) {
    if performers.isEmpty {
      EmptyState(
        title: SettingsTexts.noPerformers[language],
        text: SettingsTexts.noPerformersText[language], icon: .people
      ).html
    } else {
      DataTable(
        id: "utforare-tabell", caption: SettingsTexts.performersCaption[language],
        columns: [
          .init(SettingsTexts.turn[language]), .init(SettingsTexts.performer[language]),
          .init(SettingsTexts.professions[language]), .init(SettingsTexts.contract[language]),
          .init(SettingsTexts.places[language], isNumber: true),
          .init(SettingsTexts.change[language]),
        ],
        rows: performers.enumerated().map { index, performer in
          row(performer, turn: index + 1, model.today, language)
        }
      ).html(language)
    }
  }.html
}

private func row(
  _ performer: RegionPerformer, turn: Int, _ today: Day, _ language: Language
) -> [HTML] {
  let unit = performer.unit
  let change = SiteAddress.performer(unit.id.description).href
  return [
    .text("\(turn)"),
    fragment {
      unit.name
      span(.class("sub", "ref")) { unit.id.description }
      if let town = unit.town { span(.class("sub")) { town } }
    },
    .text(performer.professions.map { $0.label[language] }.joined(separator: ", ")),
    fragment {
      SettingsTexts.period(performer)[language]
      if !performer.isUnderContract(on: today) {
        " "
        Badge(.rest, SettingsTexts.notNow[language], icon: .close).html
      }
    },
    .text("\(performer.places)"),
    Button.link(
      SettingsTexts.change[language], to: change, .quiet, context: unit.name, isSmall: true
    ).html,
  ]
}

private func processesCard(_ model: SettingsModel, _ language: Language) -> HTML {
  let places = (1...AllocationMethod.allCases.count).map {
    Choice("\($0)", SettingsTexts.place($0)[language])
  }
  return Card("processer", SettingsTexts.processes[language]) {
    p(.class("muted")) { SettingsTexts.processesText[language] }
    div(.class("section-s")) {
      for method in AllocationMethod.allCases {
        let field = SettingsForm.field(method)
        SelectField(
          frame: FieldFrame(
            field, method.label.asLabel(language), hint: method.explanation[language],
            error: model.error(field, language)),
          choices: places, selected: model.form.places[method] ?? "",
          prompt: SettingsTexts.notUsed[language]
        ).html(language)
      }
    }
  }.html
}

private func targetsCard(_ model: SettingsModel, _ language: Language) -> HTML {
  Card(
    "servicemal", SettingsTexts.targets[language],
    aside: SourceMark.target(SettingsTexts.notLaw[language]).html(language)
  ) {
    p(.class("muted")) { SettingsTexts.targetsText[language] }
    div(.class("section-s")) {
      for target in SettingsForm.Target.allCases { targetField(target, model, language) }
    }
  }.html
}

private func targetField(
  _ target: SettingsForm.Target, _ model: SettingsModel, _ language: Language
) -> HTML {
  let standard = model.standard[keyPath: target.path]
  return TextField.number(
    FieldFrame(
      target.field, "\(target.label[language]) (\(SettingsTexts.notLaw[language]))",
      hint: SettingsTexts.targetHint(target.explanation, standard: standard)[language],
      error: model.error(target.field, language), isOptional: true),
    value: model.form.targets[target] ?? ""
  ).html(language)
}

private func followUpCard(_ model: SettingsModel, _ language: Language) -> HTML {
  let stated = model.settings.county.flatMap(County.init(rawValue:))
  let counties = model.counties + (stated.map { model.counties.contains($0) ? [] : [$0] } ?? [])
  return Card("uppfoljning", SettingsTexts.followUp[language]) {
    p(.class("muted")) { SettingsTexts.followUpText[language] }
    div(.class("section-s")) {
      if counties.isEmpty {
        p { SettingsTexts.noCounty[language] }
      } else {
        SelectField(
          frame: FieldFrame(
            "county", SettingsTexts.county[language], hint: SettingsTexts.countyHint[language],
            error: model.error("county", language)),
          choices: counties.map { Choice($0.rawValue, $0.name) }, selected: model.form.county,
          prompt: SettingsTexts.ownUnits[language]
        ).html(language)
      }
    }
  }.html
}

private func competenceCard(_ model: SettingsModel, _ language: Language) -> HTML {
  Card("kompetens", SettingsTexts.competence[language]) {
    p(.class("muted")) { SettingsTexts.competenceText[language] }
    CheckField(
      frame: FieldFrame(
        "competence.requiresTraining", CompetenceTexts.requiresTraining[language]),
      isChecked: model.form.competence.requiresTraining
    ).html(language)
    CheckField(
      frame: FieldFrame("competence.requiresMentor", CompetenceTexts.requiresMentor[language]),
      isChecked: model.form.competence.requiresMentor
    ).html(language)
  }.html
}
