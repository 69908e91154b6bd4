// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
  /// Levels of nesting that a body may have; the deepest command needs far fewer.
  static let deepestJSON = 32

  /// The body as a value. A field that the value does not have is refused, since a misspelt
  /// field that is passed over would lose what somebody meant to say.
  ///
  /// - Throws: `APIProblem` with the field's place and nothing of what stood there.
  func json<Body: Codable>(_ type: Body.Type) async throws -> Body {
    guard isJSON else { throw APIProblem.unsupportedType }
    let bytes: Data
    do {
      bytes = Data(buffer: try await body.collect(upTo: WebLimit.bodyBytes))
    } catch {
      throw APIProblem.tooLarge
    }
    guard JSONShape.depth(of: bytes) <= Self.deepestJSON else { throw APIProblem.malformed }
    do {
      let value = try JSONDecoder().decode(type, from: bytes)
      if let field = try JSONShape.unwritableField(in: bytes) { throw APIProblem.unfit(field) }
      if let field = try JSONShape.unknownField(in: bytes, for: value) {
        throw APIProblem.unknownField(field)
      }
      return value
    } catch let error as DecodingError {
      throw APIProblem(error)
    }
  }

  private var isJSON: Bool {
    let type = headers[.contentType]?.split(separator: ";").first
    return type?.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
  }
}

extension APIProblem {
  /// What could not be read, by its place. The decoder's own words may repeat a value and are
  /// left out.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .missing(Self.path(context.codingPath + [key]))
    case .valueNotFound(_, let context):
      self = .missing(Self.path(context.codingPath))
    case .typeMismatch(_, let context):
      self = .unfit(Self.path(context.codingPath))
    case .dataCorrupted(let context):
      switch Self.path(context.codingPath) {
      case nil: self = .malformed
      case "kind": self = .unknownKind
      case let field: self = .unfit(field)
      }
    @unknown default:
      self = .malformed
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String? {
    if keys.isEmpty { return nil }
    return keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}

/// What can be told of JSON without knowing what it means.
enum JSONShape {
  /// How many arrays and objects stand inside each other at most.
  static func depth(of bytes: Data) -> Int {
    var depth = 0
    var deepest = 0
    var isText = false
    var isEscaped = false
    for byte in bytes {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return deepest
  }

  /// The place of the first field that reading passed over: one that is there and not null, and
  /// is not there when the value is written again.
  static func unknownField(in bytes: Data, for value: some Encodable) throws -> String? {
    let given = try JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed])
    let read = try JSONSerialization.jsonObject(
      with: JSONEncoder().encode(value), options: [.fragmentsAllowed])
    return unknown(given, read, [])
  }

  /// The place of the first text with a character that no message can carry.
  static func unwritableField(in bytes: Data) throws -> String? {
    try unwritable(JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed]), [])
  }

  private static func unwritable(_ given: Any, _ path: [String]) -> String? {
    if let text = given as? String {
      return text.isWritable && !text.turnsDirection ? nil : path.joined(separator: ".")
    }
    if let fields = given as? [String: Any] {
      for (name, inner) in fields.sorted(by: { $0.key < $1.key }) {
        if let found = unwritable(inner, path + [isName(name) ? name : "?"]) { return found }
      }
    }
    for (index, inner) in (given as? [Any] ?? []).enumerated() {
      if let found = unwritable(inner, path + ["\(index)"]) { return found }
    }
    return nil
  }

  private static func unknown(_ given: Any, _ read: Any, _ path: [String]) -> String? {
    if let given = given as? [String: Any], let read = read as? [String: Any] {
      for (name, inner) in given.sorted(by: { $0.key < $1.key }) where !(inner is NSNull) {
        let place = path + [isName(name) ? name : "?"]
        guard let known = read[name] else { return place.joined(separator: ".") }
        if let found = unknown(inner, known, place) { return found }
      }
    } else if let given = given as? [Any], let read = read as? [Any] {
      for (index, (inner, known)) in zip(given, read).enumerated() {
        if let found = unknown(inner, known, path + ["\(index)"]) { return found }
      }
    }
    return nil
  }

  /// Only what looks like a name of a field is said back.
  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= 40 && text.first?.isLetter == true
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
  }
}
