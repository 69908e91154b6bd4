// SPDX-License-Identifier: Apache-2.0

/// Files that are sent in tests.
enum SampleFiles {
  /// A sound PDF with a page for each text.
  static func pdf(_ pages: String...) -> [UInt8] {
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var leaves: [String] = []
    for page in pages {
      let drawn = "BT /F1 24 Tf 20 100 Td (\(page)) Tj ET\n"
      objects.append("<</Length \(drawn.utf8.count)>>\nstream\n\(drawn)endstream")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents \(objects.count) 0 R"
          + "/Resources<</Font<</F1 3 0 R>>>>>>")
      leaves.append("\(objects.count) 0 R")
    }
    objects[1] = "<</Type/Pages/Kids[\(leaves.joined(separator: " "))]/Count \(leaves.count)>>"
    var written = "%PDF-1.4\n"
    var table = ""
    for (number, object) in objects.enumerated() {
      let place = String(written.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      written += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = written.utf8.count
    written += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + table
    written += "trailer\n<</Root 1 0 R/Size \(objects.count + 1)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(written.utf8)
  }

  /// A PDF that was cut off.
  static let broken = Array(pdf("Trasig").prefix(200))

  static let text = Array("Egen berättelse.\nJag orkar gå en kvart.\n".utf8)
}
