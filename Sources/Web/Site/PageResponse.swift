// SPDX-License-Identifier: Apache-2.0
import Hummingbird
import Markup
import NIOCore

extension Response {
  /// A page. It may hold personal data, so nothing between here and the reader keeps it.
  static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Sends the reader on after a form was taken, so that reloading does not send it again.
  static func seeOther(_ href: Href) -> Response {
    Response(status: .seeOther, headers: [.location: href.description])
  }
}
