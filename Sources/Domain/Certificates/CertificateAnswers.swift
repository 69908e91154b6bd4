// SPDX-License-Identifier: Apache-2.0

/// The answers of a certificate. Numbers are those of the questions in FK 7804.
public struct CertificateAnswers: Hashable, Sendable {
  /// 27: kept from work by the law on communicable diseases.
  public var keptForInfection: Bool?
  /// 1: what the certificate rests on.
  public var bases: [CertificateBasis] = []
  /// 28: what the person is on sick leave from.
  public var occupations: [OccupationKind] = []
  /// 29: the present work.
  public var work: String?
  /// 6: at most three, the main one first.
  public var diagnoses: [CertificateDiagnosis] = []
  /// 35: disability.
  public var function: AssessedText?
  /// 17: restriction of activity.
  public var activity: AssessedText?
  /// 19 and 20.
  public var ongoingTreatment: String?
  public var plannedTreatment: String?
  /// 32: in the order of the certificate. One whose end lies before its start is not among them.
  public var periods: [SickLeavePeriod] = []
  /// 37: why longer than the decision support recommends.
  public var exceedsSupport: String?
  /// 33: other working hours are medically motivated, and why.
  public var otherHours: Bool?
  public var otherHoursReason: String?
  /// 34: other ways to travel would let the person work.
  public var travel: Bool?
  /// 39.
  public var prognosis: Prognosis?
  /// 40 and 44.
  public var measures: [ReturnMeasure] = []
  public var measuresText: String?
  /// 25.
  public var other: OtherInformation?
  /// 26: contact with Försäkringskassan is wanted, and why.
  public var contactWanted: Bool?
  public var contactReason: String?
  /// 9000–9999, and in FK 7263 10001 and up.
  public var additional: [AdditionalAnswer] = []
  /// How often each question was answered, in the order they came first.
  public var questions: [QuestionCount] = []

  /// No answers.
  public init() {}
}

/// One row of what a certificate rests on.
public struct CertificateBasis: Hashable, Sendable {
  public let kind: CertificateBasisKind
  /// When; nil when it was told as no date.
  public let day: Day?
  /// What other basis.
  public let text: String?

  /// A row as a value.
  public init(kind: CertificateBasisKind, day: Day?, text: String? = nil) {
    self.kind = kind
    self.day = day
    self.text = text
  }
}

/// A diagnosis as the doctor wrote it.
public struct CertificateDiagnosis: Hashable, Sendable {
  /// As it stands, such as `s47` or `A00-`.
  public let code: String
  /// Nil for an unknown list.
  public let system: DiagnosisSystem?
  /// The doctor's words.
  public let text: String?

  /// A diagnosis as a value.
  public init(code: String, system: DiagnosisSystem?, text: String?) {
    self.code = code
    self.system = system
    self.text = text
  }

  /// Letters and digits only, in upper case: `M54.5` is `M545`, `A00-` is `A00`.
  public var washed: String {
    let kept = code.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
      default: nil
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

/// A text that may begin with the titles of ICF categories that the doctor ticked.
public struct AssessedText: Hashable, Sendable {
  /// Titles from the lead-in, in order.
  public let titles: [String]
  /// Codes, where the message has any (version 2).
  public let codes: [String]
  /// What the doctor wrote.
  public let text: String

  /// A text as a value.
  public init(titles: [String] = [], codes: [String] = [], text: String) {
    self.titles = titles
    self.codes = codes
    self.text = text
  }
}

/// What the person is expected to do.
public struct Prognosis: Hashable, Sendable {
  public let kind: PrognosisKind
  /// For `afterDays`.
  public let days: Int?
  /// For `afterMonths`.
  public let months: Int?

  /// A prognosis as a value.
  public init(kind: PrognosisKind, days: Int? = nil, months: Int? = nil) {
    self.kind = kind
    self.days = days
    self.months = months
  }
}

/// The text of question 25, in which two explanations may be hidden.
public struct OtherInformation: Hashable, Sendable {
  /// Why the certificate does not rest on an examination.
  public let noExamination: String?
  /// Why the first period begins more than seven days back.
  public let backDated: String?
  /// What else the doctor wrote; empty for nothing.
  public let text: String

  /// A text in its parts.
  public init(noExamination: String? = nil, backDated: String? = nil, text: String) {
    self.noExamination = noExamination
    self.backDated = backDated
    self.text = text
  }
}

/// The answer to a question that is bound to a version of the texts.
public struct AdditionalAnswer: Hashable, Sendable {
  /// 9000–9999, in FK 7263 10001 and up.
  public let question: Int
  public let text: String

  /// An answer as a value.
  public init(question: Int, text: String) {
    self.question = question
    self.text = text
  }
}

/// A question and how often it was answered.
public struct QuestionCount: Hashable, Sendable {
  public let question: Int
  public var count: Int

  /// A count as a value.
  public init(question: Int, count: Int) {
    self.question = question
    self.count = count
  }
}
