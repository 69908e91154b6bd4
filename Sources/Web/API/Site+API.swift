// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

extension Site {
  /// The JSON interface under `/api/v1`: the pages' views and commands, under the same
  /// permissions. To be added before the pages, so that unknown addresses under it are answered
  /// as problems.
  func addAPIRoutes(to router: Router<SiteContext>) {
    router.add(middleware: APIUnknownAddressMiddleware())
    let api = router.group(RouterPath(APIEndpoint.base))
      .add(middleware: TraceMiddleware())
      .add(middleware: APIErrorMiddleware(service: service))
      .add(middleware: SessionMiddleware(service: service))
      .add(middleware: APIAccessMiddleware(service: service))
    let document = Self.openAPIDocument()
    for endpoint in APIEndpoint.allCases {
      api.on(RouterPath(endpoint.pattern), method: endpoint.method) {
        request, context -> Response in
        if endpoint.needsSession { _ = try context.actor() }
        let query = try APIQuery(request, for: endpoint)
        if endpoint == .openDocument { return try Self.answer(document) }
        return try await self.answer(endpoint, request, query, context)
      }
    }
  }

  private func answer(
    _ endpoint: APIEndpoint, _ request: Request, _ query: APIQuery, _ context: SiteContext
  ) async throws -> Response {
    switch endpoint {
    case .beginSession: try await beginSession(request, context)
    case .listAssessments: try await listAssessments(query, context)
    case .requestAssessment: try await requestAssessment(request, context)
    case .showAssessment: try await showAssessment(request, query, context)
    case .listEvents: try await listEvents(query, context)
    case .giveCommand: try await giveCommand(request, context)
    case .listDocuments: try await listDocuments(context)
    case .readContent: try await readContent(context)
    case .showDraw: try await showDraw(context)
    case .listThreads: try await listThreads(context)
    case .openThread: try await openThread(request, context)
    case .showThread: try await showThread(context)
    case .sendMessage: try await sendMessage(request, context)
    case .listAttachments: try await listAttachments(context)
    case .attachFile: try await attachFile(request, context)
    case .readAttachment: try await readAttachment(context)
    case .removeAttachment: try await removeAttachment(context)
    case .showStatement: try await showStatement(context)
    case .showStatementDraft: try await showStatementDraft(context)
    case .saveStatementDraft: try await saveStatementDraft(request, context)
    case .signStatement: try await signStatement(request, context)
    case .listTasks: try await listTasks(query, context)
    case .showCapacity: try await showCapacity(query, context)
    case .publishCapacity: try await publishCapacity(request, context)
    case .showCompetence: try await showCompetence(context)
    case .registerCompetence: try await registerCompetence(request, context)
    case .setCompetencePolicy: try await setCompetencePolicy(request, context)
    case .setReleaseStep: try await setReleaseStep(request, context)
    case .resolveUnit: try await resolveUnit(query, context)
    case .showUnit: try await showUnit(context)
    case .listMeasures: try listMeasures(context)
    case .showMeasure: try showMeasure(context)
    case .showMeasureValues: try await showMeasureValues(query, context)
    case .searchAssessments: try await searchAssessments(request, context)
    case .listRules: try .json(RuleListJSON(service.rules))
    case .showRule: try showRule(query, context)
    case .openDocument: throw APIProblem.notFound
    case .readDocument: try await readDocument(context)
    }
  }

  private func readDocument(_ context: SiteContext) async throws -> Response {
    let frame = try await frames.frame(APIDocsTexts.title, context)
    return .page(apiDocsPage(frame: frame))
  }

  /// The OpenAPI document, read once; nil where the installation lacks it.
  private static func openAPIDocument() -> ByteBuffer? {
    Bundle.module.resourceURL
      .flatMap { try? Data(contentsOf: $0.appending(path: "Assets/openapi.yaml")) }
      .map { ByteBuffer(bytes: $0) }
  }

  private static func answer(_ document: ByteBuffer?) throws -> Response {
    guard let document else { throw APIProblem.notFound }
    return Response(
      status: .ok,
      headers: [.contentType: "application/yaml", .cacheControl: "public, max-age=600"],
      body: ResponseBody(byteBuffer: document))
  }
}
