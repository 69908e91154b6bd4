// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A value as JSON. It may hold personal data, so nothing on the way keeps it.
  static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) throws -> Response {
    .json(try jsonBytes(value), status: status, headers: headers)
  }

  /// JSON that is already written.
  static func json(
    _ bytes: Data, type: String = "application/json", status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    headers[.vary] = "Accept-Language, Authorization, Cookie"
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A problem (RFC 9457).
  static func problem(_ problem: APIProblem, _ language: Language) -> Response {
    let bytes = (try? jsonBytes(problem.body(language))) ?? Data("{}".utf8)
    var headers = problem.headers
    headers[.contentLanguage] = language.rawValue
    return .json(
      bytes, type: "application/problem+json", status: problem.status, headers: headers)
  }
}

/// A value as JSON with its fields in order, so that the same value gives the same bytes.
func jsonBytes(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}

/// Entity tag of a case: the version the party sees, and a fingerprint of what is shown, since
/// days left and tasks change by time alone. A command asks only for the version.
struct EntityTag: Hashable, CustomStringConvertible {
  let version: Int
  let fingerprint: String

  init(version: Int, of bytes: Data) {
    self.version = version
    fingerprint = Array(SHA256.hash(data: bytes).prefix(8)).hexadecimal
  }

  var description: String { "\"\(version)-\(fingerprint)\"" }

  /// Whether `If-None-Match` names this tag.
  func isNamed(in header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { part in
      let tag = part.trimmingCharacters(in: .whitespaces)
      return tag == "*" || tag == description || tag == "W/" + description
    }
  }

  /// The version that `If-Match` demands; nil where it demands none.
  ///
  /// - Throws: `unfit-value` where the header is no such tag.
  static func version(_ header: String?) throws(APIProblem) -> Int? {
    guard let header, header != "*" else { return nil }
    let tag = header.trimmingCharacters(in: .whitespaces)
    let bare = tag.hasPrefix("\"") && tag.hasSuffix("\"") ? tag.dropFirst().dropLast() : tag[...]
    guard let version = Int(bare.prefix { $0 != "-" }), version >= 0 else {
      throw .unfit("If-Match")
    }
    return version
  }
}
