// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

extension Site {
  /// Files that a script sends in pieces, so that a lost connection costs one piece. The form's
  /// token comes in a header, and the answers are JSON.
  func addPieceRoutes(to pages: Pages) {
    pages.post("\(SiteAddress.Pattern.uploads)") { request, context -> Response in
      try await self.piece(request, context) {
        let bytes = try await request.body.collect(upTo: WebLimit.bodyBytes)
        let begun = try JSONDecoder().decode(UploadBeginning.self, from: Data(buffer: bytes))
        return UploadStanding(
          try await self.service.beginUpload(
            in: try context.caseNumber(), name: begun.name, size: begun.size,
            by: try context.actor()))
      }
    }
    pages.get("\(SiteAddress.Pattern.upload)") { request, context -> Response in
      try await self.piece(request, context, isReading: true) {
        let (id, upload, actor) = try self.upload(context)
        return UploadStanding(try await self.service.uploadState(upload, in: id, by: actor))
      }
    }
    pages.post("\(SiteAddress.Pattern.upload)") { request, context -> Response in
      try await self.piece(request, context) {
        let (id, upload, actor) = try self.upload(context)
        guard let offset = request.queryValues.text("offset").flatMap({ Int($0) }), offset >= 0
        else { throw PageFault.unreadable }
        let received = try await self.store(
          request.body, at: offset
        ) { offset, bytes in
          try await self.service.upload(upload, in: id, offset: offset, bytes: bytes, by: actor)
        }
        return UploadStanding(id: upload, received: received)
      }
    }
    pages.post("\(SiteAddress.Pattern.uploadEnd)") { request, context -> Response in
      try await self.piece(request, context) {
        let (id, upload, actor) = try self.upload(context)
        let document = try await self.service.finishUpload(upload, in: id, by: actor)
        return UploadStanding(id: document.id, received: document.file.bytes, isDone: true)
      }
    }
  }

  /// Stores a piece block by block, each while the next one comes, so that neither waits for the
  /// other and a lost connection costs one block. Gives the number of bytes received now.
  private func store(
    _ body: RequestBody, at offset: Int,
    _ take: @escaping @Sendable (Int, [UInt8]) async throws -> Int
  ) async throws -> Int {
    var blocks = RequestBlocks(body)
    var storing = Task<Int, any Error> { offset }
    var end = offset
    do {
      while let block = try await blocks.next() {
        end += block.count
        guard end - offset <= UnsentView.pieceBytes else { throw PageFault.unreadable }
        let start = try await storing.value
        storing = Task { try await take(start, block) }
      }
    } catch {
      // What has come is kept before anybody is told.
      _ = try? await storing.value
      throw error
    }
    return end > offset ? try await storing.value : try await take(offset, [])
  }

  /// One step of an upload, with what went wrong as JSON too.
  private func piece(
    _ request: Request, _ context: SiteContext, isReading: Bool = false,
    _ step: () async throws -> UploadStanding
  ) async throws -> Response {
    do {
      guard let signedIn = context.signedIn else { throw PageFault.signInFirst }
      guard isReading || request.headers[UploadStanding.tokenHeader] == signedIn.formToken,
        isReading || request.isFromThisSite
      else { throw PageFault.foreignForm }
      return try .json(try await step())
    } catch let error as ServiceError {
      return try Self.refused(PageFault(error), context)
    } catch let fault as PageFault {
      return try Self.refused(fault, context)
    } catch {
      return try Self.refused(.unreadable, context)
    }
  }

  private static func refused(_ fault: PageFault, _ context: SiteContext) throws -> Response {
    let language = context.language
    switch fault {
    case .refused(let refusal):
      return try .refused(refusal, language)
    case .notFound:
      return try .json(
        ScriptRefusal(code: "not-found", text: ErrorWords.notFound.text[language]),
        status: .notFound)
    case .signInFirst, .foreignForm, .formOutdated:
      return try .json(
        ScriptRefusal(code: "foreign-form", text: ErrorWords.foreignForm.text[language]),
        status: .forbidden)
    case .unreadable:
      return try .json(
        ScriptRefusal(code: "unreadable", text: ErrorWords.unreadable.text[language]),
        status: .badRequest)
    case .fault(let code):
      context.logger.error("page fault", metadata: ["code": "\(code)"])
      return try .json(
        ScriptRefusal(code: "fault", text: ErrorWords.fault.text[language]),
        status: .internalServerError)
    }
  }
}

/// What a script says when it begins to send a file.
struct UploadBeginning: Codable {
  var name: String
  /// Bytes.
  var size: Int
}

/// How far a file has come.
struct UploadStanding: Codable {
  /// The header that carries the form's token.
  static let tokenHeader = HTTPField.Name("X-Samsyn-Form")!

  var id: String
  /// Bytes received; the next piece begins here.
  var received: Int
  /// It is checked and taken.
  var isDone = false

  init(id: String, received: Int, isDone: Bool = false) {
    self.id = id
    self.received = received
    self.isDone = isDone
  }

  init(_ upload: DocumentUpload) { self.init(id: upload.id, received: upload.received) }
}
