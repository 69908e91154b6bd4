// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up certificate or message as a document, with what a reader must say of it.
public struct SyntheticCertificateDocument: Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    case certificate, request, reminder, otherMessage, answer, revocation
  }

  /// The id of the certificate or message; of a revocation that of the certificate and a suffix.
  public let id: String
  public let kind: Kind
  /// The day on which it was signed or sent.
  public let day: Day
  public let bytes: [UInt8]
  /// What `CertificateDocument.read` must find.
  public let verdict: CertificateVerdict
  /// What Försäkringskassan decided on the certificate's days and found in a control, if it has.
  public let decisions: [SyntheticDecision]

  /// Where it stands in a folder of them: `certificates/2026/03/ID.xml`.
  public var name: String {
    let folder = kind == .certificate ? "certificates" : "messages"
    let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
    return "\(folder)/\(day.year)/\(month)/\(id).xml"
  }
}

/// Made-up certificates for sickness benefit and the messages about them: person after person,
/// each with one or more sick-leave cases.
///
/// Some cases began before the first day; their first certificates are not there, as in any
/// extract, so that renewals of them name a certificate that nobody has.
///
/// Certificates signed before 2018 are FK 7263, in its first shape or the later.
///
/// Nothing is kept between persons, so any number can be made in the same memory. The same seed,
/// last day and numbers give the same documents, byte for byte. Proportions follow published
/// figures where there are any; nothing made here is an outcome of anybody's care.
public struct SyntheticCertificates: Sequence, Sendable {
  public let seed: UInt64
  public let first: Day
  public let last: Day
  public let years: Int
  /// Certificates that there are at the least; the last person's case is told to its end.
  public let count: Int
  public let catalogue: SyntheticCatalogue
  let country: SyntheticCountry
  let issuers: CertificateIssuers

  /// Certificates signed in the years that end with a day of 1990 or later; both numbers are
  /// at least 1. The people are born in 1961-2004, so years near 2026 look best.
  public init(seed: UInt64, through last: Day, years: Int, perYear: Int) {
    self.seed = seed
    self.last = last
    self.years = Swift.max(1, years)
    count = self.years * Swift.max(1, perYear)
    first = SyntheticCatalogue.day(last, yearsBefore: self.years).adding(days: 1)
    country = SyntheticCountry(seed: seed)
    catalogue = SyntheticCatalogue(country, through: last, years: self.years)
    issuers = CertificateIssuers(catalogue, country)
  }

  /// The documents, those of a person in the order of their time.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Tells one person after another.
  public struct Iterator: IteratorProtocol {
    private let whole: SyntheticCertificates
    private var place = 0
    private var certificates = 0
    private var waiting: ArraySlice<SyntheticCertificateDocument> = []

    init(_ whole: SyntheticCertificates) { self.whole = whole }

    /// The next document.
    public mutating func next() -> SyntheticCertificateDocument? {
      while waiting.isEmpty {
        guard certificates < whole.count else { return nil }
        waiting = whole.documents(ofPerson: place)[...]
        certificates += waiting.reduce(0) { $0 + ($1.kind == .certificate ? 1 : 0) }
        place += 1
      }
      return waiting.popFirst()
    }
  }

  /// What is told of the person at a place of the country's roll; some have nothing.
  func documents(ofPerson place: Int) -> [SyntheticCertificateDocument] {
    var random = SeededRandom(seed: seed, stream: 5_000_000_000 + UInt64(place))
    let insured = country.insured(place)
    let sex = insured.identity.number.sex
    // The roll has as many men as women.
    let women = CertificateDiagnosis.womenShare
    guard sex == .kvinna || random.below(women) < 1000 - women else { return [] }
    var story = CertificateStory(self, insured, random)
    story.tell()
    return story.documents
  }
}
