// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// What the codes stand for that a document is rejected or noted by.
enum ReasonText {
  /// The rule, refusal, note or remark in a sentence; the code itself where nothing tells.
  static func text(_ code: String, type: String? = nil) -> Bilingual {
    rule(code) ?? refusal(code, type: type) ?? note(code) ?? Bilingual(sv: code, en: code)
  }

  /// Whether documents with the code could not be read at all, and so are lost.
  static func isLoss(_ code: String) -> Bool {
    code.hasPrefix("unreadable") || code.hasPrefix("archive:")
  }

  /// Rules by number, refusals after them by code.
  static func isBefore(_ one: String, _ other: String) -> Bool { order(one) < order(other) }

  private static func order(_ code: String) -> (Int, Int, String) {
    if let rule = CertificateRule.allCases.first(where: { $0.code == code }) {
      return (0, rule.rawValue, "")
    }
    if let rule = CertificateMessageRule.allCases.first(where: { $0.code == code }) {
      return (1, rule.rawValue, "")
    }
    return (2, 0, code)
  }

  private static func rule(_ code: String) -> Bilingual? {
    CertificateRule.allCases.first { $0.code == code }?.text
      ?? CertificateMessageRule.allCases.first { $0.code == code }?.text
  }

  private static func note(_ code: String) -> Bilingual? {
    CertificateNoteKind(rawValue: code).map { CertificateNote($0, at: "").text }
      ?? CertificateRemark(rawValue: code)?.text
  }

  private static func refusal(_ code: String, type: String?) -> Bilingual? {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    let detail = parts.count > 1 ? parts[1] : ""
    if parts.first == "archive" { return archive(detail) }
    guard let known = parts.first.flatMap(CertificateRefusal.Code.init(rawValue:)) else {
      return nil
    }
    if known == .otherType, type == nil {
      return Bilingual(
        sv: "Intyg av andra typer följs inte upp.",
        en: "Certificates of other types are not followed up.")
    }
    return CertificateRefusal(known, detail: known == .otherType ? type ?? "" : detail).text
  }

  /// Nil for a code that is not known.
  private static func archive(_ code: String) -> Bilingual? {
    switch code {
    case "nested":
      Bilingual(
        sv: "Ett arkiv inne i arkivet läses inte. Packa upp det först.",
        en: "An archive inside the archive is not read. Unpack it first.")
    case "path":
      Bilingual(
        sv: "Ett namn i arkivet leder ut ur sin mapp.",
        en: "A name in the archive leads out of its folder.")
    case "kind":
      Bilingual(
        sv: "Något i arkivet är varken fil eller mapp.",
        en: "Something in the archive is neither a file nor a folder.")
    case "encrypted": Bilingual(sv: "Arkivet är krypterat.", en: "The archive is encrypted.")
    case "too-many-entries":
      Bilingual(sv: "Arkivet har för många filer.", en: "The archive has too many files.")
    case "too-large":
      Bilingual(
        sv: "Arkivet är för stort när det packas upp.",
        en: "The archive is too large when it is unpacked.")
    case "bomb":
      Bilingual(
        sv: "Arkivet packas upp till orimligt mycket mer än det är. Resten av det läses inte.",
        en: "The archive unpacks to far more than it is. The rest of it is not read.")
    case "unreadable", "damaged":
      Bilingual(
        sv: "Arkivet är trasigt eller avkortat, eller inget zip-arkiv.",
        en: "The archive is damaged or cut off, or no zip archive.")
    case "empty":
      Bilingual(sv: "Arkivet är tomt.", en: "The archive is empty.")
    default: nil
    }
  }
}
