// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// A performer of a region with what was typed and what is wrong with it.
struct PerformerModel: Sendable {
  /// The performer that is changed; nil for one that is added.
  let known: RegionPerformer?
  let form: PerformerForm
  let faults: [FieldFault]

  var address: Href {
    SiteAddress.performer(known?.unit.id.description ?? SiteAddress.newPerformer).href
  }

  func frame(
    _ field: String, _ label: Bilingual, _ language: Language, hint: Bilingual? = nil,
    isOptional: Bool = false
  ) -> FieldFrame {
    FieldFrame(
      field, label[language], hint: hint?[language],
      error: faults.first { $0.field == field }?.text[language], isOptional: isOptional)
  }
}

/// The page where a performer is added, changed or taken away.
func performerPage(_ model: PerformerModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    ErrorSummary(
      model.faults.map { fault in
        let isGroup = fault.field == "professions"
        return FieldError(
          isGroup ? ChoiceField.firstID(of: fault.field) : fault.field, fault.text[language])
      }
    ).html(language)
    PageHead(
      model.known?.unit.name ?? SettingsTexts.addPerformer[language],
      lead: SettingsTexts.performerLead[language]
    ).html
    PostForm(to: model.address, token: frame.token, cssClass: "stack").html {
      unitCard(model, language)
      contractCard(model, language)
      div(.class("row")) {
        Button.submit(SettingsTexts.save[language]).html
        Button.link(SettingsTexts.cancel[language], to: SiteAddress.settings.href, .plain).html
      }
    }
    if let known = model.known { removal(known, model, frame.token, language) }
  }.render()
}

private func unitCard(_ model: PerformerModel, _ language: Language) -> HTML {
  Card("enhet", SettingsTexts.unit[language]) {
    if let known = model.known {
      SummaryList([.init("HSA-id", known.unit.id.description)]).html(language)
    } else {
      TextField(
        frame: model.frame(
          "unit.id", SettingsTexts.hsaID, language, hint: SettingsTexts.hsaIDHint),
        value: model.form.id, width: .middle, maxLength: HSAID.maximumLength
      ).html(language)
    }
    for line in PerformerForm.Line.allCases {
      TextField(
        frame: model.frame(
          line.rawValue, line.label, language, isOptional: line != .name),
        value: model.form.lines[line] ?? "",
        width: line == .postalCode ? .short : .middle, maxLength: CaseLimit.lineLength
      ).html(language)
    }
  }.html
}

private func contractCard(_ model: PerformerModel, _ language: Language) -> HTML {
  Card("avtal", SettingsTexts.contract[language]) {
    ChoiceField(
      frame: model.frame(
        "professions", SettingsTexts.professions, language, hint: SettingsTexts.doctorHint),
      kind: .several,
      choices: Profession.allCases.map { Choice($0.rawValue, $0.label.asLabel(language)) },
      selected: model.form.professions
    ).html(language)
    DateField(
      frame: model.frame("contractFrom", SettingsTexts.contractFrom, language),
      value: model.form.contractFrom
    ).html(language)
    DateField(
      frame: model.frame(
        "contractTo", SettingsTexts.contractTo, language, hint: SettingsTexts.contractToHint,
        isOptional: true),
      value: model.form.contractTo
    ).html(language)
    TextField.number(
      model.frame("places", SettingsTexts.places, language, hint: SettingsTexts.placesHint),
      value: model.form.places
    ).html(language)
    TextField.number(
      model.frame(
        "turn", SettingsTexts.turn, language, hint: SettingsTexts.turnHint, isOptional: true),
      value: model.form.turn
    ).html(language)
  }.html
}

private func removal(
  _ known: RegionPerformer, _ model: PerformerModel, _ token: String, _ language: Language
) -> HTML {
  div(.class("section")) {
    Card("ta-bort", SettingsTexts.removeTitle[language]) {
      p { SettingsTexts.removeText[language] }
      PostForm(
        to: model.address, token: token, isGuarded: false,
        hidden: [(name: "ta-bort", value: "ja")]
      ).html {
        Button.submit(SettingsTexts.remove[language], .warn, context: known.unit.name).html
      }
    }.html
  }
}
