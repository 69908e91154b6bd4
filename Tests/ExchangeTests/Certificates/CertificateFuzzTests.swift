// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Foundation
import Synthetic
import Testing
import XML

/// Damaged certificates. `./test` does some hundreds with fixed seeds. To search longer:
///
///     SAMSYN_FUZZ_ROUNDS=1000000 SAMSYN_FUZZ_SEED=7 swift test --filter CertificateFuzz
struct CertificateFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let rounds = environment["SAMSYN_FUZZ_ROUNDS"].flatMap(Int.init) ?? 300
  static let seeds: [UInt64] =
    environment["SAMSYN_FUZZ_SEED"].flatMap(UInt64.init).map { [$0] } ?? [1, 2, 3]

  /// A certificate with every question.
  private static let document: [UInt8] = {
    var certificate = CertificateText.plain
    certificate.relations = [("FRLANG", "annat")]
    certificate.answersTo = "meddelande"
    certificate.positions = ["201010"]
    certificate.specialities = ["Kirurgi"]
    certificate.answers += [
      .reduction(.half, "2024-03-18", "2024-03-31", instance: 2), .flag(33, true, "Kvällar"),
      .flag(34, true), .flag(26, true, "Ring"), .text(37, "Längre"), .text(20, "Operation"),
      .text(25, "Övrigt"), .text(9001, "Svar"), .flag(27, false),
    ]
    return Array(certificate.xml.utf8)
  }()

  /// Pieces that a reader could stumble over.
  private static let pieces: [[UInt8]] = [
    "<", ">", "&", "&amp;", "&#0;", "&#x41;", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>",
    "<!DOCTYPE a>", "\u{0}", "\u{FEFF}", "<c:svar id=\"32\"/>", "<c:svar id=\"6\">",
    "</c:svar>", "id=\"99999999999999999999\"", "xmlns:c=\"urn:x\"", "9999-12-31", "0001-01-01",
    "<t:cv/>", "<t:datePeriod/>", "<c:instans>-9223372036854775808</c:instans>", " ", "é",
  ].map { Array($0.utf8) }

  private static func damaged(_ chance: inout Chance) -> [UInt8] {
    var bytes = document
    for _ in 0..<(1 + chance.next(4)) {
      guard !bytes.isEmpty else { break }
      let place = chance.next(bytes.count)
      let length = min(chance.next(60), bytes.count - place)
      switch chance.next(6) {
      case 0: bytes[place] = UInt8(chance.next(256))
      case 1: bytes.removeSubrange(place..<(place + length))
      case 2: bytes.insert(contentsOf: pieces[chance.next(pieces.count)], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      case 4: bytes.removeLast(min(chance.next(200), bytes.count))
      default:
        let other = chance.next(bytes.count)
        bytes.swapAt(place, other)
      }
    }
    return bytes
  }

  /// A well-formed document with elements dropped, doubled, moved or emptied.
  private static func mutated(_ chance: inout Chance) -> [UInt8]? {
    guard var root = try? XMLElement(parsing: document) else { return nil }
    for _ in 0..<(1 + chance.next(3)) { root = mutated(root, &chance) }
    return try? XMLText.write(
      root,
      prefixes: [
        .init("r", "urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3"),
        .init("c", "urn:riv:clinicalprocess:healthcond:certificate:3"),
        .init("t", "urn:riv:clinicalprocess:healthcond:certificate:types:3"),
      ])
  }

  private static func mutated(_ element: XMLElement, _ chance: inout Chance) -> XMLElement {
    var children = element.children
    var text = element.text
    let place = children.isEmpty ? 0 : chance.next(children.count)
    if children.isEmpty {
      text = ["", "x", "2024-13-01", "true", " "][chance.next(5)]
    } else if chance.next(3) > 0 {
      children[place] = mutated(children[place], &chance)
    } else {
      switch chance.next(3) {
      case 0: children.remove(at: place)
      case 1: children.insert(children[place], at: place)
      default: children.swapAt(place, chance.next(children.count))
      }
    }
    return XMLElement(
      name: element.name, namespace: element.namespace, attributes: element.attributes,
      children: children, text: children.isEmpty ? text : "")
  }

  private func check(_ reading: CertificateReading, _ what: Comment) {
    #expect((reading.content == nil) == (reading.refusal != nil), what)
    guard let certificate = reading.certificate else { return }
    #expect(!certificate.id.isEmpty, what)
    #expect(certificate.distinctDays >= 0, what)
    #expect(certificate.answers.periods.allSatisfy { $0.first <= $0.last }, what)
    #expect(certificate.answers.diagnoses.count <= 3, what)
  }

  @Test(arguments: seeds)
  func `damaged bytes never end the reader`(seed: UInt64) {
    var chance = Chance(state: seed)
    var read = 0
    for round in 0..<Self.rounds {
      let reading = CertificateDocument.read(Self.damaged(&chance))
      check(reading, "seed \(seed), round \(round)")
      read += reading.content == nil ? 0 : 1
    }
    #expect(read > 0)
  }

  @Test(arguments: seeds)
  func `the same bytes give the same reading`(seed: UInt64) {
    var chance = Chance(state: seed)
    for _ in 0..<(Self.rounds / 10) {
      let bytes = Self.damaged(&chance)
      #expect(CertificateDocument.read(bytes) == CertificateDocument.read(bytes))
    }
  }

  /// The schema is the oracle for the form: a mutant without notes is valid, unless a rule
  /// rejects it anyway; and a valid one has no notes on its form.
  @Test(.needsSamples, arguments: seeds)
  func `the form is noted where the schema refuses it`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let schema = try SharedSamples.schema("RegisterCertificate", "3.1")
    #expect(try schema.issues(in: Self.document).isEmpty)
    var invalid = 0
    for round in 0..<Self.rounds {
      let bytes = try #require(Self.mutated(&chance))
      let isValid = try schema.issues(in: bytes).isEmpty
      let reading = CertificateDocument.read(bytes)
      let what: Comment = "seed \(seed), round \(round)"
      let isNoted = reading.notes.contains { $0.rule == .form }
      if isValid {
        // The schema takes a blank for an identity.
        let isBlank = reading.notes.contains { $0.place.hasSuffix("/extension") }
        #expect(!isNoted || isBlank, "seed \(seed), round \(round): \(reading.notes)")
      } else {
        invalid += 1
        #expect(isNoted || reading.verdict == .rejected, what)
      }
    }
    #expect(invalid > Self.rounds / 10)
  }
}
