// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// The documents of a case: the list, what is not sent yet, and the form that uploads.
  func addDocumentRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.documents)") { request, context -> Response in
      let taken = request.queryValues.text(DocumentFields.taken).flatMap { Int($0) }
      return try await self.documents(context) { $0.takenCount = taken }
    }
    pages.post("\(SiteAddress.Pattern.unsentDocuments)") { request, context -> Response in
      let form = try await request.form(context)
      return try await self.changeUnsent(form, context)
    }
    pages.post("\(SiteAddress.Pattern.uploadForm)") { request, context -> Response in
      try await self.takeForm(request, context)
    }
    pages.post("\(SiteAddress.Pattern.uploadCancel)") { request, context -> Response in
      let (id, upload, actor) = try self.upload(context)
      _ = try await request.form(context)
      try await self.service.removeUnsent(upload, in: id, by: actor)
      return .seeOther(SiteAddress.documents(id).href)
    }
    addPieceRoutes(to: pages)
    addReaderRoutes(to: pages)
  }

  /// The page of documents. Where the person may send some, what is not sent yet is with it,
  /// after `change`.
  private func documents(
    _ context: SiteContext, status: HTTPResponse.Status = .ok,
    _ change: (inout UnsentModel) -> Void
  ) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let view = try await service.view(id, for: actor)
    let source = CaseSource(
      view, regions: try await service.regionList(), language: context.language)
    var unsent: UnsentModel?
    if view.state.uploadAccess(of: actor) == nil {
      var own = UnsentModel(try await service.unsentDocuments(in: id, by: actor))
      own.unfinished = try await service.unfinishedUploads(in: id, by: actor)
      own.sendWith = DocumentsModel.sendWith(source)
      own.isOwn = actor.party == .insured
      change(&own)
      unsent = own
    }
    let model = DocumentsModel(
      source, unsent: unsent, talk: try await talk(in: id, for: actor))
    var frame = try await self.frame(
      DocumentsModel.pageTitle(id), id, context, here: SiteAddress.documents(id).href)
    frame.crumbs?.current = DocumentsTexts.title[context.language]
    if unsent != nil {
      // What is being typed and uploaded must not be replaced by a newer page.
      frame.live = nil
      frame.moreScripts = [SiteAddress.asset("documents.js").href]
    }
    return .page(documentsPage(model, frame: frame), status: status)
  }

  // What is said about the files.

  private func changeUnsent(
    _ form: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let button = UnsentButton(form.raw(UnsentButton.name))
    var model = UnsentModel(try await service.unsentDocuments(in: id, by: actor))
    let before = model.rows
    model.take(form)
    var described: [(id: String, what: UnsentModel.Description)] = []
    for place in model.rows.indices {
      let row = model.rows[place]
      let isChanged = row != before[place]
      guard isChanged || button.concerns(row.id) else { continue }
      if let what = model.description(place, today: service.clock.now().day) {
        described.append((row.id, what))
      }
    }
    for (document, what) in described {
      try await service.describe(
        document, in: id, kind: what.kind, title: what.title, dated: what.dated,
        place: model.place(of: document, after: button), by: actor)
    }
    if case .remove(let document) = button {
      try await service.removeUnsent(document, in: id, by: actor)
      model.rows.removeAll { $0.id == document }
      model.forgetErrors(of: document)
    }
    if model.errors.isEmpty {
      let place = button.id.map { "row-\($0)" } ?? UnsentView.formID
      return .seeOther(SiteAddress.documents(id).href([], fragment: place))
    }
    let errors = model.errors
    return try await documents(context, status: .unprocessableContent) { own in
      own.take(form)
      own.errors = errors
    }
  }

  // A form with files, as a browser without script sends it.

  private func takeForm(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    guard request.isFromThisSite else { throw PageFault.foreignForm }
    if let refusal = try await service.view(id, for: actor).state.uploadAccess(of: actor) {
      throw PageFault.refused(refusal)
    }
    let token = context.signedIn?.formToken
    do {
      let (refused, taken) = try await PrivateFolder.with(
        bytes: UploadLimits.standard.totalBytesMax
      ) { folder in
        let form = try await UploadForm.read(
          RequestPieces(body: request.body),
          boundary: MultipartBoundary(contentType: request.headers[.contentType] ?? ""),
          into: folder)
        guard let token, form.value(PostForm.tokenName) == token else {
          throw request.saysItIsFromThisSite
            ? PageFault.formOutdated(FormValues()) : PageFault.foreignForm
        }
        return try await self.take(form.files, in: id, by: actor)
      }
      return try await answer(refused, taken, context)
    } catch let fault as UploadFault {
      return try await answer([.init(name: "", text: fault.text)], 0, context)
    } catch let fault as FileFault {
      return try await answer([.init(name: "", text: fault.text)], 0, context)
    }
  }

  private func answer(
    _ refused: [UnsentModel.Refused], _ taken: Int, _ context: SiteContext
  ) async throws -> Response {
    let id = try context.caseNumber()
    var refused = refused
    if refused.isEmpty, taken == 0 {
      refused = [.init(name: "", text: DocumentsTexts.noFile)]
    }
    guard refused.isEmpty else {
      return try await documents(context, status: .unprocessableContent) {
        $0.refused = refused
        $0.takenCount = taken
      }
    }
    return .seeOther(SiteAddress.documents(id).href([(DocumentFields.taken, "\(taken)")]))
  }

  /// Each file on its own: the sound ones stay, the others are told with their sentences.
  private func take(
    _ files: [UploadForm.File], in id: CaseNumber, by actor: Actor
  ) async throws -> (refused: [UnsentModel.Refused], taken: Int) {
    var refused: [UnsentModel.Refused] = []
    var taken = 0
    for file in files {
      do {
        try await take(file, in: id, by: actor)
        taken += 1
      } catch {
        guard case .refused(let refusal) = error as? ServiceError, refusal.code != .notFound
        else { throw error }
        refused.append(.init(name: file.name, text: refusal.text))
      }
    }
    return (refused, taken)
  }

  private func take(_ file: UploadForm.File, in id: CaseNumber, by actor: Actor) async throws {
    let begun = try await service.beginUpload(
      in: id, name: file.name, size: file.content.byteCount, by: actor)
    do {
      var offset = begun.received
      for piece in file.content.pieces(from: offset) {
        offset = try await service.upload(
          begun.id, in: id, offset: offset, bytes: try piece.get(), by: actor)
      }
      _ = try await service.finishUpload(begun.id, in: id, by: actor)
    } catch {
      // What was not taken leaves nothing behind, unless the file is not the cause.
      if case .refused(let refusal) = error as? ServiceError,
        refusal.code == .documentCheckUnavailable
      {
        throw error
      }
      try? await service.removeUnsent(begun.id, in: id, by: actor)
      throw error
    }
  }

  /// The case, the upload and the person of an address of pieces.
  func upload(_ context: SiteContext) throws -> (CaseNumber, String, Actor) {
    guard let upload = context.parameters.get("upload") else { throw PageFault.notFound }
    return (try context.caseNumber(), upload, try context.actor())
  }
}

/// The names of what stands in the addresses of documents.
enum DocumentFields {
  /// How many files were just taken.
  static let taken = "nya"
  static let page = "sida"
  static let words = "q"
  /// Continuous reading.
  static let mode = "lage"
  static let continuous = "alla"
}

extension DocumentsModel {
  /// The page's title names the case, never a person or a document.
  static func pageTitle(_ id: CaseNumber) -> Bilingual {
    Bilingual(sv: "Handlingar, \(id)", en: "Documents, \(id)")
  }

  /// What the unsent documents can go with now.
  static func sendWith(_ source: CaseSource) -> (text: Bilingual, href: Href)? {
    if source.allows(.placeOrder) {
      return (
        DocumentsTexts.sendWithOrder,
        SiteAddress.order(source.id, step: OrderStep.documents.rawValue).href
      )
    }
    if source.allows(.addDocuments) {
      return (DocumentsTexts.sendOwn, SiteAddress.ownSending(source.id).href)
    }
    guard let question = source.state.order?.openSupplement?.requested.number,
      source.allows(.answerOrderSupplement, question)
    else { return nil }
    return (DocumentsTexts.sendWithAnswer, source.href(.answerOrderSupplement, question))
  }
}

extension UnsentButton {
  /// The row that it is about; nil for all of them.
  var id: String? {
    switch self {
    case .save: nil
    case .up(let id), .down(let id), .remove(let id): id
    }
  }

  /// It moves the row.
  func concerns(_ row: String) -> Bool {
    switch self {
    case .up(let id), .down(let id): id == row
    case .save, .remove: false
    }
  }
}

extension UnsentModel {
  /// Where a row is to stand, from 1, after a button moved it; nil where it stays.
  func place(of id: String, after button: UnsentButton) -> Int? {
    guard let place = rows.firstIndex(where: { $0.id == id }) else { return nil }
    switch button {
    case .up(id): return max(place, 1)
    case .down(id): return min(place + 2, rows.count)
    default: return nil
    }
  }

  /// A row that is gone has no errors.
  mutating func forgetErrors(of id: String) {
    let kept = errors.items.filter { $0.field?.hasPrefix("fil.\(id).") != true }
    errors = FormErrors()
    for item in kept { errors.add(item.field, item.text) }
  }
}
