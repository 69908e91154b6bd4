// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  private static let orderDraft = "order"

  /// The pages of an order.
  func addOrderRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.order)") { request, context -> Response in
      let (wizard, draft, step) = try await self.orderWizard(context)
      if step == .sent {
        return .seeOther(draft.receipt() ?? wizard.address(.person).href)
      }
      if let refusal = self.refusal(wizard.setting) {
        return try await self.refused(refusal, wizard.setting, context)
      }
      if step == .check {
        return try await self.check(wizard, FormKey.new(), nil, context)
      }
      let shown = wizard.step(step)
      let errors =
        request.queryValues.isChecked(WizardFields.showErrors) ? shown.errors : FormErrors()
      return try await self.page(step, wizard, shown.values, errors, context)
    }
    pages.post("\(SiteAddress.Pattern.order)") { request, context -> Response in
      let sent = try await request.form(context)
      let (wizard, draft, step) = try await self.orderWizard(context)
      if step == .check || step == .sent {
        return try await self.sendOrder(wizard, draft, sent, context)
      }
      return try await self.save(step, wizard, sent, context)
    }
  }

  private func orderWizard(
    _ context: SiteContext
  ) async throws -> (OrderWizard, WizardDraft, OrderStep) {
    let id = try context.caseNumber()
    guard let step = context.parameters.get("step").flatMap(OrderStep.init(rawValue:)) else {
      throw PageFault.notFound
    }
    let setting = try await setting(id, nil, context)
    let draft = WizardDraft(
      try await service.draft(kind: Self.orderDraft, in: id, by: setting.actor))
    let wizard = OrderWizard(
      draft: draft.isSent ? WizardDraft(nil) : draft, setting: setting)
    return (wizard, draft, step)
  }

  private func refusal(_ setting: ActionSetting) -> Refusal? {
    setting.state.permission(.placeOrder, actor: setting.actor, context: setting.context)
      .refusal
  }

  private func refused(
    _ refusal: Refusal, _ setting: ActionSetting, _ context: SiteContext
  ) async throws -> Response {
    let model = ActionModel(.placeOrder, setting, key: "")
    let here = SiteAddress.order(setting.state.id, step: OrderStep.person.rawValue).href
    let frame = try await frame(model.title, setting.state.id, context, here: here)
    return .page(actionPage(model, frame: frame))
  }

  private func save(
    _ step: OrderStep, _ before: OrderWizard, _ sent: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let setting = before.setting
    let id = setting.state.id
    if sent.raw(WizardFields.button) == WizardFields.discard {
      try await service.removeDraft(kind: Self.orderDraft, in: id, by: setting.actor)
      return .seeOther(SiteAddress.assessment(id).href)
    }
    let parts = before.parts(step)
    let changed = sent.withRowsChanged(parts)
    var draft = before.draft
    draft.save(step.rawValue, parts, changed ?? sent.compacted(parts))
    try await service.saveDraft(draft.stored, kind: Self.orderDraft, in: id, by: setting.actor)
    var fresh = setting
    if step == .documents, !setting.unsent.isEmpty {
      try await describe(DocumentRows(sent, OrderWizard.documentsField), setting)
      fresh.unsent = try await service.unsentDocuments(in: id, by: setting.actor)
    }
    let wizard = OrderWizard(draft: draft, setting: fresh)
    let saved = wizard.step(step)
    if changed != nil {
      return try await page(step, wizard, saved.values, FormErrors(), context)
    }
    if sent.raw(WizardFields.button) == WizardFields.later {
      return .seeOther(SiteAddress.assessment(id).href)
    }
    guard saved.errors.isEmpty else {
      return try await page(step, wizard, saved.values, saved.errors, context)
    }
    return .seeOther(wizard.address(step.next).href)
  }

  /// What is said of an uploaded file in the order is said of the file.
  private func describe(_ rows: DocumentRows, _ setting: ActionSetting) async throws {
    for row in rows.rows {
      guard let file = setting.unsent.first(where: { $0.id == row.file }) else { continue }
      let title = row.title.trimmed
      let typed = row.dated.trimmed
      let dated =
        ReaderTexts.today.contains(typed.lowercased()) ? setting.today : Day(typed)
      let kind = DocumentKind(rawValue: row.kind) ?? file.kind
      guard (kind, title, dated) != (file.kind, file.title, file.dated),
        !title.isEmpty, title.unicodeScalars.count <= CaseLimit.lineLength,
        typed.isEmpty || dated != nil
      else { continue }
      try await service.describe(
        file.id, in: setting.state.id, kind: kind, title: title, dated: dated,
        by: setting.actor)
    }
  }

  private func page(
    _ step: OrderStep, _ wizard: OrderWizard, _ values: FormValues, _ errors: FormErrors,
    _ context: SiteContext
  ) async throws -> Response {
    let shown = wizard.step(step)
    let model = WizardPageModel(
      step: shown, steps: OrderTexts.steps,
      position: OrderStep.questions.firstIndex(of: step) ?? 0, values: values,
      errors: errors, aside: OrderTexts.aside)
    let frame = try await orderFrame(shown.title, wizard, step, context)
    return .page(
      wizardPage(model, frame: frame), status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  private func orderFrame(
    _ title: Bilingual, _ wizard: OrderWizard, _ step: OrderStep, _ context: SiteContext
  ) async throws -> PageFrame {
    let whole = Bilingual(
      sv: "\(title.sv), \(OrderTexts.order.sv.lowercased())",
      en: "\(title.en), \(OrderTexts.order.en.lowercased())")
    return try await frame(
      whole, wizard.setting.state.id, context, here: wizard.address(step).href)
  }

  private func check(
    _ wizard: OrderWizard, _ key: String, _ refusal: Bilingual?, _ context: SiteContext,
    wasTried: Bool = false
  ) async throws -> Response {
    let model = OrderTexts.checkModel(
      wizard, key: key, refusal: refusal, wasTried: wasTried)
    let frame = try await orderFrame(WizardTexts.check, wizard, .check, context)
    return .page(
      checkPage(model, frame: frame), status: wasTried ? .unprocessableContent : .ok)
  }

  private func sendOrder(
    _ wizard: OrderWizard, _ draft: WizardDraft, _ sent: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let key = sent.raw(ActionFields.key)
    guard FormKey.isOne(key), let version = sent.text(ActionFields.version).flatMap({ Int($0) })
    else { throw PageFault.unreadable }
    if let receipt = draft.receipt(key: key) { return .seeOther(receipt) }
    guard let order = wizard.order else {
      return try await check(wizard, key, nil, context, wasTried: true)
    }
    let seen = sent.text(SentDocuments.field)
    let list = SentDocuments(order.documents)
    guard seen == list.fingerprint || seen == nil && !list.hasFiles else {
      return try await check(wizard, key, SentDocuments.changed, context, wasTried: true)
    }
    let id = wizard.setting.state.id
    do {
      let result = try await service.execute(
        .placeOrder(order), in: id, by: wizard.setting.actor, expecting: version, key: key)
      try await service.saveDraft(
        WizardDraft.sent(result, key: key).stored, kind: Self.orderDraft, in: id,
        by: wizard.setting.actor)
      return .seeOther(Self.receipt(result))
    } catch {
      guard case .refused(let refusal) = error, refusal.code != .notFound else { throw error }
      let parts = wizard.steps.flatMap(\.parts)
      let text = FormErrors(refusal, in: parts).items.first?.text ?? refusal.text
      return try await check(wizard, key, text, context, wasTried: true)
    }
  }
}

extension OrderTexts {
  /// Everything that will be sent, to whom, and what is still missing.
  static func checkModel(
    _ wizard: OrderWizard, key: String, refusal: Bilingual? = nil, wasTried: Bool = false
  ) -> CheckPageModel {
    let setting = wizard.setting
    var model = CheckPageModel(
      address: wizard.address(.check), steps: steps,
      lead: checkLead(setting.performerName), questions: wizard.steps, disclosure: disclosure,
      parties: [
        (.performer, setting.performerName), (.region, setting.regionName),
        (.insured, PartyRole.insured.title),
      ],
      send: send(setting.performerName), key: key, version: setting.version)
    if let order = wizard.order {
      // The very facts that the region will be sent, so that the page cannot promise less.
      let facts = AssessmentEvent.orderPlaced(order.facts).text(setting.names)
      model.documents = order.documents
      model.extract = (extract(setting.regionName), facts.details)
    }
    model.refusal = refusal
    model.wasTried = wasTried
    return model
  }
}
