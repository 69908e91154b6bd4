// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page of any action.
func actionPage(_ model: ActionModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.hasErrors = !model.errors.isEmpty
  // What was typed must not be replaced by a newer page; sending finds out what is new.
  frame.live = nil
  return PageShell(frame) {
    switch model.content {
    case .refused(let refusal):
      PageHead(model.title[language]).html
      Notice(.note, ActionTexts.because[language], refusal.text[language]).html
      p(.class("section")) {
        Button.link(ReceiptTexts.back[language], to: SiteAddress.assessment(model.id).href).html
      }
    case .form(let form):
      ErrorSummary(model.errors.summary(form.parts, language)).html(language)
      PageHead(form.title[language], lead: form.lead[language]).html
      if !model.news.isEmpty { news(model, language) }
      div(.class("cols", "cols--main-side")) {
        questions(form, model, frame)
        aside(.class("stack"), .ariaLabel(ActionTexts.support[language])) {
          told(form, model, language)
        }
      }
    }
  }.render()
}

private func questions(_ form: ActionForm, _ model: ActionModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let view = FormPartsView(parts: form.parts, values: model.values, errors: model.errors)
  return PostForm(
    to: model.address, token: frame.token, hidden: model.hidden, id: FormErrors.wholeForm
  ).html {
    if view.hasRowButtons { EnterButton.html(language) }
    view.html(language)
    div(.class("field", "row")) {
      Button.submit(form.button[language], form.isWarning ? .warn : .main).html
      Button.link(
        ActionTexts.cancel[language], to: SiteAddress.assessment(model.id).href, .plain
      ).html
    }
  }
}

/// The button that Enter presses in a form whose first visible button does something else.
enum EnterButton {
  static func html(_ language: Language) -> HTML {
    button(.class("sr"), .type(.submit), .tabindex(-1), .ariaHidden) {
      FormViewTexts.enter[language]
    }
  }
}

private func news(_ model: ActionModel, _ language: Language) -> HTML {
  div(.class("section", "stack-s")) {
    Notice(
      .soon, ActionTexts.changed[language], ActionTexts.nothingLost[language],
      link: (ActionTexts.readCase[language], SiteAddress.assessment(model.id).href)
    ).html
    ul(.class("ruled")) {
      for item in model.news {
        li(.class("row", "row--apart")) {
          span { item.title[language] }
          span(.class("small", "muted")) {
            item.author[language] + ", "
            DateText(language).tag(item.at)
          }
        }
      }
    }
  }
}

/// Who is told, and how much, by the audience table.
private func told(_ form: ActionForm, _ model: ActionModel, _ language: Language) -> HTML {
  Card("told-title", ActionTexts.told[language], isSmall: true) {
    ul(.class("ruled", "small")) {
      for role in PartyRole.allCases {
        li {
          PartyName(role, model.names[role]?[language]).html(language)
          p(.class("muted")) {
            if role == model.sender {
              ActionTexts.sender[language]
            } else {
              (form.toldWords[role] ?? ActionTexts.extent(form.told[role]))[language]
            }
          }
        }
      }
    }
  }.html
}

enum ActionTexts {
  static let cannot = Bilingual(sv: "Det går inte att göra nu", en: "This cannot be done now")
  static let because = Bilingual(sv: "Varför inte?", en: "Why not?")
  static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
  static let support = Bilingual(sv: "Stöd", en: "Support")
  static let sender = Bilingual(sv: "Skickar", en: "Sends it")
  static let told = Bilingual(sv: "Vem får veta det?", en: "Who is told?")
  static let changed = Bilingual(
    sv: "Ärendet har ändrats medan du skrev.", en: "The case has changed while you wrote.")
  static let nothingLost = Bilingual(
    sv: "Inget av det du skrev har gått förlorat, och inget är skickat. Läs det nya och skicka "
      + "igen om det fortfarande stämmer.",
    en: "Nothing of what you wrote is lost, and nothing is sent. Read what is new and send "
      + "again if it still holds.")
  static let readCase = Bilingual(sv: "Öppna ärendet", en: "Open the case")

  static func extent(_ disclosure: Disclosure?) -> Bilingual {
    switch disclosure {
    case .full?: Bilingual(sv: "Får hela uppgiften", en: "Is told all of it")
    case .facts?:
      Bilingual(
        sv: "Får veta att det har hänt, inte fritexten",
        en: "Is told that it happened, not the free text")
    case nil: Bilingual(sv: "Får ingenting", en: "Is told nothing")
    }
  }
}
