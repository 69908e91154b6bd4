// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Hummingbird
import NIOCore

/// The fields of a form that was sent, or of the query in an address.
struct FormValues: Sendable, Hashable {
  /// Every field in the order its values came.
  var fields: [String: [String]]

  init(_ fields: [String: [String]] = [:]) { self.fields = fields }

  /// Reads `application/x-www-form-urlencoded` text. What is not valid UTF-8 is left out.
  init(urlEncoded text: some StringProtocol) {
    var fields: [String: [String]] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decode(parts[0]) else { continue }
      let value = parts.count == 2 ? Self.decode(parts[1]) ?? "" : ""
      fields[name, default: []].append(value)
    }
    self.fields = fields
  }

  /// The first value, trimmed; nil where it is missing or blank.
  func text(_ name: String) -> String? {
    let text = fields[name]?.first?.trimmingCharacters(in: .whitespacesAndNewlines)
    return text?.isEmpty == false ? text : nil
  }

  /// The first value as it was typed; empty where it is missing.
  func raw(_ name: String) -> String { fields[name]?.first ?? "" }

  /// All values that are not blank.
  func all(_ name: String) -> [String] { (fields[name] ?? []).filter { !$0.isEmpty } }

  /// Whether a box is ticked.
  func isChecked(_ name: String) -> Bool { text(name) != nil }

  private static func decode(_ text: some StringProtocol) -> String? {
    text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
  }
}

extension Request {
  /// The fields of the form in the body.
  ///
  /// - Throws: `PageFault.foreignForm` unless the form carries the session's token and comes
  ///   from this site; `PageFault.unreadable` where the body is too large or no form.
  func form(_ context: SiteContext) async throws -> FormValues {
    let form = try await unguardedForm(context)
    guard let signedIn = context.signedIn, form.raw("csrf") == signedIn.formToken else {
      throw PageFault.foreignForm
    }
    return form
  }

  /// The fields of a form that nobody is signed in for.
  func unguardedForm(_ context: SiteContext) async throws -> FormValues {
    guard isFromThisSite else { throw PageFault.foreignForm }
    let buffer: ByteBuffer
    do {
      buffer = try await body.collect(upTo: WebLimit.bodyBytes)
    } catch {
      throw PageFault.unreadable
    }
    return FormValues(urlEncoded: String(buffer: buffer))
  }

  /// The query of the address.
  var queryValues: FormValues { FormValues(urlEncoded: uri.query ?? "") }

  /// The browser says that the form was sent from this site, or says nothing.
  private var isFromThisSite: Bool {
    guard let origin = headers[.origin], origin != "null" else {
      return headers[.init("Sec-Fetch-Site")!].map { $0 != "cross-site" } ?? true
    }
    guard let host = head.authority, let from = URL(string: origin) else { return false }
    let port = from.port.map { ":\($0)" } ?? ""
    return (from.host() ?? "") + port == host
  }
}
