// SPDX-License-Identifier: Apache-2.0
import Domain

/// One stretch of a certificate: the days of one degree, both included.
public struct CertifiedPeriod: Hashable, Sendable {
  /// Percent of sick leave: 25, 50, 75 or 100.
  public var degree: UInt8
  public var first: Day
  public var last: Day
  /// The row of its certificate.
  public var certificate: UInt32
  /// When the certificate was signed; a later one decides over an earlier.
  public var signed: Instant

  public init(degree: UInt8, first: Day, last: Day, certificate: UInt32, signed: Instant) {
    self.degree = degree
    self.first = first
    self.last = last
    self.certificate = certificate
    self.signed = signed
  }
}

/// Days without a break with one degree from one certificate.
public struct SickLeaveSpan: Hashable, Sendable {
  public var first: Day
  public var last: Day
  public var degree: UInt8
  public var certificate: UInt32
}

extension SickLeaveSpan {
  /// One person's days, each once, in order. Where certificates meet on a day the one signed last
  /// decides, and within one certificate the higher degree.
  ///
  /// - Parameter periods: of valid certificates, in any order; one that ends before it begins has
  ///   no days. Signed at the same instant, the certificate of the higher row decides.
  public static func days(of periods: [CertifiedPeriod]) -> [SickLeaveSpan] {
    let ordered = periods.filter { $0.first <= $0.last }.sorted { one, other in
      (one.signed, one.certificate, one.degree) > (other.signed, other.certificate, other.degree)
    }
    var spans: [SickLeaveSpan] = []
    for period in ordered { period.fill(&spans) }
    return spans
  }
}

extension CertifiedPeriod {
  /// Takes the days that nothing has taken.
  fileprivate func fill(_ spans: inout [SickLeaveSpan]) {
    var free = first
    var place = spans.partition { $0.last >= first }
    while free <= last {
      let taken = place < spans.count ? spans[place] : nil
      let end = min(last, taken.map { $0.first.adding(days: -1) } ?? last)
      if free <= end {
        spans.insert(
          SickLeaveSpan(first: free, last: end, degree: degree, certificate: certificate),
          at: place)
        place += 1
      }
      guard let taken else { return }
      free = taken.last.adding(days: 1)
      place += 1
    }
  }
}

extension [SickLeaveSpan] {
  /// The first place from which on `isBeyond` holds, by halves.
  fileprivate func partition(_ isBeyond: (SickLeaveSpan) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
