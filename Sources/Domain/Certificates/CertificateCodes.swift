// SPDX-License-Identifier: Apache-2.0

// The code tables of the certificates. A raw value is the code in the message and is never
// changed; what a code means for a person is its name.

/// The kinds of certificate that are followed up.
public enum CertificateKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// Läkarintyg för sjukpenning (FK 7804).
  case lisjp = "LISJP"
  /// Its predecessor until 2018, läkarintyg (FK 7263).
  case fk7263 = "FK7263"
}

/// What a certificate rests on (KV_FKMU_0001, question 1).
public enum CertificateBasisKind: String, Hashable, Codable, CaseIterable, Sendable {
  case examination = "UNDERSOKNING"
  /// Version 2 tells meetings in a room and over video apart.
  case physicalExamination = "FYSISKUNDERSOKNING"
  case digitalExamination = "DIGITALUNDERSOKNING"
  case telephone = "TELEFONKONTAKT"
  case records = "JOURNALUPPGIFTER"
  case other = "ANNAT"

  /// Whether the patient was examined.
  public var isExamination: Bool {
    switch self {
    case .examination, .physicalExamination, .digitalExamination: true
    case .telephone, .records, .other: false
    }
  }
}

/// What the person is on sick leave from (KV_FKMU_0002, question 28).
public enum OccupationKind: String, Hashable, Codable, CaseIterable, Sendable {
  case presentWork = "NUVARANDE_ARBETE"
  case jobSeeking = "ARBETSSOKANDE"
  case parentalLeave = "FORALDRALEDIG"
  case studies = "STUDIER"
}

/// How far the ability to work is reduced (KV_FKMU_0003, question 32; socialförsäkringsbalken
/// 27 kap. 45 §).
public enum Degree: Int, Hashable, Comparable, Codable, CaseIterable, Sendable {
  case quarter = 25
  case half = 50
  case threeQuarters = 75
  case full = 100

  /// The code in a certificate.
  public var code: String {
    switch self {
    case .quarter: "EN_FJARDEDEL"
    case .half: "HALFTEN"
    case .threeQuarters: "TRE_FJARDEDEL"
    case .full: "HELT_NEDSATT"
    }
  }

  /// The degree of a code, or nil when it is none.
  public init?(code: String) {
    switch code {
    case "EN_FJARDEDEL": self = .quarter
    case "HALFTEN": self = .half
    case "TRE_FJARDEDEL": self = .threeQuarters
    case "HELT_NEDSATT": self = .full
    default: return nil
    }
  }

  public static func < (a: Degree, b: Degree) -> Bool { a.rawValue < b.rawValue }
}

/// When the person is expected back (KV_FKMU_0006, question 39).
public enum PrognosisKind: String, Hashable, Codable, CaseIterable, Sendable {
  case likely = "STOR_SANNOLIKHET"
  case unlikely = "SANNOLIKT_INTE"
  case unclear = "PROGNOS_OKLAR"
  case afterDays = "ATER_X_ANTAL_DGR"
  /// Version 2 counts in months.
  case afterMonths = "ATER_X_ANTAL_MANADER"
}

/// After how many days (KV_FKMU_0007, question 39.3).
public enum PrognosisPeriod: String, Hashable, Codable, CaseIterable, Sendable {
  case thirty = "TRETTIO_DGR"
  case sixty = "SEXTIO_DGR"
  case ninety = "NITTIO_DGR"
  case hundredEighty = "HUNDRAATTIO_DAGAR"
  case year = "TREHUNDRASEXTIOFEM_DAGAR"

  /// The days that the code stands for.
  public var days: Int {
    switch self {
    case .thirty: 30
    case .sixty: 60
    case .ninety: 90
    case .hundredEighty: 180
    case .year: 365
    }
  }
}

/// What could help the person back to work (KV_FKMU_0004, question 40).
public enum ReturnMeasure: String, Hashable, Codable, CaseIterable, Sendable {
  case none = "EJ_AKTUELLT"
  case workTraining = "ARBETSTRANING"
  case workAdaptation = "ARBETSANPASSNING"
  case newWork = "SOKA_NYTT_ARBETE"
  case workplaceVisit = "BESOK_ARBETSPLATS"
  case ergonomics = "ERGONOMISK"
  case aids = "HJALPMEDEL"
  case conflictHandling = "KONFLIKTHANTERING"
  case occupationalHealth = "KONTAKT_FHV"
  case otherTasks = "OMFORDELNING"
  case other = "OVRIGA_ATGARDER"
}

/// How a certificate stands to another one.
public enum CertificateRelationKind: String, Hashable, Codable, CaseIterable, Sendable {
  /// A renewal: the sick leave goes on.
  case extends = "FRLANG"
  /// The answer to a supplement request.
  case supplements = "KOMPLT"
  /// Takes the place of the other.
  case replaces = "ERSATT"
  /// A copy of a draft, which means nothing for the case.
  case copies = "KOPIA"
}

/// The code systems of the answers. A system that is none of them is kept as it stands.
public enum CertificateCodeSystem: Hashable, Sendable {
  /// KV_FKMU_ and its number.
  case fkmu(Int)
  /// ICD-10-SE, `1.2.752.116.1.1.1.1.3`.
  case icd10
  /// KSH97-P, the diagnoses of primary care, `1.2.752.116.1.3.1.4.1`.
  case ksh97p
  case other(String)

  /// The text in a certificate.
  public var text: String {
    switch self {
    case .fkmu(let number): "KV_FKMU_\(padded(number, 4))"
    case .icd10: CertificateCodeSystem.icd10Text
    case .ksh97p: CertificateCodeSystem.ksh97pText
    case .other(let text): text
    }
  }

  private static let icd10Text = "1.2.752.116.1.1.1.1.3"
  private static let ksh97pText = "1.2.752.116.1.3.1.4.1"

  /// Recognises the text. A longer text that holds one of the two diagnosis systems is taken
  /// for it, as the published rule does, where moreover any mark may stand for a full stop.
  public init(_ text: String) {
    switch text {
    case CertificateCodeSystem.icd10Text: self = .icd10
    case CertificateCodeSystem.ksh97pText: self = .ksh97p
    case "KV_FKMU_0001": self = .fkmu(1)
    case "KV_FKMU_0002": self = .fkmu(2)
    case "KV_FKMU_0003": self = .fkmu(3)
    case "KV_FKMU_0004": self = .fkmu(4)
    case "KV_FKMU_0006": self = .fkmu(6)
    case "KV_FKMU_0007": self = .fkmu(7)
    default: self = .other(text)
    }
  }

  /// What the published rule takes the system of a diagnosis for; nil for none.
  public var diagnosisSystem: DiagnosisSystem? {
    switch self {
    case .icd10: .icd10
    case .ksh97p: .ksh97p
    case .fkmu: nil
    case .other(let text):
      if CertificateCodeSystem.holds(text, CertificateCodeSystem.icd10Text) {
        .icd10
      } else if CertificateCodeSystem.holds(text, CertificateCodeSystem.ksh97pText) {
        .ksh97p
      } else {
        nil
      }
    }
  }

  /// Whether the text holds the pattern, in which a full stop matches any one byte.
  private static func holds(_ text: String, _ pattern: String) -> Bool {
    let text = Array(text.utf8)
    let pattern = Array(pattern.utf8)
    guard text.count >= pattern.count else { return false }
    return (0...(text.count - pattern.count)).contains { start in
      pattern.indices.allSatisfy {
        pattern[$0] == UInt8(ascii: ".") || pattern[$0] == text[start + $0]
      }
    }
  }
}

/// The two lists that a diagnosis may come from.
public enum DiagnosisSystem: String, Hashable, Codable, CaseIterable, Sendable {
  case icd10 = "ICD-10-SE"
  case ksh97p = "KSH97-P"
}
