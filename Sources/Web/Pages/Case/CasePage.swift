// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page of one case.
func casePage(_ model: CaseModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    if let error = model.lookBack.error {
      ErrorSummary([FieldError("den", error[language])]).html(language)
    }
    lookBackBanner(model, language)
    div(.class(model.lookBack.shown == nil ? nil : "section-s")) { model.head.html(language) }
    div(.class("section-s")) { model.tabs.html(language) }
    model.actions.refusedHTML(language)
    model.deadline.html(language)
    div(.class("cols", "cols--case", "section")) {
      div(.class("stack")) {
        model.checklist.html(language)
        model.timeline.html(language)
      }
      div(.class("stack")) {
        if let inquiries = model.inquiries { inquiries.html(language) }
        model.visits.html(language)
        if let representatives = model.representatives { representatives.html(language) }
        if let underlag = model.underlag { underlag.html(language) }
        model.time.html(language)
        if let statement = model.statement { statement.html(language) }
        if let request = model.request { request.html(language) }
        if let draw = model.draw { p { draw.html } }
      }
    }
    div(.class("section")) {
      model.disclosure.html(readers: SiteAddress.readers(model.id).href, language)
    }
    lookBackForm(model, language)
  }.render()
}

/// Says clearly that another day than today is shown.
private func lookBackBanner(_ model: CaseModel, _ language: Language) -> HTML {
  guard let day = model.lookBack.shown else { return .empty }
  return Notice(
    .soon, CaseLookBackTexts.lead[language] + DateText(language).text(day, .full) + ".",
    CaseLookBackTexts.text[language],
    link: (CaseLookBackTexts.back[language], SiteAddress.assessment(model.id).href)
  ).html
}

/// The choice of a day, sent in the address so that what is looked at can be returned to.
private func lookBackForm(_ model: CaseModel, _ language: Language) -> HTML {
  form(
    .class("section", "no-print"), .method(.get),
    .action(SiteAddress.assessment(model.id).href), .novalidate
  ) {
    DateField(
      frame: FieldFrame(
        "den", CaseLookBackTexts.label[language], error: model.lookBack.error?[language]),
      value: model.lookBack.typed
    ).html(language)
    Button.submit(CaseLookBackTexts.show[language], .quiet).html
  }
}
