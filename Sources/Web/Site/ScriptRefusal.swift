// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird

/// Why what a page's script asked for was not done, in words that the script shows.
struct ScriptRefusal: Codable {
  var code: String
  var text: String
}

extension Response {
  /// A refusal for a page's script.
  static func refused(_ refusal: Refusal, _ language: Language) throws -> Response {
    try .json(
      ScriptRefusal(code: refusal.code.rawValue, text: refusal.text[language]),
      status: .unprocessableContent)
  }
}
