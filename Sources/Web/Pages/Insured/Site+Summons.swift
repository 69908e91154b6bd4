// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// The summons as a page, for the printer and as a PDF. Each reads the case as the party was
  /// sent it, and stands in the log of reads.
  func addSummonsRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.Pattern.summons)") { request, context -> Response in
      let model = try await self.summons(request, context, purpose: .casework)
      let frame = try await self.frame(
        SummonsTexts.title, model.id, context,
        here: SiteAddress.summons(model.id).href(model.query))
      return .page(summonsPage(model, canMakePDF: self.service.canMakePDF, frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.summonsPrint)") { request, context -> Response in
      let model = try await self.summons(request, context, purpose: .export)
      let text = SummonsText(model: model, language: context.language)
      return .page(SummonsPrint(text: text).linked())
    }
    pages.get("\(SiteAddress.Pattern.summonsPDF)") { request, context -> Response in
      let model = try await self.summons(request, context, purpose: .export)
      let text = SummonsText(model: model, language: context.language)
      let pdf = try await self.service.pdf(
        of: SummonsPrint(text: text).page(), style: try StatementPrint.style())
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/pdf", .cacheControl: "no-store",
          .contentDisposition: "attachment; filename=\"\(model.id)-kallelse.pdf\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: pdf)))
    }
  }

  private func summons(
    _ request: Request, _ context: SiteContext, purpose: ReadPurpose
  ) async throws -> SummonsModel {
    let actor = try context.actor()
    let view = try await service.view(
      try context.caseNumber(), for: actor, purpose: purpose)
    let numbers = request.queryValues.all("besok").compactMap { Int($0) }
    guard let model = SummonsModel(view, numbers: numbers) else { throw PageFault.notFound }
    return model
  }
}
