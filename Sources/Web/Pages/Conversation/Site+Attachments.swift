// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// An attachment: its pages, a page as a picture, and the file.
  func addAttachmentRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.attachment)") { _, context -> Response in
      try await self.attachment(context)
    }
    pages.get("\(SiteAddress.Pattern.attachmentPage)") { request, context -> Response in
      guard let page = context.number("page"), page >= 1 else {
        throw PageFault.notFound
      }
      return try await self.attachmentPicture(
        page, width: PictureSize.width(request.queryValues), context)
    }
    pages.get("\(SiteAddress.Pattern.attachmentFile)") { _, context -> Response in
      let asked = try Self.attachmentAddress(context)
      let opened = try await self.hiding {
        () async throws(ServiceError) in
        try await self.service.openAttachment(
          asked.file, of: asked.place, in: asked.id, for: asked.actor)
      }
      return Self.sent(opened, as: DownloadName(file: opened).disposition)
    }
  }

  /// The form of a message. Files that were chosen are attached, one is taken away, or it is
  /// handed on to `answer`. What was typed is kept in every case.
  func messageForm(
    _ request: Request, _ place: MessagePlace, in id: CaseNumber, _ context: SiteContext,
    _ answer: (FormValues) async throws -> Response
  ) async throws -> Response {
    guard request.headers[.contentType]?.hasPrefix("multipart/") == true else {
      let sent = try await request.form(context)
      if sent.isChecked(KeptForm.showField) { return try await answer(sent) }
      if let file = sent.text(ThreadField.remove) {
        guard DocumentFile.isID(file) else { throw PageFault.unreadable }
        try await service.removeAttachment(file, from: place, in: id, by: try context.actor())
        return try await keepWhole(sent, place, in: id, context)
      }
      let act = try sent.text(ThreadField.act).map { text throws(PageFault) in
        guard let act = ThreadAct(rawValue: text) else { throw .unreadable }
        return act
      }
      if act == .attach {
        return try await show(
          sent, [.init(name: "", text: AttachmentTexts.noFile)], place, in: id, context)
      }
      // A file that was chosen and not attached comes as a name alone.
      if act ?? .send == .send, sent.text(ThreadField.files) != nil {
        return try await show(
          sent, [.init(name: "", text: AttachmentTexts.notAttached)], place, in: id, context)
      }
      return try await answer(sent)
    }
    return try await takeFiles(request, place, in: id, context, answer)
  }

  /// What waits is shown with the form.
  func withAttachments(
    _ form: ThreadForm, _ place: MessagePlace, in id: CaseNumber, for actor: Actor
  ) async throws -> ThreadForm {
    var form = form
    form.attachments = try await service.attachments(waiting: place, in: id, by: actor)
    return form
  }

  /// The form with its files: they are attached, and then done what was asked. A message goes only
  /// where all of them could be attached.
  private func takeFiles(
    _ request: Request, _ place: MessagePlace, in id: CaseNumber, _ context: SiteContext,
    _ answer: (FormValues) async throws -> Response
  ) async throws -> Response {
    guard request.isFromThisSite else { throw PageFault.foreignForm }
    let actor = try context.actor()
    // Nothing is received for who may not read there.
    if case .answer(let number) = place {
      _ = try await hiding {
        () async throws(ServiceError) in
        try await self.service.thread(number, in: id, for: actor)
      }
    } else {
      guard try await service.version(of: id, for: actor) != nil else { throw PageFault.notFound }
    }
    let token = context.signedIn?.formToken
    var refused: [UnsentModel.Refused] = []
    var sent = FormValues()
    do {
      (sent, refused) = try await PrivateFolder.with(
        bytes: UploadLimits.standard.totalBytesMax
      ) { folder in
        let form = try await UploadForm.read(
          RequestPieces(body: request.body),
          boundary: MultipartBoundary(contentType: request.headers[.contentType] ?? ""),
          into: folder)
        let values = FormValues(form)
        guard let token, form.value(PostForm.tokenName) == token else {
          throw request.saysItIsFromThisSite
            ? PageFault.formOutdated(values) : PageFault.foreignForm
        }
        if form.files.isEmpty && values.text(ThreadField.act) == ThreadAct.attach.rawValue {
          return (values, [.init(name: "", text: AttachmentTexts.noFile)])
        }
        return try await self.attach(form.files, to: place, in: id, by: actor, values)
      }
    } catch let fault as UploadFault {
      refused = [.init(name: "", text: fault.text)]
    } catch let fault as FileFault {
      refused = [.init(name: "", text: fault.text)]
    }
    // A form that could not be read to its end has its words in the draft, if they were kept.
    if sent.fields.isEmpty,
      let draft = try await service.draft(kind: place.draftKind, in: id, by: actor)
    {
      sent = FormValues(draft.fields)
    }
    guard refused.isEmpty else { return try await show(sent, refused, place, in: id, context) }
    if let file = sent.text(ThreadField.remove) {
      guard DocumentFile.isID(file) else { throw PageFault.unreadable }
      try await service.removeAttachment(file, from: place, in: id, by: actor)
    } else if sent.text(ThreadField.act) == ThreadAct.send.rawValue {
      return try await answer(sent)
    }
    return try await keepWhole(sent, place, in: id, context)
  }

  /// Each file on its own: the sound ones stay and stand in the form, the others are told with
  /// their sentences.
  private func attach(
    _ files: [UploadForm.File], to place: MessagePlace, in id: CaseNumber, by actor: Actor,
    _ sent: FormValues
  ) async throws -> (FormValues, [UnsentModel.Refused]) {
    var sent = sent
    var refused: [UnsentModel.Refused] = []
    for file in files {
      do {
        let attached = try await service.attach(
          file.content.pieces(from: 0), named: file.name, size: file.content.byteCount,
          to: place, in: id, by: actor)
        sent.fields[ThreadField.attachments, default: []].append(attached.file.id)
      } catch {
        guard case .refused(let refusal) = error, refusal.code != .notFound,
          refusal.code != .noThread
        else { throw error }
        refused.append(.init(name: file.name, text: refusal.text))
      }
    }
    return (sent, refused)
  }

  /// Keeps what was typed as the draft, and shows the form anew.
  private func keepWhole(
    _ sent: FormValues, _ place: MessagePlace, in id: CaseNumber, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    guard try await service.version(of: id, for: actor) != nil else { throw PageFault.notFound }
    if let draft = ThreadForm.draft(sent, isWhole: true) {
      try await service.saveDraft(draft, kind: place.draftKind, in: id, by: actor)
    }
    switch place {
    case .newThread:
      return .seeOther(SiteAddress.threads(id).href([], fragment: ThreadField.files))
    case .answer(let number):
      return .seeOther(SiteAddress.thread(id, number).href([], fragment: ThreadField.files))
    }
  }

  private func show(
    _ sent: FormValues, _ refused: [UnsentModel.Refused], _ place: MessagePlace,
    in id: CaseNumber, _ context: SiteContext
  ) async throws -> Response {
    var form = ThreadForm(sent)
    form.refused = refused
    let key = FormKey.new()
    switch place {
    case .newThread: return try await threads(id, form, key: key, context)
    case .answer(let number):
      return try await thread(number, in: id, form, key: key, marks: true, context)
    }
  }

  private func attachment(_ context: SiteContext) async throws -> Response {
    let asked = try Self.attachmentAddress(context)
    let found = try await hiding {
      () async throws(ServiceError) in
      try await self.service.attachmentText(
        asked.file, of: asked.place, in: asked.id, for: asked.actor)
    }
    let (above, back) =
      asked.thread == 0
      ? (ConversationTexts.title, SiteAddress.threads(asked.id).href)
      : (
        ConversationTexts.threadTitle(asked.thread),
        SiteAddress.thread(asked.id, asked.thread).href
      )
    let frame = try await threadFrame(
      AttachmentTexts.one, asked.id,
      SiteAddress.attachment(asked.id, asked.thread, asked.file).href, (above, back), context)
    return .page(
      AttachmentPage(
        id: asked.id, thread: asked.thread, attachment: found.attachment, text: found.pages,
        back: back
      ).render(frame))
  }

  private func attachmentPicture(
    _ page: Int, width: Int, _ context: SiteContext
  ) async throws -> Response {
    let asked = try Self.attachmentAddress(context)
    do throws(ServiceError) {
      let picture = try await service.attachmentPage(
        asked.file, page: page, width: width, of: asked.place, in: asked.id, for: asked.actor)
      return Response(
        status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture)))
    } catch {
      guard case .refused(let refusal) = error, page == 1,
        refusal.code == .documentPageUnknown
      else { throw Self.hidden(error) }
    }
    let opened = try await service.openAttachment(
      asked.file, of: asked.place, in: asked.id, for: asked.actor)
    guard opened.file.mediaType == .png || opened.file.mediaType == .jpeg else {
      throw PageFault.notFound
    }
    return Self.sent(opened, as: nil)
  }

  /// A thread or an attachment that was not sent to the party is an address that does not exist.
  private func hiding<T>(
    _ body: () async throws(ServiceError) -> T
  ) async throws -> T {
    do throws(ServiceError) { return try await body() } catch { throw Self.hidden(error) }
  }

  private static func hidden(_ error: ServiceError) -> any Error {
    guard case .refused(let refusal) = error,
      refusal.code == .noThread || refusal.code == .documentUnknown
    else { return error }
    return PageFault.notFound
  }

  /// What the address of an attachment names, and who asks.
  private struct AskedAttachment: Sendable {
    let id: CaseNumber
    let thread: Int
    let file: String
    let actor: Actor

    var place: MessagePlace { thread == 0 ? .newThread : .answer(thread: thread) }
  }

  private static func attachmentAddress(_ context: SiteContext) throws -> AskedAttachment {
    guard let number = context.number("thread"), number >= 0,
      let file = context.parameters.get("attachment"), DocumentFile.isID(file)
    else { throw PageFault.notFound }
    return AskedAttachment(
      id: try context.caseNumber(), thread: number, file: file, actor: try context.actor())
  }
}

extension FormValues {
  /// The fields of a form that came with files.
  fileprivate init(_ form: UploadForm) {
    let encoded = FormValues(
      Dictionary(grouping: form.fields, by: \.name).mapValues { $0.map(\.value) })
    // The same as if it had come without files.
    self.init(urlEncoded: encoded.urlEncoded)
  }

  /// The attachments that the writer had before her; nil where there were none.
  var attachments: [String]? {
    let ids = all(ThreadField.attachments).filter(DocumentFile.isID)
    return ids.isEmpty ? nil : ids
  }
}
