// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import NIOCore
import Service

extension Site {
  /// How good what was delivered is: for everybody who works here, each within bounds of her own,
  /// and not for the insured.
  func addQualityRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.quality.pattern)") { _, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.quality(context)
    }
    pages.get("\(SiteAddress.qualityFile.pattern)") { _, context -> Response in
      try self.service.requireFollowUpReader(context.actor())
      return try await self.qualityFile(context)
    }
  }

  private func qualityModel(_ context: SiteContext) async throws -> QualityModel? {
    let actor = try context.actor()
    return try await service.qualityReport(for: actor).map {
      QualityModel(report: $0, role: actor.party.role, language: context.language)
    }
  }

  private func quality(_ context: SiteContext) async throws -> Response {
    let model = try await qualityModel(context)
    let frame = try await followUpFrame(
      QualityTexts.title, context, at: .quality, here: SiteAddress.quality.href)
    guard let model else {
      let language = context.language
      let isAnalyst = try await service.isAnalyst(try context.actor())
      let page = PageShell(frame) {
        PageHead(QualityTexts.title[language], lead: QualityTexts.lead[language]).html
        EmptyState(
          title: QualityTexts.none[language], text: QualityTexts.noneText[language],
          action: isAnalyst
            ? .link(ImportTexts.title[language], to: SiteAddress.imports.href, .quiet) : nil,
          icon: .shield
        ).html
      }
      return .page(page.render())
    }
    return .page(qualityPage(model, frame: frame))
  }

  private func qualityFile(_ context: SiteContext) async throws -> Response {
    guard let model = try await qualityModel(context) else { throw PageFault.notFound }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"datakvalitet.csv\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: QualityFile(model: model).text)))
  }
}
