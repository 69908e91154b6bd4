// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// From a person's file to a checked document that waits with her party.
@Suite struct UploadTests {
  @Test(arguments: TestEngine.all)
  func `a file comes in pieces, is checked, and waits`(engine: TestEngine) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.informedCase()
      let bytes = Stage.pdf(pages: 3)
      let begun = try await stage.service.beginUpload(
        in: id, name: #"C:\mapp\Journal 2026.pdf"#, size: bytes.count, by: Cast.officer)
      #expect(begun.name == "Journal 2026.pdf" && begun.received == 0)
      let half = bytes.count / 2
      let first = Array(bytes[..<half])
      for _ in 0..<2 {
        // A piece that was lost on its way back is sent again.
        #expect(
          try await stage.service.upload(
            begun.id, in: id, offset: 0, bytes: first, by: Cast.officer) == half)
      }
      #expect(
        try await refusal {
          try await stage.service.upload(
            begun.id, in: id, offset: half + 7, bytes: [1], by: Cast.officer)
        } == Refusal(.documentOffset, field: "offset", values: ["\(half)"]))
      #expect(
        try await refusal {
          try await stage.service.finishUpload(begun.id, in: id, by: Cast.officer)
        } == Refusal(.documentIncomplete, values: ["\(half)"]))
      let state = try await stage.service.uploadState(begun.id, in: id, by: Cast.officer)
      #expect(state.received == half && state.size == bytes.count)
      #expect(
        try await stage.service.unfinishedUploads(in: id, by: Cast.officer) == [state])
      #expect(try await stage.service.unsentDocuments(in: id, by: Cast.officer).isEmpty)
      _ = try await stage.service.upload(
        begun.id, in: id, offset: half, bytes: Array(bytes[half...]), by: Cast.officer)
      let document = try await stage.service.finishUpload(begun.id, in: id, by: Cast.officer)
      #expect(document.file.pages == 3 && document.file.bytes == bytes.count)
      #expect(document.file.sha256 == Hexadecimal.hash(bytes))
      #expect(document.file.mediaType == .pdf && document.file.scan == .unchecked)
      #expect(document.title == "Journal 2026" && document.kind == nil && !document.wasSent)
      #expect(
        try await stage.service.finishUpload(begun.id, in: id, by: Cast.officer) == document)
      #expect(
        try await stage.service.unsentDocuments(in: id, by: Cast.officer) == [document])
      // The same bytes once more are the same document.
      #expect(try await stage.upload(bytes, named: "kopia.pdf", in: id).id == document.id)
      #expect(try await stage.count("document") == 1)
    }
  }

  @Test func `a file that is not taken is told why and removed, the others stay`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let whole = try await stage.upload(Stage.pdf(), in: id)
      let broken = Array(Stage.pdf("Annan").dropLast(200))
      let files: [([UInt8], RefusalCode)] = [
        (broken, .documentBroken),
        (Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 60), .documentArchive),
        (Array(#"{\rtf1 hej}"#.utf8), .documentOffice),
        ([0xE5, 0xE4, 0xF6, 0x20, 0x68, 0x65, 0x6A], .documentUnreadableText),
        ([0, 1, 2, 3, 4, 5, 6, 7], .documentWrongKind),
      ]
      for (bytes, code) in files {
        let told = try await refusal { try await stage.upload(bytes, in: id) }
        #expect(told?.code == code)
        #expect(told?.text.sv.contains("journal") == false)
      }
      for (size, code) in [
        (0, RefusalCode.documentEmpty), (Limits.documentBytes + 1, .documentTooLarge),
      ] {
        #expect(
          try await refusal {
            try await stage.service.beginUpload(in: id, name: "f", size: size, by: Cast.officer)
          }?.code == code)
      }
      #expect(try await stage.service.unsentDocuments(in: id, by: Cast.officer) == [whole])
      #expect(try await stage.service.unfinishedUploads(in: id, by: Cast.officer).isEmpty)
      #expect(try await stage.count("document") == 1)
    }
  }

  @Test func `without an answer from a configured scanner a file waits`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let time = stage.time
      let service = try await SamsynService.open(
        stage.address, keyring: stage.keyring, clock: Clock { time.now },
        clamd: "unix:/nowhere/clamd.ctl")
      let bytes = Stage.pdf()
      let begun = try await service.beginUpload(
        in: id, name: "f.pdf", size: bytes.count, by: Cast.officer)
      _ = try await service.upload(begun.id, in: id, offset: 0, bytes: bytes, by: Cast.officer)
      let told = try await refusal {
        try await service.finishUpload(begun.id, in: id, by: Cast.officer)
      }
      #expect(told == Refusal(.documentCheckUnavailable))
      await service.close()
      #expect(
        try await stage.service.uploadState(begun.id, in: id, by: Cast.officer).received
          == bytes.count)
      await #expect(throws: ServiceError.fault("documents.clamd")) {
        try await SamsynService.open(stage.address, keyring: stage.keyring, clamd: "clamd")
      }
    }
  }

  @Test func `an unsent document is described, placed and removed`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      var ids: [String] = []
      for name in ["a", "b", "c"] {
        ids.append(try await stage.upload(Stage.pdf(name), named: "\(name).pdf", in: id).id)
      }
      let day = Day("2026-01-05")!
      try await stage.service.describe(
        ids[2], in: id, kind: .selfRating, title: "Självskattning", dated: day, place: 1,
        by: Cast.officer)
      var listed = try await stage.service.unsentDocuments(in: id, by: Cast.officer)
      #expect(listed.map(\.id) == [ids[2], ids[0], ids[1]])
      #expect(listed[0].title == "Självskattning" && listed[0].dated == day)
      #expect(listed[0].kind == .selfRating && listed[1].kind == nil)
      try await stage.service.describe(
        ids[2], in: id, kind: .selfRating, title: "S", dated: nil, place: 99, by: Cast.officer)
      try await stage.service.removeUnsent(ids[0], in: id, by: Cast.officer)
      listed = try await stage.service.unsentDocuments(in: id, by: Cast.officer)
      #expect(listed.map(\.id) == [ids[1], ids[2]])
      for (title, dated, field) in [
        (" ", nil, "title"), (String(repeating: "x", count: 256), nil, "title"),
        ("x\u{1}", nil, "title"), ("x", stage.today.adding(days: 1), "dated"),
      ] as [(String, Day?, String)] {
        #expect(
          try await refusal {
            try await stage.service.describe(
              ids[1], in: id, kind: nil, title: title, dated: dated, by: Cast.officer)
          }?.field == field)
      }
    }
  }

  @Test func `nobody else knows of what a party has not sent`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let other = try await stage.informedCase(Cast.p2)
      let document = try await stage.upload(Stage.pdf(), in: id)
      for actor in [
        Cast.coordinator, Cast.otherCoordinator, Cast.administrator(), Cast.doctor,
        Cast.administrator(Cast.p2), Cast.insured,
      ] {
        for attempt in stage.attempts(on: document.id, in: id, by: actor) {
          let told = try await refusal(attempt)
          #expect([.documentUnknown, .notFound].contains(told?.code), "\(actor.person)")
        }
        let unsent = try? await stage.service.unsentDocuments(in: id, by: actor)
        #expect(unsent ?? [] == [])
        #expect(
          try await refusal {
            try await stage.service.beginUpload(in: id, name: "f", size: 9, by: actor)
          } != nil)
      }
      // Its id means nothing in another case of the same party.
      for attempt in stage.attempts(on: document.id, in: other, by: Cast.officer) {
        #expect(try await refusal(attempt)?.code == .documentUnknown)
      }
      #expect(try await stage.service.unsentDocuments(in: id, by: Cast.officer).count == 1)
    }
  }

  @Test func `an upload that nobody goes on with is removed after two days`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let whole = try await stage.upload(Stage.pdf(), in: id)
      let begun = try await stage.service.beginUpload(
        in: id, name: "f", size: 100, by: Cast.officer)
      stage.time.move(minutes: 47 * 60)
      try await stage.service.tick()
      #expect(
        try await stage.service.uploadState(begun.id, in: id, by: Cast.officer).received == 0)
      stage.time.move(minutes: 2 * 60)
      try await stage.service.tick()
      #expect(try await stage.service.unfinishedUploads(in: id, by: Cast.officer).isEmpty)
      #expect(
        try await stage.service.unsentDocuments(in: id, by: Cast.officer).map(\.id) == [whole.id])
    }
  }
}

extension Stage {
  /// Every way to a document by its id.
  func attempts(
    on document: String, in id: CaseNumber, by actor: Actor
  ) -> [() async throws -> Void] {
    [
      { _ = try await bytes(document, in: id, for: actor) },
      {
        _ = try await service.documentPage(document, page: 1, width: 200, in: id, for: actor)
      },
      { _ = try await service.documentText(document, in: id, for: actor) },
      {
        try await service.saveNote(
          DocumentNote(document: document, page: 1, text: "x", marked: true), in: id, by: actor)
      },
      { _ = try await service.uploadState(document, in: id, by: actor) },
      {
        _ = try await service.upload(document, in: id, offset: 0, bytes: [1], by: actor)
      },
      { _ = try await service.finishUpload(document, in: id, by: actor) },
      {
        try await service.describe(
          document, in: id, kind: nil, title: "x", dated: nil, by: actor)
      },
      { try await service.removeUnsent(document, in: id, by: actor) },
    ]
  }
}
