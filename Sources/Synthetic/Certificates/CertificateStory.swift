// SPDX-License-Identifier: Apache-2.0

import Domain

/// Tells one person's sick-leave cases: certificates and what is sent about them.
struct CertificateStory {
  let whole: SyntheticCertificates
  let insured: SyntheticInsured
  var random: SeededRandom
  private var told: [(time: CertificateMoment, document: SyntheticCertificateDocument)] = []

  init(_ whole: SyntheticCertificates, _ insured: SyntheticInsured, _ random: SeededRandom) {
    self.whole = whole
    self.insured = insured
    self.random = random
  }

  /// The documents in the order of their time.
  var documents: [SyntheticCertificateDocument] {
    told.indices.sorted { (told[$0].time, $0) < (told[$1].time, $1) }.map { told[$0].document }
  }

  /// One to three cases, each in a part of the years of its own.
  mutating func tell() {
    let cases =
      switch random.below(100) {
      case ..<75: 1
      case ..<95: 2
      default: 3
      }
    // Some cases are going on already when the years begin.
    let beginning = whole.first.adding(days: -365)
    let days = (whole.last - beginning + 1) / cases
    var free = beginning
    // 18 years have 6575 days at the most.
    let adult = insured.identity.number.birthDay.adding(days: 6575)
    for place in 0..<cases {
      let earliest = max(free, adult, beginning.adding(days: place * days))
      let latest = beginning.adding(days: (place + 1) * days - 1)
      guard earliest <= latest else { continue }
      let start = earliest.adding(days: random.below(latest - earliest + 1))
      let diagnosis = CertificateDiagnosis.draw(for: insured.identity.number.sex, &random)
      free = tellCase(diagnosis, from: start).adding(days: 1)
    }
  }

  /// Puts a document among those told, unless it comes before the first day or after the last.
  mutating func add(
    _ kind: SyntheticCertificateDocument.Kind, _ id: String, _ time: CertificateMoment,
    _ xml: String, _ verdict: CertificateVerdict = .accepted,
    _ decisions: [SyntheticDecision] = []
  ) {
    guard time.day >= whole.first, time.day <= whole.last else { return }
    told.append(
      (
        time,
        SyntheticCertificateDocument(
          id: id, kind: kind, day: time.day, bytes: Array(xml.utf8), verdict: verdict,
          decisions: decisions)
      ))
  }

  /// A moment in office hours of a day.
  mutating func moment(_ day: Day) -> CertificateMoment {
    CertificateMoment(day: day, minute: random.between(480...1010))
  }

  /// A random UUID (version 4).
  mutating func newID() -> String {
    let (high, low) = (random.next(), random.next())
    func hex(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value & (UInt64.max >> UInt64(64 - digits * 4)), radix: 16)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return "\(hex(high >> 32, 8))-\(hex(high >> 16, 4))-4\(hex(high, 3))"
      + "-\(hex(low >> 60 & 3 | 8, 1))\(hex(low >> 48, 3))-\(hex(low, 12))"
  }
}

/// A minute of Swedish time.
struct CertificateMoment: Hashable, Comparable, Sendable {
  let day: Day
  let minute: Int

  /// As certificates write it.
  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(minute / 60)):\(two(minute % 60)):00"
  }

  /// A later minute of the same day.
  func adding(minutes: Int) -> CertificateMoment {
    CertificateMoment(day: day, minute: min(minute + minutes, 1439))
  }

  static func < (a: Self, b: Self) -> Bool { (a.day, a.minute) < (b.day, b.minute) }
}
