// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Testing

@testable import Synthetic

/// Made-up certificates: what they hold is read with the readers that real ones meet.
struct SyntheticCertificatesTests {
  private static let last = Day(year: 2026, month: 5, day: 20)!
  private static let made = SyntheticCertificates(
    seed: 11, through: last, years: 2, perYear: 4000)
  private static let documents = Array(made)
  private static let readings = documents.map { CertificateDocument.read($0.bytes) }

  private static func count(_ kind: SyntheticCertificateDocument.Kind) -> Int {
    documents.count { $0.kind == kind }
  }

  @Test func `The same seed gives the same bytes, and another seed other ones`() {
    let again = SyntheticCertificates(seed: 11, through: Self.last, years: 2, perYear: 4000)
    #expect(again.prefix(900).map(\.bytes) == Self.documents.prefix(900).map(\.bytes))
    #expect(again.prefix(900).map(\.name) == Self.documents.prefix(900).map(\.name))
    let other = SyntheticCertificates(seed: 12, through: Self.last, years: 2, perYear: 4000)
    #expect(other.prefix(9).map(\.bytes) != Self.documents.prefix(9).map(\.bytes))
  }

  @Test func `Every document is read to its planned verdict`() {
    for (document, reading) in zip(Self.documents, Self.readings)
    where document.verdict != reading.verdict {
      Issue.record(
        """
        \(document.kind) \(document.verdict): \(reading.verdict) \
        \(reading.breaches.map(\.code)) \(reading.notes.map { "\($0.kind) \($0.place)" }) \
        \(reading.refusal.map { "\($0)" } ?? "")
        """)
    }
  }

  @Test func `Every verdict and kind is there, and names are all different`() {
    for verdict in CertificateVerdict.allCases {
      #expect(Self.documents.contains { $0.verdict == verdict })
    }
    for kind in SyntheticCertificateDocument.Kind.allCases { #expect(Self.count(kind) > 0) }
    #expect(Set(Self.documents.map(\.name)).count == Self.documents.count)
    #expect(Self.documents.allSatisfy { $0.day <= Self.last })
    #expect(Self.count(.certificate) >= 8000 && Self.count(.certificate) < 8050)
  }

  @Test func `Before 2018 certificates are FK 7263 in both shapes, about which nobody wrote`()
    throws
  {
    let last = try #require(Day(year: 2018, month: 6, day: 30))
    let made = SyntheticCertificates(seed: 4, through: last, years: 4, perYear: 400)
    let documents = Array(made)
    #expect(
      Array(SyntheticCertificates(seed: 4, through: last, years: 4, perYear: 400))
        .map(\.bytes) == documents.map(\.bytes))
    var shapes: [String: Int] = [:]
    for document in documents {
      let reading = CertificateDocument.read(document.bytes)
      #expect(
        reading.verdict == document.verdict, "\(document.kind) \(document.day) \(reading.breaches)")
      let text = String(decoding: document.bytes, as: UTF8.self)
      let isOld = text.contains("lakarutlatande")
      switch reading.content {
      case .certificate(let certificate):
        #expect((certificate.type == .fk7263) == (document.day.year < 2018))
        #expect(!isOld || document.day.year < 2018)
        #expect(document.day.year != 2015 || isOld)
        shapes[certificate.type == .lisjp ? "lisjp" : isOld ? "first" : "later", default: 0] += 1
        guard document.verdict != .rejected else { continue }
        #expect(certificate.distinctDays > 0 && !certificate.answers.diagnoses.isEmpty)
        #expect(certificate.signed?.day == document.day)
        #expect(certificate.person.id.count == 12 && certificate.unit.id != nil)
      case .message: #expect(document.day.year >= 2018)
      case .revocation, nil: break
      }
    }
    #expect(shapes.values.allSatisfy { $0 > 100 } && shapes.count == 3, "\(shapes)")
    #expect(documents.contains { $0.kind == .revocation && $0.day.year < 2018 })
  }

  @Test func `Imperfect documents are of every kind, and outcomes of every sort`() {
    let notes = Set(Self.readings.flatMap(\.notes).map(\.kind))
    #expect(notes.isSuperset(of: [.oldSignaturePlace, .hyphenInID, .unknownQuestion, .form]))
    let decisions = Self.documents.flatMap(\.decisions)
    for kind in CertificateDecision.Kind.allCases {
      for outcome in CertificateDecision.Outcome.allCases {
        #expect(decisions.contains { $0.kind == kind && $0.outcome == outcome })
      }
    }
    #expect(decisions.allSatisfy { $0.day <= Self.last })
    let rows = Array(SyntheticBackground(Self.made))
    #expect(rows == Array(SyntheticBackground(Self.made)) && rows.count > 20)
    #expect(rows.allSatisfy { $0.contains("påhittad") })
  }

  @Test func `Women, supplements and long cases are as common as published`() throws {
    let certificates = Self.readings.compactMap(\.certificate)
    let persons = Set(certificates.map(\.person.id))
    let women = persons.count { Int(String($0.suffix(2).prefix(1)))?.isMultiple(of: 2) == true }
    #expect(abs(women * 1000 / persons.count - 640) < 40)
    let requests = Self.count(.request) * 1000 / Self.count(.certificate)
    #expect((70...100).contains(requests))
    var random = SeededRandom(seed: 3)
    let lengths = (0..<20_000).map { _ in
      let diagnosis = CertificateDiagnosis.draw(for: random.chance(64) ? .kvinna : .man, &random)
      return diagnosis.drawDays(&random)
    }
    // Published for cases of more than 14 days: 41 of 100 reach 90 days.
    let over14 = lengths.filter { $0 > 14 }
    let long = over14.count { $0 > 90 } * 100 / over14.count
    #expect((32...44).contains(long))
  }

  @Test func `The first months have nearly as many certificates as the last`() {
    let days = Self.documents.filter { $0.kind == .certificate }.map(\.day)
    #expect(days.allSatisfy { $0 >= Self.made.first })
    let early = days.count { $0 - Self.made.first < 90 }
    let late = days.count { Self.last - $0 < 90 }
    #expect(early * 4 > late * 3)
  }

  @Test func `Some units stand clearly above the others, and some below`() {
    let shares = Self.made.issuers.all.map(\.supplementShare)
    #expect(shares.contains { $0 > 150 } && shares.contains { $0 < 30 })
    #expect((70...100).contains(shares.reduce(0, +) / shares.count))
  }

  @Test func `A unit's new name and owner stand in certificates from their day on`() {
    let catalogue = Self.made.catalogue
    for certificate in Self.readings.compactMap(\.certificate)
    where certificate.unit.id == catalogue.renamed {
      let isLater = certificate.signed.map { $0.day >= catalogue.days[1] } ?? false
      #expect(certificate.unit.name?.hasSuffix(" Söder") == isLater)
    }
    #expect(Self.readings.contains { $0.certificate?.unit.name?.hasSuffix(" Söder") == true })
  }

  @Test func `Chains have every relation, and messages point at what was sent`() {
    let certificates = Self.readings.compactMap(\.certificate)
    let ids = Set(certificates.map(\.id))
    let relations = certificates.flatMap(\.relations)
    #expect(Set(relations.map(\.code)).isSuperset(of: ["FRLANG", "KOMPLT", "ERSATT"]))
    for relation in relations where !ids.contains(relation.certificateID) {
      #expect(relation.code == "FRLANG")
    }
    let unknown = relations.count { !ids.contains($0.certificateID) }
    #expect(unknown > 0 && unknown * 10 < relations.count)
    let signed = Dictionary(
      certificates.map { ($0.id, $0.signed) }, uniquingKeysWith: { first, _ in first })
    for certificate in certificates {
      for relation in certificate.relations {
        guard let before = signed[relation.certificateID] ?? nil, let own = certificate.signed
        else { continue }
        #expect(before < own)
      }
    }
    let messages = Self.readings.compactMap { reading -> CertificateMessage? in
      if case .message(let message) = reading.content { message } else { nil }
    }
    let sent = Set(messages.map(\.id))
    for message in messages {
      #expect(ids.contains(message.certificateID))
      if let reminded = message.reminds { #expect(sent.contains(reminded)) }
      if let answered = message.answersTo { #expect(sent.contains(answered.messageID)) }
    }
    #expect(messages.contains { $0.subjectCode == "KOMPLT" && $0.direction == .toRecipient })
  }
}
