// SPDX-License-Identifier: Apache-2.0

// L1–L4: which questions are answered, and how often.

extension CertificateCheck {
  /// A question of the form: how often it may be answered, and whether it must be unless the
  /// certificate is about communicable disease.
  private struct Question {
    let number: Int
    var maximum = 1
    var isRequired = false
  }

  private static let questions: [Question] = [
    Question(number: 27),
    Question(number: 1, maximum: 4, isRequired: true),
    Question(number: 28, maximum: 4, isRequired: true),
    Question(number: 29), Question(number: 6),
    Question(number: 35, isRequired: true), Question(number: 17, isRequired: true),
    Question(number: 19), Question(number: 20), Question(number: 32, maximum: 4),
    Question(number: 37), Question(number: 33), Question(number: 34),
    Question(number: 39, isRequired: true),
    Question(number: 40, maximum: 10, isRequired: true),
    Question(number: 44), Question(number: 25), Question(number: 26),
  ]

  private static let isKnown: [Bool] = {
    var known = [Bool](repeating: false, count: 48)
    for question in questions { known[question.number] = true }
    return known
  }()

  /// Numbers kept for questions that are bound to a version of the texts.
  static let additional = 9000...9999

  /// Whether question 27 is answered with yes.
  var isKeptForInfection: Bool {
    answers(to: 27).contains { sheet.flag(1, of: $0) == true }
  }

  mutating func examineQuestions() {
    for answer in sheet.answers {
      guard let question = answer.question else {
        find(.knownQuestions, nil)
        continue
      }
      if Self.additional.contains(question) {
        note(.unknownQuestion, question)
      } else if !(0..<48).contains(question) || !Self.isKnown[question] {
        find(.knownQuestions, question)
      }
    }
    let isAsked = counts[27] > 0
    let isInfection = isAsked && isKeptForInfection
    for question in Self.questions {
      let count = counts[question.number]
      // Version 2 has five codes of question 1, and each may stand once.
      let maximum = question.number == 1 && set == .lisjp2 ? 5 : question.maximum
      let minimum = question.number == 6 || question.number == 32 ? 1 : 0
      if count > maximum || count < minimum { find(.numberOfAnswers, question.number) }
      guard question.isRequired, count == 0, !isInfection else { continue }
      if question.number == 40, set == .lisjp2 { continue }
      find(isAsked ? .requiredUnlessInfection : .requiredAnswers, question.number)
    }
  }
}
