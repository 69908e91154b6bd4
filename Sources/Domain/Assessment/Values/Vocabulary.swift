// SPDX-License-Identifier: Apache-2.0

/// The kind of investigation. Only one is ordered today; the contract's two codes (AFU and
/// AFU_UTVIDGAD) are the same kind before and after an approved extension.
public enum AssessmentKind: String, Codable, Sendable, CaseIterable {
  /// Aktivitetsförmågeutredning.
  case afu = "AFU"
}

/// A profession that may take part in an assessment (förordning 2018:1633 5 §).
public enum Profession: String, Codable, Sendable, CaseIterable, Comparable {
  case doctor = "lakare"
  case psychologist = "psykolog"
  case physiotherapist = "fysioterapeut"
  case occupationalTherapist = "arbetsterapeut"

  /// The professions that need an approved extension before they may be booked
  /// (förordning 2018:1633 5 § third paragraph).
  public static let supplementary: [Profession] = [
    .psychologist, .physiotherapist, .occupationalTherapist,
  ]

  public static func < (left: Profession, right: Profession) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// The four parts that the underlag must hold (förordning 2018:1633 6 §).
public enum DocumentKind: String, Codable, Sendable, CaseIterable {
  case medical = "medicinska-handlingar"
  case selfRating = "sjalvskattning"
  case fromInsured = "forsakrades-handlingar"
  case other = "andra-handlingar"
}

/// How a summons or a piece of information reached the insured.
public enum Channel: String, Codable, Sendable, CaseIterable {
  case letter = "brev"
  case telephone = "telefon"
  case electronic = "elektroniskt"
  case meeting = "mote"
}

/// How the region chose the performer (requirement A2).
public enum AllocationMethod: String, Codable, Sendable, CaseIterable {
  /// Straight to one performer.
  case direct = "direkt"
  /// After an inquiry that the performer accepted.
  case inquiry = "forfragan"
  /// The next performer in the region's order.
  case rotation = "rotation"
  /// A draw that every party can replay.
  case draw = "lottning"
}

/// Why an insured person was not examined at a booked visit (FKFS 2019:1 4 §). Recorded
/// neutrally: Samsyn never decides what follows from it.
public enum NoShowCause: String, Codable, Sendable, CaseIterable {
  case absent
  case tooLate
  case unableOrUnwilling
}

/// Who or what caused a visit to be cancelled.
public enum CancellationCause: String, Codable, Sendable, CaseIterable {
  case insured
  case performer
  case interpreter
  /// Försäkringskassan decided after a deviation that the visit is not to take place.
  case agencyDecision
}

/// Who or what caused a deviation. The contract knows only care and patient.
public enum DeviationCause: String, Codable, Sendable, CaseIterable {
  case care
  case insured
  case agency
  case interpreter
}

/// Why a performer sends an order back.
public enum ReturnCause: String, Codable, Sendable, CaseIterable {
  /// Something is wrong in the order: Försäkringskassan sends it again.
  case incomplete
  /// The performer cannot carry it out: the region chooses another.
  case cannotPerform
}

/// Why an inquiry was closed without this performer being chosen.
public enum InquiryClosing: String, Codable, Sendable, CaseIterable {
  case withdrawn
  case otherChosen
  case requestEnded
}

/// Why Försäkringskassan ends a case.
public enum EndReason: String, Codable, Sendable, CaseIterable {
  /// The statement has arrived and nothing more is asked for.
  case completed
  /// No order will be made.
  case noOrder
  /// Conflict of interest (jäv).
  case conflictOfInterest
  /// The assessment is broken off.
  case aborted
}
