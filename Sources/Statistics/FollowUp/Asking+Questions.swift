// SPDX-License-Identifier: Apache-2.0
import Domain

extension Asking {
  /// A tally for each group of questions.
  func questionTallies(_ scan: Scan) -> [Tally] {
    let mask = questions
    switch (measure.table, measure.numerator) {
    case (_, .elements):
      return scan.tally(elements: followUp.edition.requests.elements, in: mask)
    case (_, .answers):
      return scan.tally(
        QuestionPlan(
          among: .expected(
            frame.certificateFlags, work: CertificateFlags.presentWork.rawValue,
            version: CertificateFlags.version2.rawValue, Self.expected.map { $0 & mask }),
          those: .column(frame.feed(.answered), mask)))
    case (.requests, _):
      let asked = QuestionPlan.Bits.column(frame.feed(.requestAsked), mask)
      var tests: [TestPlan] = []
      if case .tests(let more) = value { tests = more }
      return scan.tally(QuestionPlan(among: asked, those: asked, tests: tests))
    default:
      return scan.tally(
        QuestionPlan(among: .all(mask), those: .column(frame.feed(.asked), mask)))
    }
  }

  /// The groups that can be expected: without and with present work, then the same for version 2.
  static let expected: [UInt16] = {
    let all = UInt16.max & ~QuestionGroup.bit(29)
    let gone = QuestionGroup.mask([20, 40])
    return [all, .max, all & ~gone, .max & ~gone]
  }()
}
