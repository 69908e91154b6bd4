// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// One page of questions of a wizard, with where in the flow it stands.
struct WizardPageModel: Sendable {
  let step: WizardStep
  let steps: [Bilingual]
  let position: Int
  /// What was typed, and what is wrong with it, where it was just sent.
  var values: FormValues
  var errors = FormErrors()
  /// Stands beside the questions.
  var aside: [(title: Bilingual, text: Bilingual)] = []
}

/// A page of questions.
func wizardPage(_ model: WizardPageModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.hasErrors = !model.errors.isEmpty
  // What was typed must not be replaced by a newer page; sending finds out what is new.
  frame.live = nil
  let token = frame.token
  let view = FormPartsView(
    parts: model.step.parts, values: model.values, errors: model.errors)
  return PageShell(frame) {
    StepIndicator(steps: model.steps.map { $0[language] }, current: model.position)
      .html(language)
    ErrorSummary(model.errors.summary(model.step.parts, language)).html(language)
    PageHead(
      model.step.title[language],
      lead: model.step.lead[language] + " " + WizardTexts.allNeeded[language]
    ).html
    div(.class("cols", "cols--main-side")) {
      PostForm(to: model.step.address.href, token: token, id: FormErrors.wholeForm).html {
        if view.hasRowButtons { EnterButton.html(language) }
        view.html(language)
        div(.class("field", "row")) {
          button(WizardTexts.next, WizardFields.next, .main, language)
          button(WizardTexts.later, WizardFields.later, .plain, language)
          button(WizardTexts.discard, WizardFields.discard, .plain, language)
        }
      }
      aside(.class("stack"), .ariaLabel(ActionTexts.support[language])) {
        for (number, card) in model.aside.enumerated() {
          Card("aside-\(number)", card.title[language], isSmall: true) {
            p(.class("small")) { card.text[language] }
          }.html
        }
      }
    }
  }.render()
}

private func button(
  _ text: Bilingual, _ value: String, _ look: Button.Look, _ language: Language
) -> HTML {
  Button.submit(text[language], look, name: WizardFields.button, value: value).html
}
