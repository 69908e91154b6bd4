// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

extension Site {
  /// The reader of a document, its pages as pictures, the file itself, notes and the search.
  func addReaderRoutes(to pages: Pages) {
    // What is searched for is about a person, and stands in no address: it is sent as forms are.
    pages.get("\(SiteAddress.Pattern.documentSearch)") { _, context -> Response in
      try await self.searchDocuments(FormValues(), context)
    }
    pages.post("\(SiteAddress.Pattern.documentSearch)") { request, context -> Response in
      try await self.searchDocuments(try await request.form(context), context)
    }
    pages.get("\(SiteAddress.Pattern.document)") { request, context -> Response in
      try await self.reader(try context.place(request.queryValues), context)
    }
    pages.post("\(SiteAddress.Pattern.document)") { request, context -> Response in
      let form = try await request.form(context)
      var place = try context.place(form)
      place.words = form.searchedWords
      return try await self.reader(place, context)
    }
    pages.get("\(SiteAddress.Pattern.documentPage)") { request, context -> Response in
      guard let page = context.number("page"), page >= 1 else {
        throw PageFault.notFound
      }
      return try await self.picture(
        page, width: PictureSize.width(request.queryValues), context)
    }
    pages.get("\(SiteAddress.Pattern.documentFile)") { _, context -> Response in
      try await self.file(
        try context.document(), in: try context.caseNumber(), for: try context.actor())
    }
    pages.post("\(SiteAddress.Pattern.documentNote)") { request, context -> Response in
      try await self.saveNote(try await request.form(context), context)
    }
  }

  /// A page as a picture: drawn from a PDF, and a picture's own bytes, since it is sound.
  private func picture(
    _ page: Int, width: Int, _ context: SiteContext
  ) async throws -> Response {
    let (document, id, actor) = (
      try context.document(), try context.caseNumber(), try context.actor()
    )
    do {
      let picture = try await service.documentPage(
        document, page: page, width: width, in: id, for: actor)
      return Response(
        status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture)))
    } catch {
      guard case .refused(let refusal) = error, refusal.code == .documentPageUnknown,
        page == 1
      else { throw error }
      let opened = try await service.openDocument(document, in: id, for: actor)
      guard opened.file.mediaType == .png || opened.file.mediaType == .jpeg else { throw error }
      return Self.sent(opened, as: nil)
    }
  }

  /// The bytes of a document, piece by piece.
  ///
  /// - Parameter disposition: how the browser is to take it; nil for a picture on a page.
  static func sent(_ opened: OpenedDocument, as disposition: String?) -> Response {
    var headers: HTTPFields = [
      .contentType: opened.file.mediaType.contentType, .cacheControl: "no-store",
    ]
    headers[.contentDisposition] = disposition
    let content = opened.content
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(contentLength: opened.file.bytes) { writer in
        for try await piece in content { try await writer.write(ByteBuffer(bytes: piece)) }
        try await writer.finish(nil)
      })
  }

  /// The file as it was sent, to be saved: never shown by the browser as a page of this site.
  func file(
    _ document: String, in id: CaseNumber, for actor: Actor
  ) async throws -> Response {
    let opened = try await service.openDocument(document, in: id, for: actor)
    let name = DownloadName(opened.title, opened.file.mediaType)
    return Self.sent(opened, as: name.disposition)
  }

  private func reader(
    _ place: ReaderModel.Place, _ context: SiteContext, typed: DocumentNote? = nil,
    error: Bilingual? = nil
  ) async throws -> Response {
    let actor = try context.actor()
    let id = try context.caseNumber()
    let view = try await service.view(id, for: actor)
    let source = CaseSource(
      view, regions: try await service.regionList(), language: context.language)
    let document: SupportingDocument
    let file: DocumentFile
    var sent: String?
    let readable = view.readableDocuments
    var list = readable.map(\.document)
    if let found = readable.first(where: { $0.id == place.document }) {
      (document, file) = (found.document, found.file)
      sent = source.say(ReaderPageTexts.sent) + " " + source.dates.text(found.sentAt)
    } else if view.state.uploadAccess(of: actor) == nil,
      let own = try await service.unsentDocuments(in: id, by: actor)
        .first(where: { $0.id == place.document })
    {
      document = SupportingDocument(
        kind: own.kind ?? .other, title: own.title, dated: own.dated, pages: own.file.pages,
        file: own.file)
      file = own.file
      list = [document]
    } else {
      throw PageFault.notFound
    }
    let text = try await service.documentText(place.document, in: id, for: actor)
    let notes = sent == nil ? [] : try await service.notes(in: id, by: actor)
    var model = ReaderModel(
      source, place, document, file, sent: sent, among: list, text: text, notes: notes)
    model.typed = typed
    model.noteError = error
    let here = model.href(page: model.place.page)
    var frame = try await self.frame(
      ReaderModel.pageTitle(model), id, context, here: here)
    frame.crumbs = frame.crumbs?.below(
      DocumentsTexts.title[context.language], SiteAddress.documents(id).href,
      current: model.title)
    return .page(
      readerPage(model, frame: frame), status: error == nil ? .ok : .unprocessableContent)
  }

  private func saveNote(_ form: FormValues, _ context: SiteContext) async throws -> Response {
    let id = try context.caseNumber()
    let document = try context.document()
    guard let page = form.text(DocumentFields.page).flatMap({ Int($0) }), page >= 1 else {
      throw PageFault.unreadable
    }
    let note = DocumentNote(
      document: document, page: page, text: form.text("text") ?? "",
      marked: form.isChecked("mark"))
    do {
      try await service.saveNote(note, in: id, by: try context.actor())
    } catch {
      guard case .refused(let refusal) = error as? ServiceError,
        [.tooLong, .tooMany].contains(refusal.code)
      else { throw error }
      return try await reader(
        ReaderModel.Place(document: document, page: page), context, typed: note,
        error: FormReader.sentence(ReaderPageTexts.noteText, refusal.text))
    }
    return .seeOther(
      SiteAddress.document(id, document)
        .href([(DocumentFields.page, "\(page)")], fragment: "note-title"))
  }

  private func searchDocuments(
    _ form: FormValues, _ context: SiteContext
  ) async throws -> Response {
    let id = try context.caseNumber()
    let actor = try context.actor()
    let words = form.searchedWords
    let hits = try await service.searchDocuments(words, in: id, for: actor)
    let title = Bilingual(
      sv: "\(DocumentSearchTexts.title.sv), \(id)", en: "\(DocumentSearchTexts.title.en), \(id)")
    var frame = try await self.frame(
      title, id, context, here: SiteAddress.documentSearch(id).href)
    frame.crumbs = frame.crumbs?.below(
      DocumentsTexts.title[context.language], SiteAddress.documents(id).href,
      current: DocumentsTexts.find[context.language])
    return .page(
      documentSearchPage(DocumentSearchModel(id, words: words, hits: hits), frame: frame))
  }
}

extension ReaderModel {
  /// The page's title names the case and the place, never the document: titles stay in the
  /// browser's history.
  static func pageTitle(_ model: ReaderModel) -> Bilingual {
    let number = model.documents.firstIndex { $0.id == model.place.document }.map { $0 + 1 } ?? 1
    let page = ReaderPageTexts.pageOf(model.place.page, model.pages)
    return Bilingual(
      sv: "Handling \(number), \(page.sv.lowercased()), \(model.id)",
      en: "Document \(number), \(page.en.lowercased()), \(model.id)")
  }
}

extension FormValues {
  /// The words that are searched for in documents, no longer than can be searched for.
  fileprivate var searchedWords: String {
    text(DocumentFields.words).map { String($0.prefix(200)) } ?? ""
  }
}

extension SiteContext {
  /// The document in the address, and where in it.
  fileprivate func place(_ values: FormValues) throws(PageFault) -> ReaderModel.Place {
    ReaderModel.Place(
      document: try document(),
      page: values.text(DocumentFields.page).flatMap { Int($0) } ?? 1,
      isContinuous: values.text(DocumentFields.mode) == DocumentFields.continuous)
  }

  /// The document in the address.
  ///
  /// - Throws: `PageFault.notFound` where it can be none.
  func document() throws(PageFault) -> String {
    guard let id = parameters.get("document"), DocumentFile.isID(id) else { throw .notFound }
    return id
  }
}

/// How wide the picture of a page is made, in pixels.
enum PictureSize {
  static let standard = 1240
  private static let widths = 200...2400

  static func width(_ query: FormValues) -> Int {
    let asked = query.text("bredd").flatMap { Int($0) } ?? standard
    return min(max(asked, widths.lowerBound), widths.upperBound)
  }
}

/// What a file is called when it is saved: the document's title with the ending of what it is.
struct DownloadName: Sendable, Hashable {
  let name: String

  init(_ title: String, _ media: DocumentMedia) {
    let kept = title.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return isPlain || " -_,()".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    let plain = String(kept.prefix(100)).trimmed
    name = (plain.isEmpty ? "handling" : plain) + "." + media.fileEnding
  }

  /// The name of an opened file whose title has an ending already, which its kind gives anew.
  init(file opened: OpenedDocument) {
    let stem = opened.title.lastIndex(of: ".").map { String(opened.title[..<$0]) }
    self.init(stem ?? opened.title, opened.file.mediaType)
  }

  /// `Content-Disposition` with a name for every browser (RFC 6266).
  var disposition: String {
    let ascii = String(
      name.map { character in
        character.isASCII && character != "\"" && character != "\\" ? character : "_"
      })
    let unreserved = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz")
      .union(CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"))
    let whole = name.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ascii
    return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(whole)"
  }
}
