// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import HTTPTypes
import Markup
import Service

extension Site {
  /// The threads of a case, one of them, and the organisation's inbox.
  func addConversationRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.inbox.pattern)") { request, context -> Response in
      try await self.inbox(request, context)
    }
    pages.get("\(SiteAddress.Pattern.threads)") { request, context -> Response in
      let id = try context.caseNumber()
      let query = request.queryValues
      var form = try await self.draft(.newThread, in: id, context)
      if let asked = query.text(ThreadField.about).flatMap(ThreadMatter.init(_:)) {
        form.values.fields[ThreadField.matter] = [asked.description]
      }
      return try await self.threads(
        id, form, key: FormKey.new(), isKept: query.isChecked(Self.keptField), context)
    }
    pages.post("\(SiteAddress.Pattern.threads)") { request, context -> Response in
      let id = try context.caseNumber()
      return try await self.messageForm(request, .newThread, in: id, context) { sent in
        try await self.begin(sent, in: id, context)
      }
    }
    pages.get("\(SiteAddress.Pattern.thread)") { request, context -> Response in
      let (id, number) = try Self.thread(context)
      let query = request.queryValues
      let form = try await self.draft(.answer(thread: number), in: id, context)
      var said = ThreadModel.Said.nothing
      if query.isChecked("skickat") { said = .sent }
      if query.isChecked(Self.keptField) { said = .kept }
      // A page that brings in news by itself, or is only asked for its head, is read by nobody.
      let isSeen = request.method == .get && request.headers[Self.fetchTarget] != "empty"
      return try await self.thread(
        number, in: id, form, key: FormKey.new(), said: said, marks: isSeen, context)
    }
    pages.post("\(SiteAddress.Pattern.thread)") { request, context -> Response in
      let (id, number) = try Self.thread(context)
      return try await self.messageForm(request, .answer(thread: number), in: id, context) {
        sent in try await self.act(sent, on: number, in: id, context)
      }
    }
    addAttachmentRoutes(to: pages)
  }

  private static let keptField = "sparat"
  private static let fetchTarget = HTTPField.Name("Sec-Fetch-Dest")!

  private static func thread(_ context: SiteContext) throws -> (CaseNumber, Int) {
    guard let number = context.number("thread"), number > 0 else {
      throw PageFault.notFound
    }
    return (try context.caseNumber(), number)
  }

  private func inbox(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let query = request.queryValues
    let filter = query.text("visa").flatMap(ThreadListFilter.init(rawValue:)) ?? .all
    var cursor = query.text("efter")
    var page: ThreadPage
    do throws(ServiceError) {
      page = try await service.inbox(
        filter, cursor: cursor, limit: WebLimit.listRows, for: actor)
    } catch {
      guard case .refused(let refusal) = error, refusal.field == "cursor" else { throw error }
      // The list begins anew where the address is not of its making.
      cursor = nil
      page = try await service.inbox(filter, limit: WebLimit.listRows, for: actor)
    }
    let model = InboxModel(
      filter: filter, page: page, counts: try await service.threadCounts(for: actor),
      names: ThreadNames(try await service.regionList()), actor: actor,
      number: cursor == nil ? 1 : query.pageNumber("sida"))
    var frame = try await frames.frame(
      ConversationTexts.title, context, at: .messages, here: InboxModel.address(filter))
    if model.number > 1 { frame.page = (model.number, model.number) }
    return .page(inboxPage(model, frame: frame))
  }

  func threads(
    _ id: CaseNumber, _ form: ThreadForm, key: String, isKept: Bool = false,
    _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let form = try await withAttachments(form, .newThread, in: id, for: actor)
    let model = ThreadsModel(
      view: try await service.conversation(id, for: actor),
      names: ThreadNames(try await service.regionList()), form: form, key: key, isKept: isKept)
    let frame = try await threadFrame(
      ConversationTexts.title, id, SiteAddress.threads(id).href, nil, context)
    return .page(
      threadsPage(model, frame: frame), status: form.hasErrors ? .unprocessableContent : .ok)
  }

  func thread(
    _ number: Int, in id: CaseNumber, _ form: ThreadForm, key: String,
    said: ThreadModel.Said = .nothing, marks: Bool, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let (view, new) = try await read(number, in: id, for: actor, marks: marks)
    let form = try await withAttachments(form, .answer(thread: number), in: id, for: actor)
    let model = ThreadModel(
      id: id, view: view, actor: actor,
      colleagues: try await service.colleagues(of: actor),
      names: ThreadNames(try await service.regionList()), form: form, key: key, new: new,
      said: said)
    let frame = try await threadFrame(
      ConversationTexts.threadTitle(number), id, SiteAddress.thread(id, number).href,
      (ConversationTexts.title, SiteAddress.threads(id).href), context)
    var status = HTTPResponse.Status.ok
    if form.hasErrors { status = .unprocessableContent }
    if said == .changed { status = .conflict }
    return .page(threadPage(model, frame: frame), status: status)
  }

  /// A thread that was not sent to the party is to it an address that does not exist.
  private func read(
    _ number: Int, in id: CaseNumber, for actor: Actor, marks: Bool
  ) async throws -> (view: ThreadView, new: Set<Int>) {
    do throws(ServiceError) {
      return try await service.readThread(number, in: id, for: actor, marks: marks)
    } catch {
      guard case .refused(let refusal) = error, refusal.code == .noThread else { throw error }
      throw PageFault.notFound
    }
  }

  /// The form of a new thread was sent: begun, kept, or shown again with what is wrong.
  private func begin(
    _ sent: FormValues, in id: CaseNumber, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let key = sent.raw(ActionFields.key)
    guard FormKey.isOne(key) else { throw PageFault.unreadable }
    if sent.isChecked(KeptForm.showField) {
      return try await threads(id, ThreadForm(sent), key: key, context)
    }
    if sent.text(ThreadField.act) == ThreadAct.draft.rawValue {
      return try await keep(
        sent, .newThread, in: id, SiteAddress.threads(id).href([(Self.keptField, "ja")]),
        context)
    }
    let opening = ThreadOpening(
      subject: sent.raw(ThreadField.subject),
      matter: ThreadMatter(sent.raw(ThreadField.matter)) ?? .assessment,
      participants: Set(sent.all(ThreadField.participants).compactMap { Party($0) }),
      text: sent.raw(ThreadField.text), attachments: sent.attachments)
    do throws(ServiceError) {
      let result = try await service.converse(.openThread(opening), in: id, by: actor, key: key)
      try await service.removeDraft(kind: MessagePlace.newThread.draftKind, in: id, by: actor)
      return .seeOther(
        SiteAddress.thread(id, result.thread).href([("skickat", "ja")], fragment: "m1"))
    } catch {
      guard case .refused(let refusal) = error, refusal.code != .notFound else { throw error }
      return try await threads(id, ThreadForm(sent, refusal: refusal), key: key, context)
    }
  }

  /// A button on the page of a thread was pressed.
  private func act(
    _ sent: FormValues, on number: Int, in id: CaseNumber, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let here = SiteAddress.thread(id, number).href
    guard let act = ThreadAct(rawValue: sent.text(ThreadField.act) ?? ThreadAct.send.rawValue)
    else { throw PageFault.unreadable }
    switch act {
    case .send, .attach:
      return try await answer(sent, on: number, in: id, context)
    case .draft:
      return try await keep(
        sent, .answer(thread: number), in: id,
        SiteAddress.thread(id, number).href([(Self.keptField, "ja")], fragment: "svara"), context)
    case .read:
      let through = sent.text(ThreadField.seen).flatMap { Int($0) } ?? 0
      try await service.converse(.markRead(thread: number, through: through), in: id, by: actor)
    case .take:
      try await service.assign(thread: number, to: actor.person, in: id, by: actor)
    case .release:
      try await service.assign(thread: number, to: nil, in: id, by: actor)
    case .handOver:
      guard let person = sent.text(ThreadField.person) else { return .seeOther(here) }
      try await service.assign(thread: number, to: person, in: id, by: actor)
    case .settle:
      do throws(ServiceError) {
        try await service.converse(.settleThread(number), in: id, by: actor)
      } catch {
        guard case .refused(let refusal) = error, refusal.code == .alreadySettled else {
          throw error
        }
      }
    }
    return .seeOther(here)
  }

  private func answer(
    _ sent: FormValues, on number: Int, in id: CaseNumber, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let key = sent.raw(ActionFields.key)
    guard FormKey.isOne(key) else { throw PageFault.unreadable }
    if sent.isChecked(KeptForm.showField) {
      return try await thread(
        number, in: id, ThreadForm(sent), key: key, marks: true, context)
    }
    let command = ConversationCommand.sendMessage(
      thread: number, text: sent.raw(ThreadField.text),
      after: sent.text(ThreadField.seen).flatMap { Int($0) },
      attachments: sent.attachments ?? [])
    do throws(ServiceError) {
      let result = try await service.converse(command, in: id, by: actor, key: key)
      try await service.removeDraft(
        kind: MessagePlace.answer(thread: number).draftKind, in: id, by: actor)
      return .seeOther(
        SiteAddress.thread(id, number).href(
          [("skickat", "ja")], fragment: "m\(result.message ?? 1)"))
    } catch {
      guard case .refused(let refusal) = error, refusal.code != .notFound,
        refusal.code != .noThread
      else { throw error }
      if refusal.code == .staleVersion {
        return try await thread(
          number, in: id, ThreadForm(sent), key: key, said: .changed, marks: true, context)
      }
      return try await thread(
        number, in: id, ThreadForm(sent, refusal: refusal), key: key, marks: true, context)
    }
  }

  /// Keeps what was typed as the writer's own draft.
  private func keep(
    _ sent: FormValues, _ place: MessagePlace, in id: CaseNumber, _ next: Href,
    _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    // Nothing is kept about a case that was not sent to her.
    guard try await service.version(of: id, for: actor) != nil else { throw PageFault.notFound }
    if let draft = ThreadForm.draft(sent) {
      try await service.saveDraft(draft, kind: place.draftKind, in: id, by: actor)
    } else {
      try await service.removeDraft(kind: place.draftKind, in: id, by: actor)
    }
    return sent.isChecked(ThreadField.silent) ? Response(status: .noContent) : .seeOther(next)
  }

  private func draft(
    _ place: MessagePlace, in id: CaseNumber, _ context: SiteContext
  ) async throws -> ThreadForm {
    let kept = try await service.draft(
      kind: place.draftKind, in: id, by: try context.actor())
    guard let fields = kept?.fields, !fields.isEmpty else { return ThreadForm() }
    return ThreadForm(FormValues(fields), isDraft: true)
  }

  /// The frame names the case and the number of the thread: titles stay in the browser's history.
  func threadFrame(
    _ title: Bilingual, _ id: CaseNumber, _ here: Href, _ above: (Bilingual, Href)?,
    _ context: SiteContext
  ) async throws -> PageFrame {
    let full = Bilingual(sv: "\(title.sv), \(id)", en: "\(title.en), \(id)")
    var frame = try await frames.frame(full, context, at: .messages, here: here)
    let language = context.language
    let isHers = context.signedIn?.member.party == .insured
    var crumbs: [(String, Href)] =
      isHers
      ? [(OwnTexts.title[language], SiteAddress.ownCase(id).href)]
      : [
        (FrameTexts.cases[language], SiteAddress.cases.href),
        (id.description, SiteAddress.assessment(id).href),
      ]
    if let above { crumbs.append((above.0[language], above.1)) }
    frame.crumbs = Breadcrumbs(above: crumbs, current: title[language])
    return frame
  }
}
