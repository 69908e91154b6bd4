// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Synthetic
import Testing
import XML

/// Forms of documents: what is only noted, what is the same in another shape, and what is refused.
struct CertificateFormTests {
  private func read(_ xml: String) -> CertificateReading {
    CertificateDocument.read(Array(xml.utf8))
  }

  private let plain = CertificateText.plain.xml

  static let notes: [(String, String, String, CertificateNoteKind)] = [
    ("191212121212<", "19121212-1212<", "patient/person-id", .hyphenInID),
    ("191212121212<", "1912121212<", "patient/person-id/extension", .form),
    ("1.2.752.129.2.1.3.1<", "1.2.3<", "patient/person-id/root", .form),
    ("09:30:00<", "09:30:00.000<", "intyg/signeringstidpunkt", .form),
    ("09:31:00<", "09:31:00+01:00<", "intyg/skickatTidpunkt", .form),
    ("<c:fornamn/>", "", "patient/fornamn", .form),
    ("<c:fornamn/><c:efternamn/>", "<c:efternamn/><c:fornamn/>", "patient/fornamn", .form),
    ("<c:version>", "<c:tillagt/><c:version>", "intyg", .form),
    ("1.2.752.29.4.71<", "1.2<", "arbetsplatskod/root", .form),
    (
      "</r:intyg>", "<s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/></r:intyg>",
      "intyg/Signature", .oldSignaturePlace
    ),
  ]

  @Test(arguments: notes)
  func `a departure from the form is noted and read`(
    old: String, new: String, place: String, kind: CertificateNoteKind
  ) {
    #expect(plain.contains(old))
    let reading = read(plain.replacing(old, with: new))
    #expect(reading.verdict == .acceptedWithNotes)
    #expect(reading.notes == [CertificateNote(kind, at: place)])
    #expect(reading.certificate?.person.id.count == (place.hasSuffix("extension") ? 10 : 12))
    #expect(reading.certificate?.signed?.description == "2024-03-04T09:30:00")
  }

  @Test func `several certificates in one file are refused and none is lost in silence`() throws {
    let start = try #require(plain.range(of: "<r:intyg"))
    let end = try #require(plain.range(of: "</r:intyg>"))
    let one = String(plain[start.lowerBound..<end.upperBound])
    #expect(read(plain.replacing(one, with: one + one)).refusal?.code == .severalDocuments)
    let root = plain.drop { $0 != "<" }.hasPrefix("<?")
    let bare = root ? String(plain[try #require(plain.range(of: "?>")).upperBound...]) : plain
    func envelope(_ body: String) -> String {
      "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>\(body)"
        + "</e:Body></e:Envelope>"
    }
    #expect(read(envelope(bare)).refusal == nil)
    #expect(read(envelope(bare + bare)).refusal?.code == .severalDocuments)
  }

  @Test func `a declared encoding must read the bytes as they were written`() {
    func declared(_ name: String, _ text: String) -> CertificateReading {
      let body = text.hasPrefix("<?") ? String(text.drop { $0 != ">" }.dropFirst()) : text
      return read("<?xml version=\"1.0\" encoding=\"\(name)\"?>" + body)
    }
    let ascii = String(plain.map { $0.isASCII ? $0 : "a" })
    for name in ["UTF-8", "utf-8", "UTF-16"] { #expect(declared(name, plain).refusal == nil) }
    for name in ["KLINGON", "UTF-7", "EBCDIC-CP-US"] {
      #expect(declared(name, ascii).refusal?.code == .unreadable)
    }
    #expect(declared("ISO-8859-1", ascii).refusal == nil)
    #expect(declared("ISO-8859-1", ascii.replacing("Nej", with: "å") + "<!--å-->").refusal != nil)
  }

  @Test func `a question's number is written in one way`() {
    #expect(plain.contains("id=\"35\""))
    let reading = read(plain.replacing("id=\"35\"", with: "id=\"035\""))
    #expect(reading.verdict == .rejected)
  }

  @Test func `an additional question whose text is not known is noted`() {
    let reading = CertificateChange("") { $0.answers.append(.text(9001, "Nej")) }.reading
    #expect(reading.verdict == .acceptedWithNotes)
    #expect(reading.notes == [CertificateNote(.unknownQuestion, at: "svar 9001")])
  }

  @Test func `the same certificate is read in other shapes`() {
    let expected = CertificateText.plain.reading.certificate
    let head = plain.prefix { $0 != "\n" }
    let body = String(plain.dropFirst(head.count + 1))
    var older = CertificateText.plain
    older.contract = 2
    let soap = "http://schemas.xmlsoap.org/soap/envelope/"
    let shapes: [String] = [
      older.xml,
      plain.replacing("<c:", with: "<x9:").replacing("</c:", with: "</x9:")
        .replacing("xmlns:c=", with: "xmlns:x9="),
      "<s:Envelope xmlns:s=\"\(soap)\"><s:Header/><s:Body>\(body)</s:Body></s:Envelope>",
      body.replacing("<c:", with: "<!-- x --><c:"),
      body.replacing("><", with: ">\r\n\t <"),
      body.replacing("M545", with: "<![CDATA[M5]]>45"),
      body.replacing("M545", with: "M5<?nothing?>&#52;5"),
      "\u{FEFF}" + body,
    ]
    for shape in shapes {
      let reading = read(shape)
      #expect(reading.certificate == expected, "\(shape.prefix(120))")
      #expect(reading.verdict == .accepted, "\(shape.prefix(120))")
    }
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + plain.replacing("UTF-8", with: "UTF-16").utf16.flatMap {
        [UInt8($0 & 255), UInt8($0 >> 8)]
      }
    #expect(CertificateDocument.read(wide).certificate == expected)
  }

  @Test func `elements of another namespace are not taken for answers`() {
    let reading = read(
      plain.replacing("<c:svar id=\"6\">", with: "<r:svar id=\"6\">")
        .replacing("J", with: "J"))
    #expect(reading.refusal?.code == .unreadable)
    let foreign = plain.replacing("xmlns:c=\"urn:riv:clinicalprocess", with: "xmlns:c=\"urn:x")
    #expect(read(foreign).verdict == .rejected)
    #expect(read(foreign).refusal?.code == .notRecognised)
  }

  @Test func `other types and messages are recognised and refused`() {
    var luse = CertificateText.plain
    luse.type = "luse"
    #expect(luse.reading.refusal?.code == .otherType)
    #expect(luse.reading.typeCode == "LUSE")
    #expect(luse.reading.certificate == nil)
    luse.type = "<script>"
    #expect(luse.reading.refusal?.detail == "")
    let space = "urn:riv:clinicalprocess:healthcond:certificate"
    let update = "CertificateStatusUpdateForCare"
    let status = read("<a:\(update) xmlns:a=\"\(space):\(update)Responder:3\"/>")
    #expect(status.refusal == CertificateRefusal(.otherMessage, detail: update, line: 1))
    #expect(read("<a/>").refusal?.code == .notRecognised)
    #expect(read("<Envelope/>").refusal?.code == .notRecognised)
    #expect(read("<RegisterCertificate/>").refusal?.code == .notRecognised)
  }

  @Test func `without identity or person there is nothing to refer to`() {
    let withoutID = plain.replacing("5a1d0c7e-0000-4000-8000-000000000001", with: "  ")
    #expect(read(withoutID).refusal?.code == .noIdentity)
    #expect(read(withoutID).refusal?.detail == "intygs-id")
    let withoutPerson = plain.replacing("191212121212", with: "")
    #expect(read(withoutPerson).refusal?.detail == "patient/person-id")
    #expect(read(withoutPerson).refusal?.text.sv == "Personens id saknas.")
    let id = "5a1d0c7e-0000-4000-8000-000000000001"
    let long = plain.replacing(id, with: String(repeating: "x", count: 256))
    #expect(
      read(long).refusal
        == CertificateRefusal(.longIdentity, detail: "intygs-id", line: read(long).refusal?.line))
    #expect(read(plain.replacing(id, with: String(repeating: "x", count: 255))).refusal == nil)
  }

  @Test func `hostile and huge documents are refused with a reason`() {
    let bomb =
      "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
      + plain.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
      .replacing("M545", with: "&b;")
    #expect(read(bomb).refusal?.detail == "document-type")
    #expect(read("").refusal?.detail == "empty")
    #expect(read(String(plain.dropLast(30))).refusal?.detail == "malformed")
    #expect(read(plain.replacing("M545", with: "&okand;")).refusal?.detail == "malformed")
    let deep = String(repeating: "<a>", count: 300_000)
    #expect(read(deep).refusal?.detail == "too-deep")
    let many = plain.replacing("</r:intyg>", with: String(repeating: "<c:svar/>", count: 20_000))
    #expect(read(many).refusal?.detail == "too-many-elements")
    let row = "<c:svar id=\"1\"><c:delsvar id=\"1.1\">x</c:delsvar></c:svar>"
    let rows = plain.replacing(
      "</r:intyg>", with: String(repeating: row, count: 900) + "</r:intyg>")
    let taken = ContinuousClock().measure { #expect(read(rows).verdict == .rejected) }
    #expect(taken < .seconds(5))
    let large = plain + String(repeating: " ", count: 1_048_576)
    #expect(read(large).refusal?.detail == "too-large")
    let latin = Array(plain.utf8).filter { $0 < 0x80 } + [0xE5]
    #expect(CertificateDocument.read(latin).refusal?.detail == "encoding")
    let wide = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\u{E5}</a>".utf16)
      .map { UInt8($0) }
    #expect(CertificateDocument.read(wide).refusal?.detail == "encoding")
  }

  @Test func `reasons and places tell nothing of the content`() {
    var text = CertificateText.plain
    text.answers.append(.text(99, "HEMLIGT"))
    text.answers.append(.init("HEMLIGT", [.init("HEMLIGT", .text("HEMLIGT"))]))
    text.type = "LISJP"
    text.person = "HEMLIGT"
    text.personRoot = "HEMLIGT"
    text.signed = "HEMLIGT"
    let reading = text.reading
    #expect(reading.verdict == .rejected)
    let said =
      reading.breaches.flatMap { [$0.code, $0.place, $0.text.sv, $0.text.en] }
      + reading.notes.flatMap { [$0.place, $0.text.sv, $0.text.en] }
    #expect(said.count > 8)
    #expect(!said.contains { $0.contains("HEMLIGT") })
  }
}
