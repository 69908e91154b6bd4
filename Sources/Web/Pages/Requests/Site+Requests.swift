// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The pages of a new request and of an order.
  func addRequestRoutes(to pages: Pages) {
    addNewRequestRoutes(to: pages)
    addOrderRoutes(to: pages)
  }

  private static let requestDraft = "request"

  private func addNewRequestRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.newRequest)") { request, context -> Response in
      let step = try self.requestStep(context)
      let wizard = try await self.requestWizard(context)
      if step == .receipt {
        return .seeOther(wizard.sent ?? RequestStep.person.address.href)
      }
      if step == .check {
        return try await self.check(wizard.wizard, FormKey.new(), nil, context)
      }
      let shown = wizard.wizard.step(step)
      let errors =
        request.queryValues.isChecked(WizardFields.showErrors) ? shown.errors : FormErrors()
      return try await self.page(step, shown, shown.values, errors, context)
    }
    pages.post("\(SiteAddress.Pattern.newRequest)") { request, context -> Response in
      let step = try self.requestStep(context)
      let sent = try await request.form(context)
      if step == .check || step == .receipt { return try await self.sendRequest(sent, context) }
      return try await self.save(step, sent, context)
    }
  }

  private func requestStep(_ context: SiteContext) throws -> RequestStep {
    let actor = try context.actor()
    guard let step = context.parameters.get("step").flatMap(RequestStep.init(rawValue:)) else {
      throw PageFault.notFound
    }
    guard ActionKind.requestPerformer.roles.contains(actor.party.role) else {
      throw PageFault.refused(Refusal(.wrongParty))
    }
    guard ActionKind.requestPerformer.isOpen(to: actor.function) else {
      throw PageFault.refused(Refusal(.wrongFunction))
    }
    return step
  }

  /// The request as far as it is written. What has been sent is no draft any more, but its
  /// receipt is still to be found.
  private func requestWizard(
    _ context: SiteContext
  ) async throws -> (wizard: RequestWizard, sent: Href?) {
    let actor = try context.actor()
    let draft = WizardDraft(try await service.draft(kind: Self.requestDraft, by: actor))
    let wizard = RequestWizard(
      draft: draft.isSent ? WizardDraft(nil) : draft, regions: try await service.regionList(),
      officer: actor.name, today: service.clock.now().day)
    return (wizard, draft.receipt())
  }

  private func save(
    _ step: RequestStep, _ sent: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    if sent.raw(WizardFields.button) == WizardFields.discard {
      try await service.removeDraft(kind: Self.requestDraft, by: actor)
      return .seeOther(SiteAddress.tasks.href)
    }
    let before = try await requestWizard(context).wizard
    let parts = before.parts(step)
    var draft = before.draft
    draft.save(step.rawValue, parts, sent.compacted(parts))
    try await service.saveDraft(draft.stored, kind: Self.requestDraft, by: actor)
    if sent.raw(WizardFields.button) == WizardFields.later {
      return .seeOther(SiteAddress.tasks.href)
    }
    let wizard = RequestWizard(
      draft: draft, regions: before.regions, officer: before.officer, today: before.today)
    let saved = wizard.step(step)
    guard saved.errors.isEmpty else {
      return try await page(step, saved, saved.values, saved.errors, context)
    }
    return .seeOther(step.next.address.href)
  }

  private func page(
    _ step: RequestStep, _ shown: WizardStep, _ values: FormValues, _ errors: FormErrors,
    _ context: SiteContext
  ) async throws -> Response {
    let model = WizardPageModel(
      step: shown, steps: RequestTexts.steps,
      position: RequestStep.questions.firstIndex(of: step) ?? 0, values: values,
      errors: errors, aside: RequestTexts.aside)
    let frame = try await requestFrame(shown.title, step, context)
    return .page(
      wizardPage(model, frame: frame), status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  private func requestFrame(
    _ title: Bilingual, _ step: RequestStep, _ context: SiteContext
  ) async throws -> PageFrame {
    let whole = Bilingual(
      sv: "\(title.sv) \(RequestTexts.newRequest.sv)",
      en: "\(title.en) \(RequestTexts.newRequest.en)")
    var frame = try await frames.frame(
      whole, context, at: .newRequest, here: step.address.href)
    let language = context.language
    frame.crumbs = Breadcrumbs(
      above: [(FrameTexts.cases[language], SiteAddress.cases.href)],
      current: RequestTexts.newRequest[language])
    return frame
  }

  private func check(
    _ wizard: RequestWizard, _ key: String, _ refusal: Bilingual?, _ context: SiteContext,
    wasTried: Bool = false
  ) async throws -> Response {
    var model = CheckPageModel(
      address: RequestStep.check.address, steps: RequestTexts.steps,
      lead: RequestTexts.checkLead(wizard.regionName), questions: wizard.steps,
      disclosure: RequestTexts.disclosure,
      parties: [
        (.region, wizard.regionName), (.performer, PartyRole.performer.title),
        (.insured, PartyRole.insured.title),
      ],
      send: RequestTexts.send(wizard.regionName), key: key)
    model.refusal = refusal
    model.wasTried = wasTried
    let frame = try await requestFrame(WizardTexts.check, .check, context)
    return .page(
      checkPage(model, frame: frame), status: wasTried ? .unprocessableContent : .ok)
  }

  private func sendRequest(_ sent: FormValues, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let key = sent.raw(ActionFields.key)
    guard FormKey.isOne(key) else { throw PageFault.unreadable }
    let draft = WizardDraft(try await service.draft(kind: Self.requestDraft, by: actor))
    if let receipt = draft.receipt(key: key) { return .seeOther(receipt) }
    let wizard = try await requestWizard(context).wizard
    guard let written = wizard.request else {
      return try await check(wizard, key, nil, context, wasTried: true)
    }
    do {
      let result = try await service.request(
        written.request, insured: written.insured, by: actor, key: key)
      try await service.saveDraft(
        WizardDraft.sent(result, key: key).stored, kind: Self.requestDraft, by: actor)
      return .seeOther(Self.receipt(result))
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      let parts = wizard.steps.flatMap(\.parts)
      let text = FormErrors(refusal, in: parts).items.first?.text ?? refusal.text
      return try await check(wizard, key, text, context, wasTried: true)
    }
  }
}
