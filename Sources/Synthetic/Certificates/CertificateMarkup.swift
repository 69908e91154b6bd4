// SPDX-License-Identifier: Apache-2.0

/// Pieces of XML that certificates, messages and the catalogue share.
enum CertificateMarkup {
  static func identity(_ name: String, _ root: String, _ value: String) -> String {
    "<\(name)>\(element("t:root", root))\(element("t:extension", value))</\(name)>"
  }

  static func code(_ name: String, _ system: String, _ code: String) -> String {
    "<\(name)>\(element("t:code", code))\(element("t:codeSystem", system))</\(name)>"
  }

  static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(escaped(text))</\(name)>"
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x26, 0x3C, 0x3E].contains($0) }) else {
      return text
    }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
