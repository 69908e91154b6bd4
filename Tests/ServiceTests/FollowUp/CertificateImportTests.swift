// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Synthetic
import Testing

@testable import Service

/// Certificates from files into the store, on both engines.
@Suite struct CertificateImportTests {
  /// A folder of its own for each test.
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "samsyn-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private static func text(_ id: String, person: String = "191212121212") -> CertificateText {
    var text = CertificateText.plain
    text.id = id
    text.person = person
    return text
  }

  private static func message(_ name: String, id: String, about: String) -> String {
    let space = "urn:riv:clinicalprocess:healthcond:certificate"
    let person = "<t:root>1.2.752.129.2.1.3.1</t:root><t:extension>191212121212</t:extension>"
    let sender =
      "<r:part><t:code>FKASSA</t:code>"
      + "<t:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</t:codeSystem></r:part>"
      + "<r:kontaktInfo>Hanna  Handläggare</r:kontaktInfo>"
    return """
      <r:\(name) xmlns:r="\(space):\(name)Responder:2" xmlns:c="\(space):3"
        xmlns:t="\(space):types:3"><r:meddelande-id>\(id)</r:meddelande-id>
      <r:skickatTidpunkt>2024-03-10T10:00:00</r:skickatTidpunkt>
      <r:intygs-id><t:root>SE1</t:root><t:extension>\(about)</t:extension></r:intygs-id>
      <r:patientPerson-id>\(person)</r:patientPerson-id>
      <r:logiskAdressMottagare>SE2321000016-0002</r:logiskAdressMottagare>
      <r:amne><t:code>KOMPLT</t:code>
      <t:codeSystem>ffa59d8f-8d7e-46ae-ac9e-31804e8e8499</t:codeSystem></r:amne>
      <r:meddelande>Komplettera</r:meddelande><r:skickatAv>\(sender)</r:skickatAv>
      <r:komplettering><r:frage-id>17</r:frage-id><r:text>Hur?</r:text></r:komplettering>
      </r:\(name)>
      """
  }

  private func facts(_ service: SamsynService) async throws -> [PersonFacts] {
    try await service.walkFacts(into: [PersonFacts]()) { $0.append($1) }.result
  }

  @Test(arguments: TestEngine.all)
  func `documents are judged, counted and recognised, in any order`(
    engine: TestEngine
  ) async throws {
    var seen: [[PersonFacts]] = []
    for isReversed in [false, true] {
      try await withStage(engine) { stage in
        try await withFolder { folder in
          var broken = Self.text("trasigt")
          broken.answers.removeAll { $0.question == "32" }
          let files = [
            ("a.xml", Self.text("INTYG-A").xml), ("b.xml", broken.xml),
            ("c.xml", Self.message("SendMessageToCare", id: "m1", about: "intyg-a")),
            ("d.xml", Self.message("SendMessageToCare", id: "m2", about: "okänt")),
            ("e.xml", "<html/>"), ("f.txt", "en lista"),
            ("g.xml", Self.text("intyg-g", person: "19121212-1212").xml),
          ]
          let paths = try files.map { name, text in
            let file = folder.appending(path: name)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return file.path
          }
          let order = isReversed ? paths.reversed() : paths
          for path in order where !path.hasSuffix(".txt") {
            _ = try await stage.service.importCertificates([path])
          }
          var items: [CertificateImportItem] = []
          let again = try await stage.service.importCertificates([folder.path]) {
            items.append($0)
          }
          #expect(again.known == 6 && again.documents == 6 && again.passedOver == 1)
          #expect(again.waiting == 1)
          #expect(items.count == 7)
          let status = try await stage.service.certificateStatus()
          #expect(status.documents == 6 && status.persons == 1 && status.rejected == 2)
          #expect(status.rejectedBy["not-recognised"] == 1 && status.acceptedWithNotes == 1)
          #expect(status.kinds == ["LISJP": 3, "to-care": 2, "none": 1])
          seen.append(try await facts(stage.service))
        }
      }
    }
    // Positions differ, what is counted does not. Keys are the same since the master key is.
    #expect(seen[0] == seen[1])
    let person = try #require(seen[0].first)
    #expect(person.sex == .man && person.birthMonth == Day("1912-12-01"))
    #expect(person.certificates.count == 2 && person.messages.count == 2)
    let about = Set(person.messages.map(\.certificate))
    #expect(about.intersection(person.certificates.map(\.key)).count == 1)
    #expect(person.messages.allSatisfy { $0.questions == [17] && $0.officer != nil })
  }

  @Test(arguments: TestEngine.all)
  func `nothing of a person stands in plain in what is counted`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      try await withFolder { folder in
        let name = "191212121212 Tolvan.xml"
        try Self.text("INTYG-A").xml.write(
          to: folder.appending(path: name), atomically: true, encoding: .utf8)
        _ = try await stage.service.importCertificates([folder.path])
        let said = try await stage.service.read { connection in
          try ["certificate_document", "certificate_person", "certificate_batch"].map { table in
            try connection.query("SELECT * FROM \(table)").map { row in
              try row.columnNames.map { "\(try row.value($0))" }.joined(separator: "|")
            }.joined(separator: "\n")
          }.joined()
        }
        for secret in ["19121212", "Tolvan", "INTYG-A", "intyg-a", "SE2321000016-0001"] {
          #expect(!said.contains(secret), "\(secret)")
        }
        // What is counted by is there.
        #expect(said.contains("M545") && said.contains("SE2321000016-0002"))
      }
    }
  }

  @Test func `an original is opened with a reason only, which is logged`() async throws {
    try await withStage(.sqlite) { stage in
      try await withFolder { folder in
        let xml = Self.text("INTYG-A").xml
        try xml.write(to: folder.appending(path: "a.xml"), atomically: true, encoding: .utf8)
        _ = try await stage.service.importCertificates([folder.path])
        let person = try #require(try await facts(stage.service).first?.person)
        await #expect(throws: ServiceError.self) {
          try await stage.service.reidentify(person, reason: " ")
        }
        let opened = try await stage.service.reidentify(person, reason: "Tillsyn 12/2026")
        #expect(opened.map(\.bytes) == [Array(xml.utf8)])
        let log = try await stage.service.read {
          try AccessLog($0).list(person: "operator")
        }
        #expect(log.map(\.action) == ["certificates.reidentify"])
        #expect(log.map(\.purpose) == ["Tillsyn 12/2026"])
        await #expect(throws: ServiceError.self) {
          try await stage.service.reidentify(FactKey(high: 1, low: 2), reason: "Tillsyn")
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same document twice in one import is taken once`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      try await withFolder { folder in
        for name in ["a.xml", "b.xml"] {
          try Self.text("INTYG-A").xml.write(
            to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        let done = try await stage.service.importCertificates([folder.path])
        #expect(done.accepted == 1 && done.known == 1 && done.documents == 2)
      }
    }
  }

  @Test func `documents in a stream are parted by NUL and by their declarations`() {
    let one = "<?xml version='1.0'?><a/>\n"
    let two = "<?xml version='1.0'?><b><?xml-stylesheet x?></b>"
    let stream = Array((one + two + "\u{0}<c/>\u{0}\n" + one).utf8)
    for size in [1, 2, 5, 7, 64, 1000] {
      var parting = CertificateStream(mostBytes: 1000)
      var documents: [String] = []
      for start in Swift.stride(from: 0, to: stream.count, by: size) {
        documents += parting.read(Array(stream[start..<min(start + size, stream.count)]))
          .map { String(decoding: $0, as: UTF8.self) }
      }
      documents += parting.finish().map { String(decoding: $0, as: UTF8.self) }
      #expect(documents == [one, two, "<c/>", one], "in pieces of \(size)")
    }
  }

  @Test func `of a document that is too long no more is held than to refuse it`() {
    var parting = CertificateStream(mostBytes: 100)
    var documents = parting.read(Array("<?xml version='1.0'?><a>".utf8))
    for _ in 0..<100 { documents += parting.read([UInt8](repeating: 0x41, count: 64)) }
    documents += parting.read(Array("</a><?xml version='1.0'?><b/>".utf8))
    documents += parting.finish()
    #expect(documents.map(\.count) == [101, 25])
  }
}
