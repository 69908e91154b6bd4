// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synthetic

@testable import Service

// Documents as the pages put them in and open them.
extension Stage {
  /// A made-up PDF.
  static func pdf(_ title: String = "Journal", pages: Int = 2) -> [UInt8] {
    SyntheticDocument(title: title, pages: pages, lines: ["Ord: \(title)"]).pdf()
  }

  /// Uploads a file in pieces and finishes it.
  @discardableResult
  func upload(
    _ bytes: [UInt8], named name: String = "journal.pdf", in id: CaseNumber,
    by actor: Actor = Cast.officer, piece: Int = 1500
  ) async throws -> UnsentDocument {
    let begun = try await service.beginUpload(in: id, name: name, size: bytes.count, by: actor)
    var offset = 0
    while offset < bytes.count {
      offset = try await service.upload(
        begun.id, in: id, offset: offset,
        bytes: Array(bytes[offset..<min(bytes.count, offset + piece)]), by: actor)
    }
    return try await service.finishUpload(begun.id, in: id, by: actor)
  }

  /// A case that is ready to be ordered.
  func informedCase(_ performer: HSAID = Cast.p1) async throws -> CaseNumber {
    let id = try await allocatedCase(performer)
    try await inform(id)
    return id
  }

  /// Orders with a file for each of the kinds, in their order.
  @discardableResult
  func order(
    _ id: CaseNumber, with documents: [UnsentDocument], to performer: HSAID = Cast.p1
  ) async throws -> OrderPlaced {
    let order = Cast.order(to: performer, with: documents)
    try await perform(.placeOrder(order), in: id, by: Cast.officer)
    return order
  }

  /// An accepted order with one file, a responsible doctor and an appointed psychologist.
  func documentCase() async throws -> (id: CaseNumber, document: String) {
    let id = try await informedCase()
    let document = try await upload(Self.pdf(), in: id)
    try await order(id, with: [document])
    try await accept(id)
    try await perform(
      .appointDoctor(DoctorAppointed(name: "Läkare", person: Cast.doctor.person)), in: id,
      by: Cast.administrator())
    try await perform(
      .appointExaminer(
        person: Cast.psychologist.person, name: "Psykolog", profession: .psychologist),
      in: id, by: Cast.administrator())
    return (id, document.id)
  }

  /// All bytes of a document.
  func bytes(
    _ document: String, in id: CaseNumber, for actor: Actor
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in try await service.openDocument(document, in: id, for: actor).content {
      bytes += piece
    }
    return bytes
  }
}

extension Cast {
  static let doctor = actor(.performer(p1), .examiner(.doctor), "p1-lakare")
  static let psychologist = actor(.performer(p1), .examiner(.psychologist), "p1-psykolog")
  /// At the same performer, and not in the case.
  static let colleague = actor(.performer(p1), .examiner(.doctor), "p1-lakare-2")

  /// An order with files for the first kinds; the others go by post.
  static func order(to performer: HSAID, with documents: [UnsentDocument]) -> OrderPlaced {
    var order = order(to: performer)
    order.documents = DocumentList(
      DocumentKind.allCases.enumerated().map { index, kind in
        SupportingDocument(
          kind: kind, title: "Handling \(index + 1)", dated: nil, pages: 2,
          file: index < documents.count ? documents[index].file : nil)
      })
    return order
  }
}
