// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Documents

struct MultipartReaderTests {
  private static let head = "--rand\r\nContent-Disposition: form-data; name=\"a\""
  private static let file = head + "; filename=\"b.pdf\""
  private static let end = "\r\n--rand--\r\n"

  private static func fault(of text: String, limits: UploadLimits = .standard) -> UploadFault? {
    FormReading(text, limits: limits).fault
  }

  @Test func `a form with a field and a file is read`() throws {
    let reading = FormReading(
      Self.head + "\r\n\r\nå\r\n\r\n" + Self.file
        + "\r\nContent-Type: Application/PDF; x=1\r\n\r\n%PDF" + Self.end)
    #expect(reading.fault == nil)
    #expect(reading.isEnded)
    try #require(reading.parts.count == 2)
    #expect(reading.parts.map(\.isComplete) == [true, true])
    #expect(reading.parts[0].head.kind == .field)
    #expect(reading.parts[0].content == Array("å\r\n".utf8))
    #expect(reading.parts[1].head.name == "a")
    #expect(reading.parts[1].head.kind == .file(name: "b.pdf"))
    #expect(reading.parts[1].head.announcedType == "application/pdf")
    #expect(reading.parts[1].content == Array("%PDF".utf8))
  }

  @Test func `the same form in any two pieces and in single bytes gives the same`() {
    let text =
      "before\r\n" + Self.file + "\r\n\r\n\r\r\n--ran\r\n--\r\n\r\n--rande\r\n--ran" + Self.end
      + "after"
    // What begins like a boundary and goes on otherwise is content; the one that goes on after
    // a whole boundary is refused, so it is taken out for the good case.
    for form in [text, text.replacing("\r\n--rande", with: "\r\n--rond")] {
      let bytes = Array(form.utf8)
      let whole = FormReading([bytes[...]], boundary: .sample)
      let single = FormReading(bytes.map { [$0][...] }, boundary: .sample)
      #expect(single.settled == whole.settled)
      for cut in 0...bytes.count {
        let halves = FormReading([bytes[..<cut], bytes[cut...]], boundary: .sample)
        #expect(halves.settled == whole.settled, "cut at \(cut)")
      }
      #expect(whole.fault == (form == text ? .delimiter : nil))
    }
  }

  @Test func `a form without parts is a form`() {
    #expect(FormReading("--rand--").fault == nil)
    #expect(FormReading("--rand--\r\n").isEnded)
  }

  @Test func `what stands before and after the form is passed over`() {
    let reading = FormReading("--ran\n\r\n--ra\r\n" + Self.head + "\r\n\r\nx" + Self.end + "\n\n\0")
    #expect(reading.fault == nil)
    #expect(reading.parts.map(\.content) == [Array("x".utf8)])
  }

  @Test func `equal names come in order`() {
    let field = Self.head + "\r\n\r\n"
    let reading = FormReading(field + "1\r\n" + field + "2\r\n" + field + Self.end)
    #expect(reading.parts.map(\.content) == [[0x31], [0x32], []])
  }

  @Test func `a file field without a choice is no file`() {
    let none = Self.head + "; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    #expect(FormReading(none + Self.end).parts.map(\.head.kind) == [.noFile])
    #expect(Self.fault(of: none + "x" + Self.end) == .fileWithoutName)
  }

  /// Beginnings of forms, and what is wrong with them.
  private static let beginnings: [(String, UploadFault)] = [
    ("", .truncated),
    ("--rand", .truncated),
    ("--rand-", .truncated),
    ("--rand--\r", .truncated),
    ("--rand\n", .lineEnd),
    ("--rand\rx", .lineEnd),
    ("--rand \r\n", .delimiter),
    ("--rand-x", .delimiter),
    ("--rand--x", .delimiter),
    ("--rand--\r\r", .delimiter),
    ("--rand\r\n\tx", .headerFolded),
    ("--rand\r\n\r\n", .disposition),
    ("--rand\r\nContent-Type: text/plain\r\n\r\n", .disposition),
    ("--rand\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n", .disposition),
    ("--rand\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\n", .disposition),
  ]

  /// The same, after the first header's name.
  private static let continuations: [(String, UploadFault)] = [
    ("\r\n\r\nx", .truncated),
    ("\r\n\r\nx\r\n--rand", .truncated),
    ("\r\n", .truncated),
    ("\n\r\n", .lineEnd),
    ("\r\r\n", .lineEnd),
    ("\r\n x", .headerFolded),
    ("\0", .controlCharacter),
    ("\u{1B}", .controlCharacter),
    ("\u{7F}", .controlCharacter),
    ("; filename*=UTF-8''a\r\n\r\n", .disposition),
    ("; name=\"b\"\r\n\r\n", .headerForm),
    ("; x\r\n\r\n", .headerForm),
    ("; x=\"\r\n\r\n", .headerForm),
    (" x\r\n\r\n", .headerForm),
    ("\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n", .headerForm),
    ("\r\nno colon\r\n\r\n", .headerForm),
    ("\r\nX : y\r\n\r\n", .headerForm),
    ("\r\nContent-Transfer-Encoding: base64\r\n\r\n", .transferEncoding),
  ]

  private static let broken = beginnings + continuations.map { (head + $0.0, $0.1) }

  @Test(arguments: broken)
  func `what breaks the form is refused`(text: String, fault: UploadFault) {
    let bytes = Array(text.utf8)
    #expect(FormReading([bytes[...]], boundary: .sample).fault == fault)
    #expect(FormReading(bytes.map { [$0][...] }, boundary: .sample).fault == fault)
  }

  @Test func `a name that is not UTF-8 is refused`() {
    var bytes = Array((Self.head + "\r\n\r\n" + Self.end).utf8)
    bytes.replace([UInt8(ascii: "\""), UInt8(ascii: "a")], with: [UInt8(ascii: "\""), 0xE5])
    #expect(FormReading([bytes[...]], boundary: .sample).fault == .textEncoding)
  }

  @Test func `each limit allows its number and refuses one more`() {
    let field = Self.head + "\r\n\r\n"
    let header = Self.file.utf8.count - "--rand\r\n".utf8.count + 4
    let total = (Self.file + "\r\n\r\n12345" + Self.end).utf8.count
    func limits(
      parts: Int = 2, header: Int = header, field: Int = 4, file: Int = 5, total: Int = total,
      name: Int = 1
    ) -> UploadLimits {
      UploadLimits(
        partsMax: parts, headerBytesMax: header, fieldBytesMax: field, fileBytesMax: file,
        totalBytesMax: total, nameBytesMax: name)
    }
    let form = Self.file + "\r\n\r\n12345" + Self.end
    #expect(Self.fault(of: form, limits: limits()) == nil)
    #expect(Self.fault(of: form, limits: limits(header: header - 1)) == .limit(.header))
    #expect(Self.fault(of: form, limits: limits(file: 4)) == .limit(.file))
    #expect(Self.fault(of: form, limits: limits(total: total - 1)) == .limit(.total))
    #expect(Self.fault(of: form, limits: limits(name: 0)) == .limit(.name))
    #expect(Self.fault(of: form, limits: limits(parts: 0)) == .limit(.parts))
    #expect(Self.fault(of: field + "1234" + Self.end, limits: limits()) == nil)
    #expect(Self.fault(of: field + "12345" + Self.end, limits: limits()) == .limit(.field))
  }

  @Test func `after a fault nothing more is read`() {
    var reader = MultipartReader(boundary: .sample)
    #expect(throws: UploadFault.lineEnd) { try reader.feed(Array("--rand\n".utf8)[...]) }
    #expect(throws: UploadFault.lineEnd) { try reader.feed([0x0D]) }
    #expect(throws: UploadFault.lineEnd) { try reader.finish() }
    var ended = MultipartReader(boundary: .sample)
    #expect(throws: Never.self) { _ = try ended.feed(Array("--rand--".utf8)[...]) }
    #expect(throws: Never.self) { try ended.finish() }
    #expect(throws: UploadFault.finished) { try ended.feed([0x0D]) }
  }

  @Test func `every fault has a code of its own and a sentence without it`() {
    let faults: [UploadFault] =
      [
        .contentType, .boundary, .lineEnd, .headerFolded, .controlCharacter, .headerForm,
        .disposition, .transferEncoding, .textEncoding, .fileWithoutName, .delimiter, .truncated,
        .finished,
      ] + UploadLimit.allCases.map { .limit($0) }
    #expect(Set(faults.map(\.code)).count == faults.count)
    for fault in faults {
      #expect(fault.text.sv.hasSuffix(".") && fault.text.en.hasSuffix("."))
      #expect(fault.text.sv != fault.text.en)
    }
  }
}

struct MultipartBoundaryTests {
  @Test(arguments: [
    ("multipart/form-data; boundary=abc", "abc"),
    ("Multipart/Form-Data;BOUNDARY=\"a b:c?\" ; charset=utf-8", "a b:c?"),
    ("multipart/form-data; charset=utf-8;; boundary=----WebKitFormBoundary7MA4", nil),
    ("multipart/form-data; boundary=" + String(repeating: "x", count: 70), nil),
  ])
  func `a boundary is read`(type: String, expected: String?) throws {
    let boundary = try MultipartBoundary(contentType: type)
    let wanted = expected ?? type.split(separator: "=").last.map(String.init) ?? ""
    #expect(boundary.bytes == Array(wanted.utf8))
  }

  @Test(arguments: [
    ("", UploadFault.contentType), ("multipart/mixed; boundary=a", .contentType),
    ("multipart/form-data, text/html; boundary=a", .contentType),
    ("multipart/form-data; boundary=a; boundary=b", .contentType),
    ("multipart/form-data; boundary=a:b", .contentType),
    ("multipart/form-data; boundary=\"a", .contentType),
    ("multipart/form-data; boundary", .contentType),
    ("multipart/form-data; boundary=", .contentType),
    ("multipart/form-data", .boundary), ("multipart/form-data; boundary=\"\"", .boundary),
    ("multipart/form-data; boundary=\"a \"", .boundary),
    ("multipart/form-data; boundary=\"å\"", .boundary),
    ("multipart/form-data; boundary=\"a;b\"", .boundary),
    ("multipart/form-data; boundary=" + String(repeating: "x", count: 71), .boundary),
  ])
  func `a bad boundary is refused`(type: String, fault: UploadFault) {
    #expect(throws: fault) { try MultipartBoundary(contentType: type) }
  }
}

struct FileNameTests {
  @Test(arguments: [
    ("intyg.pdf", "intyg.pdf"), ("C:\\Mina dokument\\läkarintyg.pdf", "läkarintyg.pdf"),
    ("../../etc/passwd", "passwd"), ("a/b\\c.pdf", "c.pdf"), ("..", "dokument"),
    ("a/", "dokument"), (" . ", "dokument"), ("a\u{0}b\u{1B}c\u{85}.pdf", "abc.pdf"),
    ("fdp.\u{202E}exe.pdf", "fdp.exe.pdf"), ("\u{2066}a\u{2069}\u{200B}\u{FEFF}b", "ab"),
    ("a\u{2028}b \u{A0} c.pdf.", "ab c.pdf"), ("100%25.pdf", "100%25.pdf"),
    ("\u{202E}", "dokument"), (".pdf", ".pdf"),
  ])
  func `a name is made fit to show`(sent: String, shown: String) {
    #expect(FileName.tidy(sent) == shown)
  }

  @Test func `a long name keeps its ending`() {
    let name = FileName.tidy(String(repeating: "ö", count: 300) + ".pdf")
    #expect(name.count == 120)
    #expect(name.hasSuffix("ö.pdf"))
    let piled = FileName.tidy("a" + String(repeating: "\u{301}", count: 5000) + ".pdf")
    #expect(piled.unicodeScalars.count <= 240)
  }

  @Test(arguments: [
    ("\"a%22b%0D%0a.pdf\"", "a\"b.pdf"), ("\"a\\\"b.pdf\"", "a\"b.pdf"),
    ("\"C:\\temp\\b.pdf\"", "b.pdf"), ("\"a\\\\b.pdf\"", "b.pdf"), ("b.pdf", "b.pdf"),
    ("\"a; name=\\\"x\\\".pdf\"", "a; name=\"x\".pdf"), ("\"å%C3%A5%.pdf\"", "å%C3%A5%.pdf"),
  ])
  func `a name in a header is read as browsers write it`(sent: String, shown: String) {
    let reading = FormReading(
      "--rand\r\nContent-Disposition: form-data; name=a; filename=\(sent)\r\n\r\n\r\n--rand--")
    #expect(reading.fault == nil)
    #expect(reading.parts.map(\.head.kind) == [.file(name: shown)])
  }
}
