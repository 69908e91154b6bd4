// SPDX-License-Identifier: Apache-2.0

/// Why something may not be done: a stable code, the field it concerns where there is one, and a
/// sentence. The sentence names no person and repeats nothing that was typed.
public struct Refusal: Error, Hashable, Sendable {
  public let code: RefusalCode
  /// Name of the field in the command, such as `lastDay`.
  public let field: String?
  /// Days or numbers that stand in the sentence.
  public let values: [String]

  public init(_ code: RefusalCode, field: String? = nil, values: [String] = []) {
    self.code = code
    self.field = field
    self.values = values
  }

  /// The sentence in both languages.
  public var text: Bilingual {
    let template = code.template
    return Bilingual(sv: filled(template.sv), en: filled(template.en))
  }

  private func filled(_ template: String) -> String {
    var text = ""
    var rest = Substring(template)
    var next = values.makeIterator()
    while let mark = rest.firstIndex(of: "#") {
      text += rest[..<mark]
      text += next.next() ?? "–"
      rest = rest[rest.index(after: mark)...]
    }
    return text + rest
  }
}
