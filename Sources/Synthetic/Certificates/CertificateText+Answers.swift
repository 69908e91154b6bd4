// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateText.Answer {
  /// A text in the question's first part.
  public static func text(_ question: Int, _ text: String) -> Self {
    Self("\(question)", [.init("\(question).1", .text(text))])
  }

  /// Yes or no, and the reason in the second part.
  public static func flag(_ question: Int, _ isTrue: Bool, _ reason: String? = nil) -> Self {
    var parts: [CertificateText.Part] = [.init("\(question).1", .text("\(isTrue)"))]
    if let reason { parts.append(.init("\(question).2", .text(reason))) }
    return Self("\(question)", parts)
  }

  /// A code in the question's first part.
  public static func code(_ question: Int, _ code: String, instance: Int? = nil) -> Self {
    let tables = [1: 1, 28: 2, 32: 3, 40: 4, 39: 6]
    let system = CertificateCodeSystem.fkmu(tables[question] ?? 0).text
    return Self(
      "\(question)", instance: instance.map { "\($0)" },
      [.init("\(question).1", .code(system: system, code))])
  }

  /// Question 1.
  public static func basis(
    _ code: String, _ day: String, instance: Int = 1, other: String? = nil
  ) -> Self {
    var answer = Self.code(1, code, instance: instance)
    answer.parts.append(.init("1.2", .text(day)))
    if let other { answer.parts.append(.init("1.3", .text(other))) }
    return answer
  }

  /// Question 32.
  public static func reduction(
    _ degree: Degree, _ first: String, _ last: String, instance: Int = 1
  ) -> Self {
    var answer = Self.code(32, degree.code, instance: instance)
    answer.parts.append(.init("32.2", .period(first: first, last: last)))
    return answer
  }

  /// Question 6, the main diagnosis first.
  public static func diagnoses(
    _ diagnoses: [(code: String, text: String)], system: DiagnosisSystem = .icd10
  ) -> Self {
    let list: CertificateCodeSystem = system == .icd10 ? .icd10 : .ksh97p
    var parts: [CertificateText.Part] = []
    for (place, diagnosis) in diagnoses.enumerated() {
      parts.append(.init("6.\(place * 2 + 1)", .text(diagnosis.text)))
      parts.append(.init("6.\(place * 2 + 2)", .code(system: list.text, diagnosis.code)))
    }
    return Self("6", parts)
  }

  /// Question 39.
  public static func prognosis(_ kind: PrognosisKind, _ period: PrognosisPeriod? = nil) -> Self {
    var answer = Self.code(39, kind.rawValue)
    if let period {
      let system = CertificateCodeSystem.fkmu(7).text
      answer.parts.append(.init("39.3", .code(system: system, period.rawValue)))
    }
    return answer
  }
}

extension CertificateText {
  /// A signature where it stood before it had an element of its own.
  static let oldSignature =
    "<s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"></s:Signature>"

  /// A small certificate that follows every rule: one examination, one diagnosis, one period of
  /// full reduction.
  public static var plain: CertificateText {
    var certificate = CertificateText()
    certificate.answers = [
      .basis("UNDERSOKNING", "2024-03-04"),
      .code(28, "NUVARANDE_ARBETE", instance: 1), .text(29, "Snickare"),
      .diagnoses([("M545", "Ländryggssmärta")]),
      .text(35, "Nedsatt rörlighet i ryggen."), .text(17, "Kan inte lyfta."),
      .text(19, "Fysioterapi."),
      .reduction(.full, "2024-03-04", "2024-03-17"),
      .prognosis(.likely), .code(40, "EJ_AKTUELLT", instance: 1),
    ]
    return certificate
  }
}
