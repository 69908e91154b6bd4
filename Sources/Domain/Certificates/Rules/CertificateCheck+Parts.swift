// SPDX-License-Identifier: Apache-2.0

// L5, L6, L12, L19 and L20: how an answer is put together.

extension CertificateCheck {
  /// What stands in a part.
  enum PartKind {
    case text, flag, code, date, period
  }

  /// The parts of a question: number, kind, and whether it must be there.
  struct PartRow {
    let number: Int
    let kind: PartKind
    var isRequired = true
  }

  private static let text = [PartRow(number: 1, kind: .text)]
  private static let flag = [PartRow(number: 1, kind: .flag)]
  private static let code = [PartRow(number: 1, kind: .code)]
  private static let flagAndReason =
    flag + [PartRow(number: 2, kind: .text, isRequired: false)]

  private static let parts: [[PartRow]?] = {
    var table = [[PartRow]?](repeating: nil, count: 48)
    for number in [17, 19, 20, 25, 29, 35, 37, 44] { table[number] = text }
    for number in [27, 34] { table[number] = flag }
    for number in [28, 40] { table[number] = code }
    for number in [26, 33] { table[number] = flagAndReason }
    table[1] =
      code + [
        PartRow(number: 2, kind: .date), PartRow(number: 3, kind: .text, isRequired: false),
      ]
    table[6] = [
      PartRow(number: 1, kind: .text), PartRow(number: 2, kind: .code),
      PartRow(number: 3, kind: .text, isRequired: false),
      PartRow(number: 4, kind: .code, isRequired: false),
      PartRow(number: 5, kind: .text, isRequired: false),
      PartRow(number: 6, kind: .code, isRequired: false),
    ]
    table[32] = code + [PartRow(number: 2, kind: .period)]
    table[39] = code + [PartRow(number: 3, kind: .code, isRequired: false)]
    return table
  }()

  /// The parts of a question; nil for one that is not known. Version 2 may tell the months of a
  /// prognosis, and tells what could help the person in words.
  private func rows(of question: Int) -> [PartRow]? {
    guard (0..<48).contains(question) else { return nil }
    return set == .lisjp2 && [17, 35, 39, 40].contains(question) ? nil : Self.parts[question]
  }

  mutating func examineParts(_ answer: AnswerSheet.Answer) {
    guard let question = answer.question else { return }
    examineInstance(answer, question)
    if Self.additional.contains(question) { return examineAdditional(answer, question) }
    guard let rows = rows(of: question) else { return }
    for row in rows {
      var count = 0
      for place in answer.parts where sheet.parts[place].number == row.number {
        count += sheet.parts[place].question == question ? 1 : 0
      }
      if count > 1 || (row.isRequired && count == 0) { find(.partsOfAnswers, question) }
    }
    for place in answer.parts {
      let part = sheet.parts[place]
      guard part.question == question, let row = rows.first(where: { $0.number == part.number })
      else {
        find(.partsOfAnswers, question)
        continue
      }
      examine(part.value, as: row.kind, question)
    }
  }

  /// L5. The published rule of version 2 demands it of 1 and 28 only.
  private mutating func examineInstance(_ answer: AnswerSheet.Answer, _ question: Int) {
    let isNumbered =
      switch question {
      case 1, 28: true
      case 32, 40: set == .lisjp1
      default: false
      }
    if isNumbered, answer.instances != 1 { return find(.instances, question) }
    if answer.instances > 0, (answer.instance ?? 0) < 1 { find(.instances, question) }
  }

  /// L12 and L20.
  private mutating func examine(
    _ value: AnswerSheet.Value, as kind: PartKind, _ question: Int
  ) {
    switch (kind, value) {
    case (.text, .text(let text)):
      if text.trimmedOfXMLSpace.isEmpty { find(.texts, question) }
    case (.text, _): find(.texts, question)
    case (.flag, .text(let text)):
      if AnswerSheet.flag(text) == nil { find(.codedValues, question) }
    case (.flag, _): find(.codedValues, question)
    case (.code, .code(let coded)):
      if !coded.isWhole { find(.codedValues, question) }
    case (.code, _): find(.codedValues, question)
    // The rules of questions 1 and 32 look at what days they have.
    case (.date, _), (.period, _): break
    }
  }

  /// L19, and L12 for the text. The published rule on the number of the part is empty: it only
  /// demands that there is exactly one part.
  private mutating func examineAdditional(_ answer: AnswerSheet.Answer, _ question: Int) {
    for place in answer.parts { examine(sheet.parts[place].value, as: .text, question) }
    guard question > Self.additional.lowerBound else { return }
    var count = 0
    for other in sheet.answers where other.question == question { count += 1 }
    if count > 1 || answer.parts.count != 1 { find(.additionalQuestions, question) }
  }
}
