// SPDX-License-Identifier: Apache-2.0

/// Where a case stands, as one party sees it. The raw value is stored in lists and sent, so a
/// name is never used for something else.
public enum Status: String, Codable, Sendable, CaseIterable {
  // Finding a performer
  case requested
  case inquiring
  case answersToChoose
  case noPerformerFound
  case reallocation
  case requestDeclined
  // A performer's own inquiry
  case inquiryReceived
  case inquiryAnswered
  case inquiryClosed
  /// The performer no longer has the assignment.
  case assignmentLost
  // Ordering
  case awaitingOrder
  case orderReceived
  case orderReturned
  case awaitingDocuments
  case questionToAgency
  // Examining
  case visitToBook
  case visitBooked
  case visitToReport
  case visitToCancel
  case deviationToDecide
  case extensionToDecide
  case extensionToBook
  case deferralToDecide
  case statementToWrite
  /// The statement stays at the performer, because the insured opposes that it is handed over.
  case statementOpposed
  // The statement
  case statementSent
  case statementArrived
  case supplementToWrite
  case supplementSent
  case ended

  /// The part of the process, for grouping and filters.
  public var phase: Phase {
    switch self {
    case .requested, .inquiring, .answersToChoose, .noPerformerFound, .reallocation,
      .requestDeclined, .inquiryReceived, .inquiryAnswered:
      .request
    case .awaitingOrder, .orderReceived, .orderReturned, .awaitingDocuments,
      .questionToAgency:
      .order
    case .visitToBook, .visitBooked, .visitToReport, .visitToCancel, .deviationToDecide,
      .extensionToDecide, .extensionToBook, .deferralToDecide, .statementToWrite,
      .statementOpposed:
      .assessment
    case .statementSent, .statementArrived, .supplementToWrite, .supplementSent:
      .statement
    case .inquiryClosed, .assignmentLost, .ended:
      .ended
    }
  }

  /// Whose turn it is; nil when the case asks nothing more of anybody.
  public var nextActor: PartyRole? {
    switch self {
    case .requested, .answersToChoose, .noPerformerFound, .reallocation, .inquiryAnswered:
      .region
    case .requestDeclined, .awaitingOrder, .orderReturned, .questionToAgency,
      .deviationToDecide, .extensionToDecide, .deferralToDecide, .statementSent,
      .statementArrived, .supplementSent, .statementOpposed:
      .fk
    case .inquiring, .inquiryReceived, .orderReceived, .awaitingDocuments, .visitToBook,
      .visitBooked, .visitToReport, .visitToCancel, .extensionToBook, .statementToWrite,
      .supplementToWrite:
      .performer
    case .inquiryClosed, .assignmentLost, .ended:
      nil
    }
  }
}

/// The five parts of the process.
public enum Phase: String, Codable, Sendable, CaseIterable {
  case request, order, assessment, statement, ended
}
