// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// The pages of actions and their receipts.
  func addActionRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.action)") { request, context -> Response in
      let (id, kind) = try self.action(context)
      if kind == .placeOrder {
        return .seeOther(SiteAddress.order(id, step: OrderStep.person.rawValue).href)
      }
      let query = request.queryValues
      let number = query.text(ActionFields.number).flatMap { Int($0) }
      var setting = try await self.setting(id, number, context)
      setting.performer = query.text(ActionFields.performer).flatMap { try? HSAID($0) }
      setting.part = query.text(ActionFields.part).flatMap(DocumentKind.init(rawValue:))
      let model = ActionModel(kind, setting, key: FormKey.new())
      return try await self.page(model, context)
    }
    pages.post("\(SiteAddress.Pattern.action)") { request, context -> Response in
      let (id, kind) = try self.action(context)
      let sent = try await request.form(context)
      return try await self.carryOut(kind, in: id, sent, context)
    }
    pages.get("\(SiteAddress.Pattern.receipt)") { request, context -> Response in
      let id = try context.caseNumber()
      let query = request.queryValues
      guard let first = query.text("v").flatMap({ Int($0) }) else { throw PageFault.notFound }
      let last = query.text("t").flatMap { Int($0) } ?? first
      let setting = try await self.setting(id, nil, context)
      guard let model = ReceiptModel(setting, versions: first...max(first, last)) else {
        throw PageFault.notFound
      }
      let here = SiteAddress.receipt(id).href([("v", "\(first)"), ("t", "\(last)")])
      let frame = try await self.frame(model.title, id, context, here: here)
      return .page(receiptPage(model, frame: frame))
    }
  }

  private func action(_ context: SiteContext) throws -> (CaseNumber, ActionKind) {
    let id = try context.caseNumber()
    guard let kind = context.parameters.get("action").flatMap(ActionKind.init(rawValue:)),
      kind != .notice, kind != .commitDraw
    else { throw PageFault.notFound }
    return (id, kind)
  }

  /// Reads the case as the signed-in person's party sees it, with what the forms offer.
  func setting(
    _ id: CaseNumber, _ number: Int?, _ context: SiteContext
  ) async throws -> ActionSetting {
    let actor = try context.actor()
    let view = try await service.view(id, for: actor)
    let regions = try await service.regionList()
    var own: RegionSettings?
    var choices: [PerformerChoice] = []
    if case .region(let region) = actor.party {
      own = regions.first { $0.region == region }
      // A region that the case has left has nothing to choose among.
      do throws(ServiceError) {
        choices = try await service.performerChoices(in: id, for: actor)
      } catch {
        guard case .refused = error else { throw error }
      }
    }
    let colleagues = try await service.people().filter {
      guard case .examiner = $0.function else { return false }
      return $0.party == actor.party
    }
    let mayUpload = view.state.uploadAccess(of: actor) == nil
    return ActionSetting(
      view: view, actor: actor,
      context: service.context(
        targets: regions.first { $0.region == view.state.region }?.targets),
      number: number, choices: choices, settings: own, colleagues: colleagues,
      unsent: mayUpload ? try await service.unsentDocuments(in: id, by: actor) : [],
      regions: regions)
  }

  /// A form that was sent: done, or shown again with what has to be changed.
  private func carryOut(
    _ kind: ActionKind, in id: CaseNumber, _ sent: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let number = sent.text(ActionFields.number).flatMap { Int($0) }
    let setting = try await setting(id, number, context)
    guard let seen = sent.text(ActionFields.version).flatMap({ Int($0) }),
      FormKey.isOne(sent.raw(ActionFields.key))
    else { throw PageFault.unreadable }
    guard let form = ActionForm.of(kind, setting) else { throw PageFault.notFound }
    if let changed = sent.withRowsChanged(form.parts) {
      return try await page(ActionModel(kind, form, setting, sent: changed, seen: seen), context)
    }
    let values = sent.compacted(form.parts)
    if sent.isChecked(KeptForm.showField) {
      let model = ActionModel(kind, form, setting, sent: values, seen: seen)
      return try await page(model, context)
    }
    do {
      let outcome = try form.outcome(values, today: setting.today)
      let result = try await perform(
        outcome, in: id, by: setting.actor(for: kind), seen, sent.raw(ActionFields.key))
      return .seeOther(Self.receipt(result))
    } catch let errors as FormErrors {
      let model = ActionModel(kind, form, setting, sent: values, errors: errors, seen: seen)
      return try await page(model, context)
    } catch ServiceError.refused(let refusal) where refusal.code == .staleVersion {
      let fresh = try await self.setting(id, number, context)
      let model = ActionModel(kind, form, fresh, sent: values, seen: seen)
      return try await page(model, context, status: .conflict)
    } catch ServiceError.refused(let refusal) where refusal.code != .notFound {
      let errors = FormErrors(refusal, in: form.parts)
      let model = ActionModel(kind, form, setting, sent: values, errors: errors, seen: seen)
      return try await page(model, context)
    }
  }

  private func perform(
    _ outcome: FormOutcome, in id: CaseNumber, by actor: Actor, _ version: Int, _ key: String
  ) async throws(ServiceError) -> CommandResult {
    switch outcome {
    case .command(let command):
      try await service.execute(command, in: id, by: actor, expecting: version, key: key)
    case .allocate(let performer, let method, let comment):
      try await service.allocate(
        id, to: performer, method: method, comment: comment, by: actor, expecting: version,
        key: key)
    case .rotate(let comment):
      try await service.rotate(id, comment: comment, by: actor, expecting: version, key: key)
    case .draw(let comment):
      try await service.draw(id, comment: comment, by: actor, expecting: version, key: key)
    }
  }

  /// The address of the receipt of what a command led to.
  static func receipt(_ result: CommandResult) -> Href {
    SiteAddress.receipt(result.id).href([
      ("v", "\(result.versions.lowerBound)"), ("t", "\(result.versions.upperBound)"),
    ])
  }

  private func page(
    _ model: ActionModel, _ context: SiteContext, status: HTTPResponse.Status? = nil
  ) async throws -> Response {
    let frame = try await frame(model.title, model.id, context, here: model.address)
    let shown = status ?? (model.errors.isEmpty ? .ok : .unprocessableContent)
    return .page(actionPage(model, frame: frame), status: shown)
  }

  /// The frame of a page that belongs to a case.
  func frame(
    _ title: Bilingual, _ id: CaseNumber, _ context: SiteContext, here: Href
  ) async throws -> PageFrame {
    var frame = try await frames.frame(title, context, at: .cases, here: here)
    let language = context.language
    if context.signedIn?.member.party == .insured {
      frame.crumbs = Breadcrumbs(
        above: [(OwnTexts.title[language], SiteAddress.ownCase(id).href)],
        current: title[language])
      return frame
    }
    frame.crumbs = Breadcrumbs(
      above: [
        (FrameTexts.cases[language], SiteAddress.cases.href),
        (id.description, SiteAddress.assessment(id).href),
      ], current: title[language])
    return frame
  }
}

/// The one-time key of a form.
enum FormKey {
  /// A new key: 32 hexadecimal digits.
  static func new() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a text can be a key that was given out.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 32 && text.allSatisfy(\.isHexDigit)
  }
}
