// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store
import Testing

@testable import Service

/// What was meant to be sent is what is sent, and what was sent stays.
@Suite struct DocumentSendingTests {
  @Test(arguments: TestEngine.all)
  func `an order sends the very bytes, and they can be changed no more`(
    engine: TestEngine
  ) async throws {
    try await withStage(engine) { stage in
      let id = try await stage.informedCase()
      let bytes = Stage.pdf()
      let document = try await stage.upload(bytes, in: id)
      let kept = try await stage.upload(Stage.pdf("Annan"), in: id)
      try await stage.order(id, with: [document])
      for actor in [Cast.officer, Cast.insured] {
        let listed = try await stage.service.documents(in: id, for: actor)
        #expect(listed.map(\.id) == [document.id] && listed.allSatisfy(\.mayOpen))
        #expect(try await stage.bytes(document.id, in: id, for: actor) == bytes)
      }
      #expect(
        try await stage.service.unsentDocuments(in: id, by: Cast.officer).map(\.id) == [kept.id])
      for change in [
        { try await stage.service.removeUnsent(document.id, in: id, by: Cast.officer) },
        {
          try await stage.service.describe(
            document.id, in: id, kind: nil, title: "x", dated: nil, by: Cast.officer)
        },
        { _ = try await stage.upload(bytes, in: id) },
      ] {
        // The upload is refused because nothing is to be sent just now.
        let code = try await refusal(change)?.code
        #expect(code == .documentSent || code == .nothingToSend)
      }
      #expect(try await stage.service.verifyDocuments().isSound)
    }
  }

  @Test func `facts that are not the store's are refused, and nothing is written`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let other = try await stage.informedCase(Cast.p2)
      let document = try await stage.upload(Stage.pdf(), in: id)
      let elsewhere = try await stage.upload(Stage.pdf(), in: other)
      let begun = try await stage.service.beginUpload(
        in: id, name: "f", size: 100, by: Cast.officer)
      var files: [DocumentFile] = [elsewhere.file]
      for change in [
        { $0.bytes += 1 }, { $0.pages += 1 },
        { $0.sha256 = String(repeating: "0", count: 64) }, { $0.scan = .clean },
        { $0.mediaType = .png }, { $0.id = String(repeating: "0", count: 32) },
        { $0.id = begun.id },
      ] as [(inout DocumentFile) -> Void] {
        var file = document.file
        change(&file)
        files.append(file)
      }
      let before = try await stage.counts()
      for file in files {
        var order = Cast.order(to: Cast.p1)
        var items = try #require(order.documents.items)
        items[2] = SupportingDocument(
          kind: items[2].kind, title: "T", dated: nil, pages: 1, file: file)
        order.documents = DocumentList(items)
        #expect(
          try await refusal {
            try await stage.perform(.placeOrder(order), in: id, by: Cast.officer)
          } == Refusal(.documentNotAsSent, field: "documents.2.file"))
      }
      #expect(try await stage.counts() == before)
      try await stage.order(id, with: [document])
    }
  }

  @Test func `a returned order's documents can be sent again or be left out`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.informedCase()
      let first = try await stage.upload(Stage.pdf("Ett"), in: id)
      let second = try await stage.upload(Stage.pdf("Två"), in: id)
      try await stage.order(id, with: [first, second])
      try await stage.perform(
        .returnOrder(.incomplete, reason: "Fel"), in: id, by: Cast.administrator())
      var unsent = try await stage.service.unsentDocuments(in: id, by: Cast.officer)
      #expect(unsent.map(\.id) == [first.id, second.id] && unsent.allSatisfy(\.wasSent))
      // Taken off the list, but still there for who was sent it.
      try await stage.service.removeUnsent(second.id, in: id, by: Cast.officer)
      unsent = try await stage.service.unsentDocuments(in: id, by: Cast.officer)
      #expect(unsent.map(\.id) == [first.id])
      #expect(try await stage.upload(Stage.pdf("Två"), in: id).id == second.id)
      try await stage.service.removeUnsent(second.id, in: id, by: Cast.officer)
      try await stage.order(id, with: unsent)
      let listed = try await stage.service.documents(in: id, for: Cast.administrator())
      #expect(listed.map(\.id) == [second.id, first.id])
      #expect(listed.map(\.sent.isLeftOut) == [true, false])
      #expect(listed.allSatisfy { $0.refusal?.code == .documentReadersOnly })
    }
  }

  @Test func `an answer adds documents, and verification misses one that is gone`() async throws {
    try await withStage(.sqlite) { stage in
      let (id, first) = try await stage.documentCase()
      try await stage.perform(
        .requestOrderSupplement(parts: [.other], question: "Mer?"), in: id,
        by: Cast.administrator())
      let more = try await stage.upload(
        Array("Komplettering från vården: åäö\n".utf8), named: "svar.txt", in: id)
      #expect(more.file.mediaType == .text && more.file.pages == 1)
      let document = SupportingDocument(
        kind: .other, title: "Svar", dated: nil, pages: 1, file: more.file)
      try await stage.perform(
        .answerOrderSupplement(
          OrderSupplemented(number: 1, documents: DocumentList([document]), answer: nil)),
        in: id, by: Cast.officer)
      let listed = try await stage.service.documents(in: id, for: Cast.doctor)
      #expect(listed.map(\.id) == [first, more.id] && listed.allSatisfy(\.mayOpen))
      let sound = try await stage.service.verifyDocuments()
      #expect(sound.isSound && sound.documents == 2)
      _ = try await stage.service.write { connection in
        try connection.execute("DELETE FROM document WHERE id = ?", [.text(first)])
      }
      #expect(try await stage.service.verifyDocuments().faults == [.missing(id: first)])
    }
  }
}
