// SPDX-License-Identifier: Apache-2.0
import Domain

extension Asking {
  /// A tally for each group of questions.
  func questionTallies(_ scan: Scan) -> [Tally] {
    let mask = questions
    switch (measure.table, measure.numerator) {
    case (_, .elements):
      let elements = followUp.edition.requests.elements
      let kept = (0..<16).reduce(UInt64(0)) {
        mask >> UInt16($1) & 1 == 1 ? $0 | 15 << UInt64(4 * $1) : $0
      }
      return scan.elements { elements[$0] & kept }
    case (_, .answers): return answers(scan, mask)
    case (.requests, _):
      let asked = followUp.edition.requests.asked
      let value = value
      return scan.questions { row in
        let among = asked[row] & mask
        return (among, Self.holds(value, row) ? among : 0)
      }
    default:
      let asked = followUp.edition.certificates.asked
      return scan.questions { row in (mask, asked[row] & mask) }
    }
  }

  /// Fields that can be expected, and those that are filled in.
  private func answers(_ scan: Scan, _ mask: UInt16) -> [Tally] {
    let answered = followUp.edition.certificates.answered
    let flags = followUp.edition.certificates.flags
    let expected = Self.expected.map { $0 & mask }
    let (work, version) = (
      CertificateFlags.presentWork.rawValue, CertificateFlags.version2.rawValue
    )
    return scan.questions { row in
      let kind = (flags[row] & work != 0 ? 1 : 0) + (flags[row] & version != 0 ? 2 : 0)
      return (expected[kind], expected[kind] & answered[row])
    }
  }

  /// The groups that can be expected: without and with present work, then the same for version 2.
  static let expected: [UInt16] = {
    let all = UInt16.max & ~QuestionGroup.bit(29)
    let gone = QuestionGroup.mask([20, 40])
    return [all, .max, all & ~gone, .max & ~gone]
  }()

  private static func holds(_ value: ValuePlan, _ row: Int) -> Bool {
    guard case .tests(let tests) = value else { return true }
    var result: UInt32 = 1
    for test in tests { BlockReader.check(test, row, 1, &result) }
    return result == 1
  }
}
