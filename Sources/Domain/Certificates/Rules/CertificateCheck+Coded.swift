// SPDX-License-Identifier: Apache-2.0

// L7, L8, L16, L17 and L18: questions whose answers are codes or hang together with another.

extension CertificateCheck {
  /// L7.
  mutating func examineBasis(_ answer: AnswerSheet.Answer) {
    if let coded = sheet.code(1, of: answer) {
      if coded.system != .fkmu(1) || !isBasis(coded.code) { find(.basis, 1) }
      var before = 0
      for other in answers(to: 1) {
        if other.parts == answer.parts { break }
        before += sheet.code(1, of: other)?.code == coded.code ? 1 : 0
      }
      let hasText = sheet.part(3, of: answer) != nil
      let isOther = coded.code == CertificateBasisKind.other.rawValue
      if before > 0 || hasText != isOther { find(.basis, 1) }
    }
    switch sheet.part(2, of: answer)?.value {
    case .text(let text): if AnswerSheet.day(text) == nil { find(.basis, 1) }
    case nil: break
    default: find(.basis, 1)
    }
  }

  private func isBasis(_ code: String) -> Bool {
    switch CertificateBasisKind(rawValue: code) {
    // A later version is read by the same reader, which is not verified for it.
    case .telephone, .records, .other, .examination: true
    case .physicalExamination, .digitalExamination: set == .lisjp2
    case nil: false
    }
  }

  /// L8 for one answer to question 28.
  mutating func examineOccupation(_ answer: AnswerSheet.Answer) {
    guard let coded = sheet.code(1, of: answer) else { return }
    if coded.system != .fkmu(2) || OccupationKind(rawValue: coded.code) == nil {
      find(.occupation, 28)
    }
    var same = 0
    for other in answers(to: 28) { same += sheet.code(1, of: other)?.code == coded.code ? 1 : 0 }
    if same > 1 { find(.occupation, 28) }
  }

  /// L8 for the work in question 29.
  mutating func examineOccupation() {
    let isPresentWork = answers(to: 28).contains {
      sheet.code(1, of: $0)?.code == OccupationKind.presentWork.rawValue
    }
    if isPresentWork != (counts[29] > 0) { find(.occupation, 29) }
  }

  /// L16.
  mutating func examinePrognosis(_ answer: AnswerSheet.Answer) {
    guard let coded = sheet.code(1, of: answer) else { return }
    let kind = PrognosisKind(rawValue: coded.code)
    let isKnown =
      switch kind {
      case .likely, .unlikely, .unclear: true
      case .afterDays: true
      case .afterMonths: set == .lisjp2
      case nil: false
      }
    if coded.system != .fkmu(6) || !isKnown { find(.prognosis, 39) }
    guard set == .lisjp1 else { return }
    if (sheet.part(3, of: answer) != nil) != (kind == .afterDays) { find(.prognosis, 39) }
    if let days = sheet.code(3, of: answer),
      days.system != .fkmu(7) || PrognosisPeriod(rawValue: days.code) == nil
    {
      find(.prognosis, 39)
    }
  }

  /// L17 for one answer to question 40.
  mutating func examineMeasure(_ answer: AnswerSheet.Answer) {
    guard let coded = sheet.code(1, of: answer) else { return }
    if coded.system != .fkmu(4) || ReturnMeasure(rawValue: coded.code) == nil {
      find(.measures, 40)
    }
    var same = 0
    for other in answers(to: 40) { same += sheet.code(1, of: other)?.code == coded.code ? 1 : 0 }
    if same > 1 { find(.measures, 40) }
  }

  /// L17 for all of them together.
  mutating func examineMeasures() {
    guard set == .lisjp1 else { return }
    let isNone = answers(to: 40).contains {
      sheet.code(1, of: $0)?.code == ReturnMeasure.none.rawValue
    }
    guard isNone else { return }
    if counts[40] > 1 { find(.measures, 40) }
    if counts[44] > 0 { find(.measures, 44) }
  }

  /// L18.
  mutating func examineContact(_ answer: AnswerSheet.Answer) {
    if sheet.flag(1, of: answer) == false, sheet.part(2, of: answer) != nil {
      find(.contact, 26)
    }
  }
}
