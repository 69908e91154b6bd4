// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// Taking files in for the follow-up and asking for editions: for analysts alone.
  func addImportRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.imports.pattern)") { _, context -> Response in
      try await self.service.requireAnalyst(context.actor())
      return try await self.imports(context)
    }
    pages.post("\(SiteAddress.imports.pattern)") { request, context -> Response in
      try await self.service.requireAnalyst(context.actor())
      return try await self.takeFiles(request, context)
    }
    pages.post("\(SiteAddress.newEdition.pattern)") { request, context -> Response in
      try await self.service.requireAnalyst(context.actor())
      _ = try await request.form(context)
      let work = try await self.service.requestEdition(by: context.actor())
      // An edition that another organisation asked for is followed on the list.
      let address = work.isOwn ? SiteAddress.importResult(work.id) : .imports
      return .seeOther(address.href)
    }
    pages.get("\(SiteAddress.Pattern.importResult)") { request, context -> Response in
      try await self.service.requireAnalyst(context.actor())
      return try await self.work(request.queryValues, context)
    }
    pages.get("\(SiteAddress.Pattern.importFile)") { _, context -> Response in
      try await self.service.requireAnalyst(context.actor())
      return try await self.workFile(context)
    }
    pages.post("\(SiteAddress.Pattern.importResume)") { request, context -> Response in
      _ = try await request.form(context)
      let id = try Self.workNumber(context)
      try await self.service.resumeWork(id, by: context.actor())
      return .seeOther(SiteAddress.importResult(id).href)
    }
    pages.post("\(SiteAddress.Pattern.importCancel)") { request, context -> Response in
      _ = try await request.form(context)
      let id = try Self.workNumber(context)
      try await self.service.cancelWork(id, by: context.actor())
      return .seeOther(SiteAddress.importResult(id).href)
    }
  }

  private static func workNumber(_ context: SiteContext) throws -> Int {
    guard let id = context.number("import"), id > 0 else {
      throw PageFault.notFound
    }
    return id
  }

  private func imports(
    _ context: SiteContext, refused: [ImportModel.Refused] = []
  ) async throws -> Response {
    let actor = try context.actor()
    var model = ImportModel(
      try await service.importRecords(for: actor, limit: ImportModel.lines),
      work: try await service.followUpWork(for: actor),
      editionWork: try await service.editionWork(for: actor), actor: actor)
    model.refused = refused
    model.makesEditions = service.makesEditions
    (model.edition, model.newDocuments) = try await service.editionAndNews(for: actor)
    var frame = try await followUpFrame(
      ImportTexts.title, context, at: .imports, here: SiteAddress.imports.href)
    frame.hasErrors = !refused.isEmpty
    // Chosen files must not be lost to a newer page.
    frame.live = nil
    return .page(
      importPage(model, frame: frame), status: refused.isEmpty ? .ok : .unprocessableContent)
  }

  // A form with files, as a browser without script sends it.

  private func takeFiles(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    guard request.isFromThisSite else { throw PageFault.foreignForm }
    let token = context.signedIn?.formToken
    let pieces = HeldPieces(request.body)
    var refused: [ImportModel.Refused]
    do {
      let work: FollowUpWork?
      (work, refused) = try await PrivateFolder.with(
        bytes: UploadLimits.standard.totalBytesMax
      ) { folder in
        let form = try await UploadForm.read(
          pieces, boundary: MultipartBoundary(contentType: request.headers[.contentType] ?? ""),
          into: folder)
        guard let token, form.value(PostForm.tokenName) == token else {
          throw request.saysItIsFromThisSite
            ? PageFault.formOutdated(FormValues()) : PageFault.foreignForm
        }
        return try await self.take(form.files, by: actor)
      }
      if let work { return .seeOther(SiteAddress.importResult(work.id).href) }
    } catch let fault as UploadFault {
      await pieces.drain()
      refused = [.init(name: "", text: Self.text(fault))]
    } catch is FileFault {
      await pieces.drain()
      refused = [.init(name: "", text: ImportTexts.noRoom)]
    } catch ServiceError.refused(let refusal) where refusal.code == .importsTooMany {
      refused = [.init(name: "", text: refusal.text)]
    }
    return try await imports(context, refused: refused)
  }

  private func take(
    _ files: [UploadForm.File], by actor: Actor
  ) async throws -> (FollowUpWork?, [ImportModel.Refused]) {
    guard !files.isEmpty else { return (nil, [.init(name: "", text: ImportTexts.noFile)]) }
    let faults = service.importFaults(files.map(\.content))
    guard faults.isEmpty else {
      let refused = faults.sorted { $0.key < $1.key }.map { place, fault in
        ImportModel.Refused(name: files[place].name, text: ImportTexts.fault(fault))
      }
      return (nil, refused)
    }
    let work = try await service.takeImport(
      files.map { (name: $0.name, content: $0.content) }, by: actor)
    return (work, [])
  }

  private static func text(_ fault: UploadFault) -> Bilingual {
    switch fault {
    case .limit(.file): ImportTexts.tooLarge
    case .limit(.total): ImportTexts.tooLargeTogether
    case .limit(.parts): ImportTexts.tooMany
    default: fault.text
    }
  }

  // One import or edition.

  private func work(_ query: FormValues, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try Self.workNumber(context)
    var model = WorkModel(try await service.work(id, for: actor), context.language)
    model.isStill = query.isChecked(WorkModel.Name.still)
    if model.work.kind == .upload, !model.work.state.isOpen {
      model.outcome = query.text(WorkModel.Name.show).flatMap(ImportedOutcome.init(rawValue:))
      let isFirst = query.text(WorkModel.Name.page) == nil
      model.page = isFirst ? 1 : query.pageNumber(WorkModel.Name.page)
      let found = try await service.importItems(
        id, outcome: model.outcome, skipping: (model.page - 1) * WorkModel.rows,
        limit: WorkModel.rows, for: actor)
      (model.items, model.counts, model.isSender) = found
    }
    if let made = model.work.edition?.number {
      model.edition = try await service.followUpEditions().first { $0.number == made }
    }
    let title = ImportTexts.number(id, model.work.kind)
    var frame = try await followUpFrame(
      title, context, at: .imports, here: SiteAddress.importResult(id).href)
    frame.crumbs?.above.append(
      (ImportTexts.title[context.language], SiteAddress.imports.href))
    frame.live = nil
    frame.printHead?.hasPersonalData = model.isSender
    if model.refreshes { frame.refreshSeconds = 5 }
    if model.pageCount > 1 { frame.page = (model.page, model.pageCount) }
    return .page(workPage(model, frame: frame))
  }

  /// Every document of an import as a file, read and written some hundred at a time.
  private func workFile(_ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let id = try Self.workNumber(context)
    let service = service
    let first = try await service.importItems(id, for: actor)
    let file = ImportFile(isSender: first.isSender, language: context.language)
    let body = ResponseBody { writer in
      var items = first.items
      try await writer.write(ByteBuffer(string: CSVCell.byteOrderMark + file.head))
      while let last = items.last {
        try await writer.write(ByteBuffer(string: items.map(file.line).joined()))
        items = try await service.importItems(id, after: last.number, for: actor).items
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"inlasning-\(id).csv\"",
      ], body: body)
  }
}

/// What became of documents, as a file.
struct ImportFile: Sendable {
  let isSender: Bool
  let language: Language

  var head: String {
    var titles = [ImportResultTexts.number[language]]
    if isSender { titles.append(ImportResultTexts.file[language]) }
    titles += [
      ImportResultTexts.outcome[language], ImportResultTexts.kind[language],
      ImportResultTexts.reasons[language],
    ]
    return CSVCell.line(titles.map { .text($0) })
  }

  func line(_ item: ImportedItem) -> String {
    var cells: [CSVCell] = [.number(item.number)]
    if isSender { cells.append(.text(item.name)) }
    let reasons = ItemReasons(item: item, language: language).lines.map { line in
      line.head.isEmpty ? line.text : "\(line.head): \(line.text)"
    }
    cells += [
      .text(ImportResultTexts.outcome(item.outcome)[language]),
      .text(ImportResultTexts.kind(item.kind, type: item.type)[language]),
      .text(reasons.joined(separator: " ")),
    ]
    return CSVCell.line(cells)
  }
}

/// The body of a request whose rest can be read when its reader has given up: a browser that is
/// still sending does not look for an answer.
final class HeldPieces: AsyncSequence {
  typealias Element = ArraySlice<UInt8>

  /// Bytes that are read for nothing; who sends more is not waited for.
  private static let mostDrained = 2 << 30

  private var body: RequestBody.AsyncIterator

  init(_ body: RequestBody) { self.body = body.makeAsyncIterator() }

  func makeAsyncIterator() -> Iterator { Iterator(pieces: self) }

  /// Reads what is left and keeps nothing of it.
  func drain() async {
    var drained = 0
    while drained < Self.mostDrained, let piece = try? await next() { drained += piece.count }
  }

  fileprivate func next() async throws -> ArraySlice<UInt8>? {
    guard let buffer = try await body.next() else { return nil }
    return Array(buffer: buffer)[...]
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate let pieces: HeldPieces

    mutating func next() async throws -> ArraySlice<UInt8>? { try await pieces.next() }
  }
}
