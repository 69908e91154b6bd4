// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Logging
import NIOCore
import Service

/// The web site on a service: pages, interface, health.
public struct Site: Sendable {
  let service: SamsynService
  let frames: FrameMaker
  /// The site is reached over TLS, so cookies may be sent over nothing else.
  let isSecure: Bool

  public init(_ service: SamsynService, isSecure: Bool = false) {
    self.service = service
    self.frames = FrameMaker(service: service)
    self.isSecure = isSecure
  }

  /// Every route. The demonstration's pages exist only on a database that is one; elsewhere the
  /// site answers nothing but its health until there is a way to sign in.
  ///
  /// - Throws: `ServiceError.fault` where a file of the site is missing beside the program.
  func router(isDemonstration: Bool) throws -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityMiddleware())
    addHealthRoutes(to: router)
    guard isDemonstration else { return router }
    addAPIRoutes(to: router)
    let pages = router.group()
      .add(middleware: ErrorPageMiddleware(site: self))
      .add(middleware: SessionMiddleware(service: service))
    try addAssetRoutes(to: router)
    addSignInRoutes(to: pages)
    addWorkRoutes(to: pages)
    addCaseRoutes(to: pages)
    addActionRoutes(to: pages)
    addDocumentRoutes(to: pages)
    addConversationRoutes(to: pages)
    addStatementRoutes(to: pages)
    addSummonsRoutes(to: pages)
    addInsuredRoutes(to: pages)
    addGivingRoutes(to: pages)
    addRequestRoutes(to: pages)
    addRegionRoutes(to: pages)
    addPlanningRoutes(to: pages)
    addDirectoryRoutes(to: pages)
    addFollowUpRoutes(to: pages)
    addImportRoutes(to: pages)
    addQualityRoutes(to: pages)
    addInformationRoutes(to: pages)
    // Last, so that it stands only around what no route has taken.
    router.add(middleware: UnknownAddressMiddleware(site: self))
    return router
  }

  /// The program that serves the site until it is told to stop.
  public func application(
    host: String, port: Int, isDemonstration: Bool, logger: Logger,
    onStart: @escaping @Sendable (Int?) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    Application(
      router: try router(isDemonstration: isDemonstration),
      server: .http1(configuration: .init(idleTimeout: .seconds(WebLimit.idleSeconds))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "Samsyn"),
      onServerRunning: { channel in await onStart(channel.localAddress?.port) },
      logger: logger)
  }
}

/// A group of routes for pages.
typealias Pages = RouterGroup<SiteContext>
