// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import NIOCore
import Service

extension Site {
  /// Rows that are read at a time for a file.
  private static let exportStep = 200

  /// The filtered list as a file. The first rows are read before the answer begins, so that what
  /// cannot be read becomes a page and not half a file; the rest follows page by page.
  func export(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let today = service.clock.now().day
    var filter = CaseFilter(request.queryValues)
    filter.cursor = nil
    var query = filter.query(today: today)
    query.limit = Self.exportStep
    let export = CaseExport(language: context.language, regionNames: try await regionNames())
    let first = try await service.list(query, for: actor, purpose: .export)
    let service = service
    let rest = query
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: CaseExport.byteOrderMark + export.head))
      var query = rest
      var page = first
      var written = 0
      while true {
        let rows = page.rows.prefix(WebLimit.exportRows - written)
        written += rows.count
        try await writer.write(ByteBuffer(string: rows.map(export.line).joined()))
        guard let next = page.next, written < WebLimit.exportRows else { break }
        query.cursor = next
        page = try await service.list(query, for: actor, purpose: .export)
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(CaseExport.fileName(today))\"",
      ], body: body)
  }
}
