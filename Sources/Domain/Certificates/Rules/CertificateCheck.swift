// SPDX-License-Identifier: Apache-2.0

/// Which rules hold for a certificate.
public enum CertificateRuleSet: Hashable, Sendable {
  /// FK 7804 in version 1.
  case lisjp1
  /// FK 7804 in version 2: measures are free text, prognoses count in months, and meetings over
  /// video have a code of their own.
  case lisjp2
  /// FK 7263: only type and reduction are demanded.
  case fk7263

  /// The rules for a type and a version; an unknown version is taken for the first.
  public init(_ type: CertificateKind, version: CertificateVersion) {
    switch type {
    case .fk7263: self = .fk7263
    case .lisjp: self = (version.major ?? 1) >= 2 ? .lisjp2 : .lisjp1
    }
  }
}

/// Examines the answers of a certificate. Each group of rules is an extension in a file of its
/// own; together they find every breach and not only the first.
public struct CertificateCheck {
  let sheet: AnswerSheet
  let set: CertificateRuleSet
  private(set) var findings: [CertificateFinding] = []
  private(set) var notes: [CertificateNote] = []
  /// Answers per question, for the questions of the form.
  let counts: [Int]

  /// What is found and noted in a sheet, by rule and place, each once.
  public static func examine(
    _ sheet: AnswerSheet, by set: CertificateRuleSet
  ) -> (findings: [CertificateFinding], notes: [CertificateNote]) {
    var check = CertificateCheck(sheet, set)
    if set == .fk7263 {
      check.examineOldReductions()
    } else {
      check.examineQuestions()
      for answer in sheet.answers { check.examineAnswer(answer) }
      check.examineOccupation()
      check.examinePeriods()
      check.examineMeasures()
    }
    if !check.findings.isEmpty {
      check.findings.sort { ($0.rule, $0.place) < ($1.rule, $1.place) }
    }
    return (check.findings, check.notes)
  }

  private init(_ sheet: AnswerSheet, _ set: CertificateRuleSet) {
    self.sheet = sheet
    self.set = set
    var counts = [Int](repeating: 0, count: 48)
    for answer in sheet.answers {
      if let question = answer.question, (0..<48).contains(question) { counts[question] += 1 }
    }
    self.counts = counts
  }

  mutating func find(_ rule: CertificateRule, _ question: Int?) {
    let place = question.map { "svar \($0)" } ?? "svar"
    let finding = CertificateFinding(rule, at: place)
    if !findings.contains(finding) { findings.append(finding) }
  }

  mutating func note(_ kind: CertificateNoteKind, _ question: Int) {
    let note = CertificateNote(kind, at: "svar \(question)")
    if !notes.contains(note) { notes.append(note) }
  }

  /// Every answer to a question, in order.
  func answers(to question: Int) -> some Sequence<AnswerSheet.Answer> {
    sheet.answers.lazy.filter { $0.question == question }
  }

  /// The one answer of which there should be one.
  func answer(to question: Int) -> AnswerSheet.Answer? {
    sheet.answers.first { $0.question == question }
  }

  private mutating func examineAnswer(_ answer: AnswerSheet.Answer) {
    examineParts(answer)
    guard let question = answer.question else { return }
    switch question {
    case 1: examineBasis(answer)
    case 28: examineOccupation(answer)
    case 6: examineDiagnoses(answer)
    case 32: examineReduction(answer)
    case 33: examineHours(answer)
    case 39: examinePrognosis(answer)
    case 40 where set == .lisjp1: examineMeasure(answer)
    case 26: examineContact(answer)
    default: break
    }
  }
}
