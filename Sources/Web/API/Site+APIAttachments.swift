// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import HTTPTypes
import Hummingbird
import Service

// Files of messages, under the permissions of the pages. Number 0 is the thread that is about to
// be begun.
extension Site {
  func listAttachments(_ context: SiteContext) async throws -> Response {
    let (id, place, actor) = try await attachmentPlace(context)
    let waiting = try await service.attachments(waiting: place, in: id, by: actor)
    return try .json(AttachmentListJSON(items: waiting))
  }

  /// Takes the one file of a form. It waits where it was sent, until a message names it.
  func attachFile(_ request: Request, _ context: SiteContext) async throws -> Response {
    // Nothing is received for who may not read there.
    let (id, place, actor) = try await attachmentPlace(context)
    let attached: MessageAttachment
    do {
      let boundary = try MultipartBoundary(
        contentType: request.headers[.contentType] ?? "")
      attached = try await PrivateFolder.with(bytes: UploadLimits.standard.totalBytesMax) {
        folder in
        let form = try await UploadForm.read(
          RequestPieces(body: request.body), boundary: boundary, into: folder)
        guard let file = form.files.first else { throw APIProblem.missing(Self.fileField) }
        guard form.files.count == 1, file.field == Self.fileField, form.fields.isEmpty else {
          throw APIProblem.unknownField(nil)
        }
        return try await service.attach(
          file.content.pieces(from: 0), named: file.name, size: file.content.byteCount,
          to: place, in: id, by: actor)
      }
    } catch let fault as UploadFault {
      throw APIProblem(fault)
    } catch let error as ServiceError {
      throw Self.problem(ofFile: error)
    }
    let address = APIEndpoint.base + "/assessments/\(id)/threads/\(try thread(context))"
    return try .json(
      attached, status: .created,
      headers: [.location: "\(address)/attachments/\(attached.file.id)"])
  }

  /// The file, for who reads the thread, and before it is sent for who attached it.
  func readAttachment(_ context: SiteContext) async throws -> Response {
    let opened = try await service.openAttachment(
      try attachment(context), of: try messagePlace(context), in: try context.caseNumber(),
      for: try context.actor())
    return Self.sent(opened, as: DownloadName(file: opened).disposition)
  }

  func removeAttachment(_ context: SiteContext) async throws -> Response {
    let file = try attachment(context)
    let (id, place, actor) = try await attachmentPlace(context)
    try await service.removeAttachment(file, from: place, in: id, by: actor)
    return Response(status: .noContent)
  }

  private static let fileField = "file"

  /// A file that was not taken is a fault of its field, not of the case's state.
  private static func problem(ofFile error: ServiceError) -> APIProblem {
    let problem = APIProblem(error)
    guard case .refused(let refusal) = error, problem.status == .conflict else { return problem }
    return APIProblem(
      .unprocessableContent, problem.code, refusal.text, field: fileField)
  }

  /// Where it is written and by whom, once it is certain that she reads there.
  private func attachmentPlace(
    _ context: SiteContext
  ) async throws -> (CaseNumber, MessagePlace, Actor) {
    let (id, place, actor) = (
      try context.caseNumber(), try messagePlace(context), try context.actor()
    )
    try await service.checkReading(of: place, in: id, by: actor)
    return (id, place, actor)
  }

  private func messagePlace(_ context: SiteContext) throws(APIProblem) -> MessagePlace {
    let number = try thread(context)
    return number == 0 ? .newThread : .answer(thread: number)
  }

  private func thread(_ context: SiteContext) throws(APIProblem) -> Int {
    guard let number = context.number("thread"), number >= 0 else {
      throw .notFound
    }
    return number
  }

  private func attachment(_ context: SiteContext) throws(APIProblem) -> String {
    guard let id = context.parameters.get("attachment"), DocumentFile.isID(id) else {
      throw .notFound
    }
    return id
  }
}

extension APIProblem {
  /// A form with a file that could not be read.
  fileprivate init(_ fault: UploadFault) {
    switch fault {
    case .contentType: self = .unsupportedForm
    case .limit: self.init(.contentTooLarge, Self.tooLarge.code, fault.text)
    default: self.init(.badRequest, Self.malformedForm.code, fault.text)
    }
  }
}
