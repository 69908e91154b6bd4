// SPDX-License-Identifier: Apache-2.0

/// Something a party has to do. The raw value is stored in lists and in notices.
public enum TaskCode: String, Codable, Sendable, CaseIterable {
  // Försäkringskassan
  case requestAgain
  case recordInformed
  case placeOrder
  case resendOrder
  case answerQuestion
  case decideDeviation
  case decideExtension
  case stateExtensionDay
  case decideDeferral
  case recordArrival
  case reviewStatement
  case recordSupplementArrival
  case considerOpposition
  // The region
  case answerRequest
  case choosePerformer
  case findAnotherPerformer
  case forwardDelay
  // The performer
  case answerInquiry
  case acceptOrder
  case reviewDocuments
  case appointDoctor
  case bookVisit
  case bookExtension
  case sendSummons
  case answerMoveRequest
  case reportVisit
  case cancelVisit
  case sendStatement
  case answerSupplement
  case releaseStatement

  /// The action that does the task.
  public var action: ActionKind {
    switch self {
    case .requestAgain: .requestPerformer
    case .recordInformed: .recordInformed
    case .placeOrder, .resendOrder: .placeOrder
    case .answerQuestion: .answerOrderSupplement
    case .decideDeviation: .decideRemainingVisits
    case .decideExtension: .decideExtension
    case .stateExtensionDay: .stateExtensionDay
    case .decideDeferral: .decideDeferral
    case .recordArrival: .recordStatementArrival
    case .reviewStatement, .considerOpposition: .endAssessment
    case .recordSupplementArrival: .recordSupplementArrival
    case .answerRequest, .choosePerformer, .findAnotherPerformer: .allocate
    case .forwardDelay: .notifyDelay
    case .answerInquiry: .answerInquiry
    case .acceptOrder: .acceptOrder
    case .reviewDocuments: .confirmComplete
    case .appointDoctor: .appointDoctor
    case .bookVisit, .bookExtension: .bookVisit
    case .sendSummons: .recordSummons
    case .answerMoveRequest: .moveVisit
    case .reportVisit: .reportVisit
    case .cancelVisit: .cancelVisit
    case .sendStatement: .sendStatement
    case .answerSupplement: .sendStatementSupplement
    case .releaseStatement: .releaseStatement
    }
  }
}

/// What a due day rests on. Law is never mixed with a target.
public enum DueBasis: String, Codable, Sendable, CaseIterable {
  /// A rule of law or förordning.
  case law
  /// A target of an agreement or a region.
  case target
  /// A day that a party has stated.
  case stated
}

/// One open task of a party in a case.
public struct CaseTask: Hashable, Sendable {
  public let code: TaskCode
  /// The visit, question or other numbered thing it concerns.
  public let subject: Int?
  public let dueDay: Day?
  /// Nil exactly when there is no due day.
  public let basis: DueBasis?

  public init(_ code: TaskCode, subject: Int? = nil, due: Day? = nil, basis: DueBasis? = nil) {
    self.code = code
    self.subject = subject
    self.dueDay = due
    self.basis = due == nil ? nil : basis
  }
}
