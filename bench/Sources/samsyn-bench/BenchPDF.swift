// SPDX-License-Identifier: Apache-2.0

/// Writes PDFs of made-up pages that every reader takes.
struct BenchPDF {
  /// Bytes of a scanned page: A4 in grey, 150 pixels to the inch, not packed.
  static let scanBytes = scanWidth * scanHeight
  private static let scanWidth = 1240
  private static let scanHeight = 1754

  private var bytes = Array("%PDF-1.4\n".utf8)
  private var places: [Int] = []
  private var pages: [Int] = []

  private init() {
    add("<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>")
    // Its place is filled when all pages are there.
    places.append(0)
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
  }

  /// Pages of text.
  static func letter(_ title: String, pages: Int) -> [UInt8] {
    var pdf = BenchPDF()
    for page in 1...pages {
      let lines = (0..<25).map { "(Rad \($0) av det som har skrivits om \(title)) Tj T*" }
      let text = "BT /F1 11 Tf 14 TL 60 780 Td (\(title), \(page)) Tj T* \(lines.joined()) ET"
      pdf.addPage("/Font << /F1 3 0 R >>", text)
    }
    return pdf.finished()
  }

  /// Scanned pages, as many as fit in `bytesMax`. Different seeds give different pictures.
  static func scan(bytesMax: Int, seed: UInt64) -> [UInt8] {
    var pdf = BenchPDF()
    pdf.bytes.reserveCapacity(bytesMax)
    var noise = Noise(state: seed)
    for _ in 0..<(bytesMax / (scanBytes + 1024)) {
      let picture = pdf.add(
        """
        << /Type /XObject /Subtype /Image /Width \(scanWidth) /Height \(scanHeight)
        /ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(scanBytes) >>
        """, stream: noise.bytes(scanBytes))
      pdf.addPage(
        "/XObject << /Im \(picture) 0 R >>", "q 595 0 0 842 0 0 cm /Im Do Q")
    }
    return pdf.finished()
  }

  private mutating func addPage(_ resources: String, _ content: String) {
    let text = Array(content.utf8)
    let stream = add("<< /Length \(text.count) >>", stream: text)
    pages.append(
      add(
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(stream) 0 R
        /Resources << \(resources) >> >>
        """))
  }

  @discardableResult
  private mutating func add(_ dictionary: String, stream: [UInt8]? = nil) -> Int {
    places.append(0)
    write(places.count, dictionary, stream)
    return places.count
  }

  private mutating func write(_ number: Int, _ dictionary: String, _ stream: [UInt8]? = nil) {
    places[number - 1] = bytes.count
    bytes += Array("\(number) 0 obj\n\(dictionary)\n".utf8)
    if let stream {
      bytes += Array("stream\n".utf8)
      bytes += stream
      bytes += Array("\nendstream\n".utf8)
    }
    bytes += Array("endobj\n".utf8)
  }

  private mutating func finished() -> [UInt8] {
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    write(2, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    let table = bytes.count
    bytes += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      let zeros = String(repeating: "0", count: 10 - digits.count)
      bytes += Array("\(zeros)\(digits) 00000 n \n".utf8)
    }
    bytes += Array(
      """
      trailer
      << /Size \(places.count + 1) /Root 1 0 R >>
      startxref
      \(table)
      %%EOF

      """.utf8)
    return bytes
  }
}

/// Bytes that cannot be packed, always the same from the same beginning (SplitMix64).
private struct Noise {
  var state: UInt64

  mutating func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for place in 0..<count {
        if place % 8 == 0 { state &+= 0x9E37_79B9_7F4A_7C15 }
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        buffer[place] = UInt8(truncatingIfNeeded: (word ^ (word >> 31)) >> UInt64(place % 8 * 8))
      }
      initialized = count
    }
  }
}
