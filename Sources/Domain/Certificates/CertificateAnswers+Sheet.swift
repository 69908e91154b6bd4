// SPDX-License-Identifier: Apache-2.0

extension CertificateAnswers {
  /// The typed answers of a sheet: what can be understood of it, whether the rules hold or not.
  /// Of a question that may be answered once only, the first answer is taken.
  public init(_ sheet: AnswerSheet) {
    bases.reserveCapacity(2)
    periods.reserveCapacity(2)
    for answer in sheet.answers {
      guard let question = answer.question else { continue }
      let isFirst = count(question)
      switch question {
      case 1, 28, 32, 40: takeRow(question, answer, of: sheet)
      case 6 where isFirst: takeDiagnoses(answer, of: sheet)
      case 1..<48 where isFirst: takeOne(question, answer, of: sheet)
      case 9000...: takeAdditional(question, answer, of: sheet)
      default: break
      }
    }
  }

  /// Counts an answer; true for the first one to its question.
  private mutating func count(_ question: Int) -> Bool {
    if let place = questions.firstIndex(where: { $0.question == question }) {
      questions[place].count += 1
      return false
    }
    questions.append(QuestionCount(question: question, count: 1))
    return true
  }

  private mutating func takeRow(
    _ question: Int, _ answer: AnswerSheet.Answer, of sheet: AnswerSheet
  ) {
    guard let code = sheet.code(1, of: answer)?.code else {
      if question == 40 { measuresText = measuresText ?? sheet.text(1, of: answer) }
      return
    }
    switch question {
    case 1:
      if let kind = CertificateBasisKind(rawValue: code) {
        let day = sheet.text(2, of: answer).flatMap(AnswerSheet.day)
        bases.append(CertificateBasis(kind: kind, day: day, text: sheet.text(3, of: answer)))
      }
    case 28:
      if let kind = OccupationKind(rawValue: code) { occupations.append(kind) }
    case 32:
      if let degree = Degree(code: code), let days = sheet.days(of: answer),
        let period = SickLeavePeriod(degree: degree, first: days.first, last: days.last)
      {
        periods.append(period)
      }
    default:
      if let measure = ReturnMeasure(rawValue: code) { measures.append(measure) }
    }
  }

  private mutating func takeOne(
    _ question: Int, _ answer: AnswerSheet.Answer, of sheet: AnswerSheet
  ) {
    switch question {
    case 27: keptForInfection = sheet.flag(1, of: answer)
    case 29: work = sheet.text(1, of: answer)
    case 35: function = CertificateAnswers.assessed(answer, of: sheet)
    case 17: activity = CertificateAnswers.assessed(answer, of: sheet)
    case 19: ongoingTreatment = sheet.text(1, of: answer)
    case 20: plannedTreatment = sheet.text(1, of: answer)
    case 37: exceedsSupport = sheet.text(1, of: answer)
    case 33:
      otherHours = sheet.flag(1, of: answer)
      otherHoursReason = sheet.text(2, of: answer)
    case 34: travel = sheet.flag(1, of: answer)
    case 39: prognosis = CertificateAnswers.prognosis(answer, of: sheet)
    case 44: measuresText = sheet.text(1, of: answer) ?? measuresText
    case 25: other = sheet.text(1, of: answer).map(OtherInformation.init(reading:))
    case 26:
      contactWanted = sheet.flag(1, of: answer)
      contactReason = sheet.text(2, of: answer)
    default: break
    }
  }

  private mutating func takeDiagnoses(_ answer: AnswerSheet.Answer, of sheet: AnswerSheet) {
    for (text, number) in [(1, 2), (3, 4), (5, 6)] {
      guard let coded = sheet.code(number, of: answer), !coded.code.isEmpty else { continue }
      diagnoses.append(
        CertificateDiagnosis(
          code: coded.code, system: coded.system.diagnosisSystem,
          text: sheet.text(text, of: answer)))
    }
  }

  private mutating func takeAdditional(
    _ question: Int, _ answer: AnswerSheet.Answer, of sheet: AnswerSheet
  ) {
    for place in answer.parts {
      guard case .text(let text) = sheet.parts[place].value else { continue }
      additional.append(AdditionalAnswer(question: question, text: text.trimmedOfXMLSpace))
    }
  }

  /// The text, and the codes of version 2 where there are any.
  private static func assessed(
    _ answer: AnswerSheet.Answer, of sheet: AnswerSheet
  ) -> AssessedText? {
    var codes: [String] = []
    var text: String?
    for place in answer.parts {
      switch sheet.parts[place].value {
      case .code(let coded): codes.append(coded.code)
      case .text(let part), .other(let part): text = text ?? part
      case .period: break
      }
    }
    guard text != nil || !codes.isEmpty else { return nil }
    return AssessedText(reading: text ?? "", codes: codes)
  }

  /// Months are told as a code or as a number, by whoever writes version 2.
  private static func prognosis(
    _ answer: AnswerSheet.Answer, of sheet: AnswerSheet
  ) -> Prognosis? {
    guard let code = sheet.code(1, of: answer)?.code, let kind = PrognosisKind(rawValue: code)
    else { return nil }
    let days = sheet.code(3, of: answer).flatMap { PrognosisPeriod(rawValue: $0.code)?.days }
    let months =
      sheet.text(4, of: answer) ?? sheet.text(2, of: answer) ?? sheet.code(4, of: answer)?.code
    return Prognosis(
      kind: kind, days: days,
      months: kind == .afterMonths
        ? months.flatMap { decimal(Array($0.utf8.prefix { $0 != 0x20 })) } : nil)
  }
}
