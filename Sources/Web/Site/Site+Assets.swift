// SPDX-License-Identifier: Apache-2.0
import Foundation
import Hummingbird
import NIOCore
import Service

extension Site {
  private static let assetTypes = [
    "samsyn.css": "text/css; charset=utf-8",
    "print.css": "text/css; charset=utf-8",
    "samsyn.js": "text/javascript; charset=utf-8",
    "documents.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
  ]

  /// The stylesheet, the script and the icon, read once. They hold no personal data and may be
  /// kept by the browser for a while. A program that lacks one of them does not start: without
  /// its stylesheet no page is what people were promised.
  func addAssetRoutes(to router: Router<SiteContext>) throws {
    var files: [String: ByteBuffer] = [:]
    for name in Self.assetTypes.keys {
      guard let url = Bundle.module.resourceURL?.appending(path: "Assets/\(name)"),
        let data = try? Data(contentsOf: url)
      else { throw ServiceError.fault("asset.\(name)") }
      files[name] = ByteBuffer(bytes: data)
    }
    let kept = files
    router.get("\(SiteAddress.Pattern.asset)") { _, context -> Response in
      guard let name = context.parameters.get("name"), let file = kept[name],
        let type = Self.assetTypes[name]
      else { throw HTTPError(.notFound) }
      return Response(
        status: .ok,
        headers: [.contentType: type, .cacheControl: "public, max-age=600"],
        body: ResponseBody(byteBuffer: file))
    }
  }

  /// Health without any content: `live` answers while the program runs, `ready` when the
  /// database answers.
  func addHealthRoutes(to router: Router<SiteContext>) {
    router.get("\(SiteAddress.Pattern.health)") { _, context -> Response in
      switch context.parameters.get("name") {
      case "live", "startup":
        return Self.health(isWell: true)
      case "ready":
        let answers = (try? await self.service.position()) != nil
        return Self.health(isWell: answers)
      default:
        throw HTTPError(.notFound)
      }
    }
  }

  private static func health(isWell: Bool) -> Response {
    Response(
      status: isWell ? .ok : .serviceUnavailable,
      headers: [.contentType: "application/json"],
      body: ResponseBody(
        byteBuffer: ByteBuffer(string: "{\"status\":\"\(isWell ? "up" : "down")\"}")))
  }
}
