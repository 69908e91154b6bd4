// SPDX-License-Identifier: Apache-2.0

/// Writes small PDF files without fault, page by page with one line of text.
enum SamplePDF {
  static func make(_ pages: [String]) -> [UInt8] {
    var bytes = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    func add(_ object: String) {
      places.append(bytes.count)
      bytes += "\(places.count) 0 obj\n\(object)\nendobj\n".utf8
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<</Type/Catalog/Pages 2 0 R>>")
    add("<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>")
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for (number, text) in pages.enumerated() {
      let content = "BT /F1 24 Tf 20 100 Td (\(text)) Tj ET\n"
      add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents \(5 + 2 * number) 0 R"
          + "/Resources<</Font<</F1 3 0 R>>>>>>")
      add("<</Length \(content.utf8.count)>>\nstream\n\(content)endstream")
    }
    let table = bytes.count
    bytes += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
    for place in places {
      let digits = String(place)
      bytes += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
    }
    bytes += "trailer\n<</Root 1 0 R/Size \(places.count + 1)>>\nstartxref\n\(table)\n%%EOF\n".utf8
    return bytes
  }
}
