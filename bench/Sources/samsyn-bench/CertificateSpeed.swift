// SPDX-License-Identifier: Apache-2.0
import CXML2
import Domain
import Exchange
import Synthetic

/// Measures the reading of made-up certificates of three kinds: a short one, a long one with
/// every question, and the long one indented as care systems send it.
struct CertificateSpeed {
  private let documents: [[UInt8]]

  init(certificates: Int) {
    let short = CertificateText.plain.xml
    let long = CertificateSpeed.long.xml
    let kinds = [short, long, CertificateSpeed.indented(long)].map { Array($0.utf8) }
    documents = (0..<certificates).map { kinds[$0 % kinds.count] }
  }

  func run(turns: Int) throws -> Figures {
    let size = documents.reduce(0) { $0 + $1.count }
    for document in documents.prefix(3) where CertificateDocument.read(document).content == nil {
      throw BenchFailure("a made-up certificate is not read")
    }
    var bare: [Double] = []
    var check: [Double] = []
    for _ in 0..<turns {
      bare.append(seconds { documents.forEach(CertificateSpeed.parse) })
      check.append(seconds { documents.forEach { _ = CertificateDocument.read($0) } })
    }
    let ratios = zip(check, bare).map { $0 / $1 }.sorted()
    let count = Double(documents.count)
    var figures = Figures()
    figures.add("size of a certificate", Double(size) / count, "bytes")
    figures.add("bare parse", (bare.min() ?? .nan) / count * 1e6, "us")
    figures.add("reading and checking", (check.min() ?? .nan) / count * 1e6, "us")
    figures.add("ratio, median of the turns", ratios[ratios.count / 2], "", below: 2)
    figures.add(
      "certificates a second on one core", count / (check.min() ?? .nan), "/s", atLeast: 3000)
    return figures
  }

  private func seconds(_ body: () -> Void) -> Double {
    let start = secondsNow()
    body()
    return secondsNow() - start
  }

  /// What anybody would do to get a tree of the document.
  private static func parse(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { characters in
        let document = xmlReadMemory(
          characters.baseAddress, Int32(characters.count), nil, nil,
          Int32(XML_PARSE_NONET.rawValue))
        xmlFreeDoc(document)
      }
    }
  }

  private static var long: CertificateText {
    var certificate = CertificateText.plain
    certificate.relations = [("FRLANG", "5a1d0c7e-0000-4000-8000-000000000000")]
    certificate.specialities = ["Allmänmedicin"]
    certificate.answers.removeAll { ["6", "39", "40", "25"].contains($0.question) }
    certificate.answers += [
      .diagnoses([("F321", "Medelsvår depression"), ("M545", "Ländryggssmärta")]),
      .basis("JOURNALUPPGIFTER", "2024-03-01", instance: 2),
      .reduction(.half, "2024-03-18", "2024-03-31", instance: 2),
      .flag(33, true, "Kan arbeta på förmiddagarna."), .flag(34, false),
      .text(20, "Fysioterapi planeras under våren."), .text(37, "Långsam återhämtning."),
      .prognosis(.afterDays, .ninety), .code(40, "ERGONOMISK", instance: 1),
      .code(40, "KONTAKT_FHV", instance: 2), .text(44, "Kontakt med arbetsgivaren."),
      .text(25, String(repeating: "Patienten har sökt flera gånger. ", count: 12)),
      .flag(26, true, "Frågor om rehabilitering."),
    ]
    return certificate
  }

  /// Every element on a line of its own.
  private static func indented(_ xml: String) -> String {
    var text = ""
    var last: Character = " "
    for character in xml {
      if character == "<", last == ">" { text += "\n        " }
      text.append(character)
      last = character
    }
    return text
  }
}
