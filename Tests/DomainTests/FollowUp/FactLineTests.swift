// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Domain

/// What is counted survives as a line of text, whatever it holds.
@Suite struct FactLineTests {
  private static func key(_ number: UInt64) -> FactKey {
    FactKey(high: number &* 0x9E37_79B9_7F4A_7C15, low: ~number)
  }

  private static let time = CertificateTime("2024-03-04T09:30:59")

  /// Every field has another value than in the empty fact.
  private static var full: CertificateFact {
    get throws {
      var fact = CertificateFact(key: key(1), kind: .fk7263)
      fact.versionMajor = 2
      fact.signed = time
      fact.isSent = true
      fact.hasNotes = true
      fact.doctor = key(2)
      fact.positions = ["201010", ""]
      fact.specialities = ["61", "Allmän|medicin, 100% : \n\u{0}\u{7F}", "%"]
      fact.unit = "SE2321000016-0002"
      fact.provider = ""
      fact.workplaceCode = "|"
      fact.diagnoses = ["M545", "F438", "A00"]
      fact.diagnosisSystem = .ksh97p
      fact.periods = try [
        #require(SickLeavePeriod(degree: .full, first: .earliest, last: Day(number: -1))),
        #require(SickLeavePeriod(degree: .quarter, first: Day(number: 0), last: .latest)),
      ]
      fact.bases = Set(CertificateBasisKind.allCases)
      fact.occupations = [.jobSeeking]
      fact.keptForInfection = true
      fact.prognosis = .afterMonths
      fact.prognosisDays = 90
      fact.measures = Set(ReturnMeasure.allCases)
      fact.answered = [1, 6, 9001]
      fact.tellsWhyNoExamination = true
      fact.tellsWhyBackDated = true
      fact.contactWanted = true
      fact.relations = CertificateRelationKind.allCases.enumerated().map {
        .init($1, key(UInt64($0) + 10))
      }
      fact.answersTo = key(3)
      return fact
    }
  }

  @Test func `A certificate with every field comes back as it was`() throws {
    let full = try Self.full
    #expect(CertificateFact(line: full.line) == full)
    let empty = CertificateFact(key: Self.key(9), kind: .lisjp)
    #expect(CertificateFact(line: empty.line) == empty)
    // Nothing is left out of the comparison above.
    let fields = zip(Mirror(reflecting: full).children, Mirror(reflecting: empty).children)
    for (a, b) in fields { #expect("\(a.value)" != "\(b.value)", "\(a.label ?? "")") }
  }

  @Test func `Each truth alone comes back alone`() throws {
    let paths: [WritableKeyPath<CertificateFact, Bool>] = [
      \.isSent, \.hasNotes, \.keptForInfection, \.tellsWhyNoExamination, \.tellsWhyBackDated,
      \.contactWanted,
    ]
    for path in paths {
      var fact = CertificateFact(key: Self.key(1), kind: .lisjp)
      fact[keyPath: path] = true
      let read = try #require(CertificateFact(line: fact.line))
      #expect(read == fact)
      #expect(paths.filter { read[keyPath: $0] }.count == 1)
    }
  }

  @Test func `Messages and revocations come back as they were`() {
    for direction in [CertificateMessage.Direction.toCare, .toRecipient] {
      for subject in CertificateMessageSubject.allCases {
        var fact = MessageFact(
          key: Self.key(1), direction: direction, subject: subject, certificate: Self.key(2))
        #expect(MessageFact(line: fact.line) == fact)
        fact.sent = Self.time
        fact.reminds = Self.key(3)
        fact.answersTo = Self.key(4)
        fact.questions = [17, 17, 9001]
        fact.lastDayForAnswer = Day(number: 19_900)
        fact.officer = Self.key(5)
        #expect(MessageFact(line: fact.line) == fact)
      }
    }
    for sent in [Self.time, nil] {
      let fact = RevocationFact(certificate: Self.key(1), sent: sent)
      #expect(RevocationFact(line: fact.line) == fact)
    }
  }

  @Test func `A line that was cut or changed is not taken for another fact`() throws {
    let full = try Self.full
    let line = full.line
    let bytes = Array(line.utf8)
    for end in bytes.indices {
      let cut = String(decoding: bytes[..<end], as: UTF8.self)
      let read = CertificateFact(line: cut)
      // Only the last key may be cut off whole; then its border is gone too.
      #expect(read == nil || read?.line == cut, "cut at \(end)")
    }
    #expect(CertificateFact(line: line + "|") == nil)
    #expect(CertificateFact(line: "M1" + line.dropFirst(2)) == nil)
    #expect(MessageFact(line: line) == nil)
    #expect(RevocationFact(line: line) == nil)
    #expect(!line.contains("\n") && !line.contains("\u{0}"))
  }

  @Test func `Every code has a place of its own in its order`() {
    func check<T: CaseIterable & Hashable & Sendable>(_ codes: FactCodes<T>) {
      #expect(Set(codes.values) == Set(T.allCases) && codes.values.count == T.allCases.count)
    }
    check(FactCode.kinds)
    check(FactCode.systems)
    check(FactCode.bases)
    check(FactCode.occupations)
    check(FactCode.prognoses)
    check(FactCode.measures)
    check(FactCode.relations)
    check(FactCode.directions)
    check(FactCode.subjects)
  }
}
