// SPDX-License-Identifier: Apache-2.0

/// A code system: its OID or UUID, and its name for people.
public struct CodeSystem: Hashable, Sendable {
  /// OID or UUID, as it stands in `codeSystem`.
  public let id: String
  /// As it stands in `codeSystemName`; nil when the contract gives none.
  public let name: String?
}

/// A value that the contract knows by a code. The raw value is the code; which codes a message
/// accepts may be fewer than those that exist.
public protocol CodedValue: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// The system that the code belongs to.
  static var codeSystem: CodeSystem { get }
  /// The code in words, in Swedish as in the code system.
  var displayName: String { get }
}

/// Kinds of certificate that can be ordered.
public enum CertificateType: String, CodedValue {
  case afu = "AFU"
  /// An AFU with further examinations.
  case afuExtended = "AFU_UTVIDGAD"
  /// Certificate to the employer: known, but no insurance-medicine assessment.
  case employerCertificate = "LIAG"

  /// The kinds that are assessments.
  static let assessments: [CertificateType] = [.afu, .afuExtended]

  public static let codeSystem = CodeSystem(
    id: "b64ea353-e8f6-4832-b563-fc7d46f29548", name: "KV intygstyp")
  public var displayName: String {
    switch self {
    case .afu: "Aktivitetsförmågeutredning"
    case .afuExtended: "Aktivitetsförmågeutredning, utvidgad"
    case .employerCertificate: "Läkarintyg till arbetsgivaren"
    }
  }
}

/// Authorities and others that may order certificates. Assessments are ordered by
/// Försäkringskassan only (lag 2018:744 1 §).
public enum Authority: String, CodedValue {
  case employmentService = "AF"
  case insuranceAgency = "FKASSA"
  case healthCare = "HSVARD"
  case citizen = "INVANA"
  case transportAgency = "TRANSP"
  case boardOfHealth = "SOS"
  /// The code list does not say who is meant.
  case sk = "SK"

  public static let codeSystem = CodeSystem(
    id: "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80", name: "KV myndighet")
  public var displayName: String {
    switch self {
    case .employmentService: "Arbetsförmedlingen"
    case .insuranceAgency: "Försäkringskassan"
    case .healthCare: "Hälso- och sjukvården"
    case .citizen: "Invånaren"
    case .transportAgency: "Transportstyrelsen"
    case .boardOfHealth: "Socialstyrelsen"
    case .sk: "SK"
    }
  }
}

/// Care's answer to a request or an order.
public enum ResponseCode: String, CodedValue {
  case accepted = "ACCEPTERAT"
  case declined = "AVVISAT"

  public static let codeSystem = CodeSystem(
    id: "d9d51e92-e2c0-49d8-bbec-3fd7e1b60c85", name: "KV svar beställning")
  public var displayName: String {
    switch self {
    case .accepted: "Accepterat"
    case .declined: "Avvisat"
    }
  }
}

/// Who caused a deviation. The contract knows only two.
public enum CausedBy: String, CodedValue {
  case care = "VARDEN"
  case patient = "PATIENT"

  public static let codeSystem = CodeSystem(
    id: "be9c99a7-25ff-432b-9ba4-3a74bc45e2be", name: "KV orsakat av")
  public var displayName: String {
    switch self {
    case .care: "Vården"
    case .patient: "Patienten"
    }
  }
}

/// Whether an interpreter is booked, and took part.
public enum InterpreterStatus: String, CodedValue {
  case booked = "BOKAT"
  case notBooked = "EJ_BOKAT"
  case tookPart = "DELTAGIT"
  case didNotTakePart = "EJ_DELTAGIT"

  public static let codeSystem = CodeSystem(
    id: "c074d6f5-fc15-4c10-bdd5-115e29888ff5", name: "KV tolkstatus")
  public var displayName: String {
    switch self {
    case .booked: "Bokat"
    case .notBooked: "Ej bokat"
    case .tookPart: "Deltagit"
    case .didNotTakePart: "Ej deltagit"
    }
  }
}

/// The profession that a visit is with.
public enum ParticipatingProfession: String, CodedValue {
  case occupationalTherapist = "AT"
  case physiotherapist = "FT"
  case doctor = "LK"
  case psychologist = "PS"
  /// The older title beside physiotherapist.
  case physicalTherapist = "SG"

  public static let codeSystem = CodeSystem(id: "1.2.752.129.2.2.1.4", name: nil)
  public var displayName: String {
    switch self {
    case .occupationalTherapist: "Arbetsterapeut"
    case .physiotherapist: "Fysioterapeut"
    case .doctor: "Läkare"
    case .psychologist: "Psykolog"
    case .physicalTherapist: "Sjukgymnast"
    }
  }
}

/// How the summons was given.
public enum InvitationChannel: String, CodedValue {
  case telephone = "185317003"
  case letter = "308720009"

  public static let codeSystem = VisitStatus.codeSystem
  public var displayName: String {
    switch self {
    case .telephone: "Telefon"
    case .letter: "Brev"
    }
  }
}

/// Where a visit stands.
public enum VisitStatus: String, CodedValue {
  case booked = "53631000052103"
  case cancelled = "53641000052109"
  case ended = "53671000052101"

  public static let codeSystem = CodeSystem(id: "1.2.752.116.2.1.1", name: "SNOMED CT")
  public var displayName: String {
    switch self {
    case .booked: "Tidbokad"
    case .cancelled: "Inställd"
    case .ended: "Avslutad vårdkontakt"
    }
  }
}

/// Why Försäkringskassan ends an assessment.
public enum EndingCondition: String, CodedValue {
  case conflictOfInterest = "JAV"
  case noOrder = "INGEN_BESTALLNING"
  case aborted = "UTREDNING_AVBRUTEN"

  public static let codeSystem = CodeSystem(
    id: "c9017f72-4231-40b7-8999-a3a3c09a6780", name: "KV avslutsvillkor")
  public var displayName: String {
    switch self {
    case .conflictOfInterest: "Jäv"
    case .noOrder: "Ingen beställning"
    case .aborted: "Utredning avbruten"
    }
  }
}

/// The form that an order is made on. Only one is known, and it is Arbetsförmedlingen's.
public enum OrderFormType: String, CodedValue {
  case medicalStatement = "F1.0_AF00213"

  public static let codeSystem = CodeSystem(
    id: "fe11ea2d-9c5f-4786-b98f-bd5e6c93ea72", name: "KV formulär")
  public var displayName: String {
    switch self {
    case .medicalStatement: "Medicinskt utlåtande (AF00213)"
    }
  }
}
