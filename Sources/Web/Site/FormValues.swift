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
      let value = parts.count == 2 ? Self.decode(parts[1]).map(Self.plain) ?? "" : ""
      fields[name, default: []].append(value)
    }
    self.fields = fields
  }

  /// The first value, trimmed; nil where it is missing or blank.
  func text(_ name: String) -> String? {
    let text = fields[name]?.first?.trimmingCharacters(in: .whitespacesAndNewlines)
    return text?.isEmpty == false ? text : nil
  }

  /// The number of a page after the first, as an address carries it beside a cursor. Anybody may
  /// write an address, so it is kept within what a list can have.
  func pageNumber(_ name: String) -> Int {
    min(max(text(name).flatMap { Int($0) } ?? 2, 2), WebLimit.pageNumber)
  }

  /// The first value as it was typed; empty where it is missing.
  func raw(_ name: String) -> String { fields[name]?.first ?? "" }

  /// All values that are not blank.
  func all(_ name: String) -> [String] { (fields[name] ?? []).filter { !$0.isEmpty } }

  /// Whether a box is ticked.
  func isChecked(_ name: String) -> Bool { text(name) != nil }

  /// The fields as they stand in the body of a form.
  var urlEncoded: String {
    fields.sorted { $0.key < $1.key }.flatMap { name, values in
      values.map { Self.encode(name) + "=" + Self.encode($0) }
    }.joined(separator: "&")
  }

  /// The text as it was meant: a line break of a text program is a line break, and marks that
  /// cannot be seen or sent are left out.
  private static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xB, 0xC, 0x2028, 0x2029: plain.append("\n")
      case 0x202A...0x202E, 0x2066...0x2069: continue
      default: if String(scalar).isWritable { plain.append(scalar) }
      }
    }
    return String(plain)
  }

  private static func encode(_ text: String) -> String {
    let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
      .union(CharacterSet(charactersIn: "0123456789-._"))
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static func decode(_ text: some StringProtocol) -> String? {
    text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
  }
}

extension Request {
  /// The fields of the form in the body.
  ///
  /// - Throws: `PageFault.foreignForm` unless the form carries the session's token and comes
  ///   from this site; `PageFault.formOutdated` where it is this site's own but its session has
  ///   ended; `PageFault.unreadable` where the body is too large or no form.
  func form(_ context: SiteContext) async throws -> FormValues {
    let form = try await unguardedForm(context)
    if let signedIn = context.signedIn, form.raw(PostForm.tokenName) == signedIn.formToken {
      return form
    }
    // The reader's own form, from before she was signed in as she is now, or no longer is.
    throw saysItIsFromThisSite ? PageFault.formOutdated(form) : PageFault.foreignForm
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

  /// The browser says in so many words that the form was sent from this site.
  var saysItIsFromThisSite: Bool {
    if let origin = headers[.origin], origin != "null" { return isFromThisSite }
    return headers[.init("Sec-Fetch-Site")!] == "same-origin"
  }

  /// The browser says that the form was sent from this site, or says nothing.
  var isFromThisSite: Bool {
    guard let origin = headers[.origin], origin != "null" else {
      return headers[.init("Sec-Fetch-Site")!].map { $0 != "cross-site" } ?? true
    }
    guard let host = head.authority, let from = URL(string: origin) else { return false }
    let port = from.port.map { ":\($0)" } ?? ""
    return (from.host() ?? "") + port == host
  }
}
