// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange

/// What a contract message asks for, in the domain's terms.
enum MessageCommand {
  /// A new case.
  case request(PerformerRequested)
  /// A command in a case; some depend on how the case stands.
  case command(CaseNumber, @Sendable (Assessment) throws(Refusal) -> Command)

  /// Translates a message. Nothing is added that the message does not say.
  ///
  /// - Throws: a refusal where an identifier in it is none of ours.
  init(_ message: FKMessage) throws(Refusal) {
    switch message {
    case .requestPerformerForAssessment(let message): self = .request(PerformerRequested(message))
    case .orderAssessment(let message): self = try Self.order(message)
    case .updateOrder(let message): self = try Self.update(message)
    case .reportCertificateReceival(let message):
      let arrived = StatementArrived(
        day: message.receivedDate,
        lastSupplementRequestDay: message.lastDateForSupplementRequest)
      self = .command(try Self.id(message.assessmentId)) { _ in .recordStatementArrival(arrived) }
    case .requestSupplement(let message):
      // The question itself comes another way: the contract has no field for it.
      self = .command(try Self.id(message.assessmentId)) { _ in
        .requestStatementSupplement(
          question: nil, answerBy: message.lastDateForSupplementReceival)
      }
    case .reportSupplementReceival(let message): self = try Self.supplementArrival(message)
    case .reportDeviation(let message): self = try Self.deviation(message)
    case .endAssessment(let message):
      self = .command(try Self.id(message.assessmentId)) { state in
        .endAssessment(
          AssessmentEnded(reason: EndReason(message.endingCondition, in: state)))
      }
    }
  }

  /// The case a message names. Only the number counts: its form is Samsyn's own.
  private static func id(
    _ identifier: II, field: String = "assessmentId.extension"
  ) throws(Refusal) -> CaseNumber {
    guard let id = try? CaseNumber(identifier.extension) else {
      throw Refusal(.notFound, field: field)
    }
    return id
  }

  private static func order(_ message: OrderAssessment) throws(Refusal) -> MessageCommand {
    guard let assessmentId = message.assessmentId else {
      throw Refusal(.missing, field: "assessmentId")
    }
    return .command(try id(assessmentId)) { state in .placeOrder(OrderPlaced(message, state)) }
  }

  private static func update(_ message: UpdateOrder) throws(Refusal) -> MessageCommand {
    .command(try id(message.assessmentId)) { state in
      let known = state.order?.placed.interpreter
      return .updateOrder(
        OrderUpdated(
          interpreter: message.interpreter(known),
          officer: message.updatedAuthorityAdministrativeOfficial.map(CaseOfficer.init),
          documentsByPost: message.documentsByPost, comment: message.comment),
        lastDay: message.lastDateForCertificateReceival)
    }
  }

  private static func supplementArrival(
    _ message: ReportSupplementReceival
  ) throws(Refusal) -> MessageCommand {
    let id = try id(message.assessmentId)
    var number: Int?
    if let identifier = message.supplementRequestId {
      guard let item = ItemNumber(identifier.extension), item.kind == .supplement, item.id == id
      else { throw Refusal(.noSupplement, field: "supplementRequestId.extension") }
      number = item.number
    }
    let asked = number
    return .command(id) { _ in
      .recordSupplementArrival(
        number: asked, day: message.receivedDate,
        lastSupplementRequestDay: message.lastDateForSupplementRequest)
    }
  }

  private static func deviation(_ message: ReportDeviation) throws(Refusal) -> MessageCommand {
    guard let visit = ItemNumber(message.assessmentCareContactId.extension),
      visit.kind == .visit
    else { throw Refusal(.noVisit, field: "assessmentCareContactId.extension") }
    return .command(visit.id) { _ in
      .reportDeviation(
        DeviationReport(
          visit: visit.number, cause: message.causedBy == .care ? .care : .insured,
          time: message.deviationTime, missed: message.citizenFailedToArrive ?? false,
          description: message.description))
    }
  }
}

extension PerformerRequested {
  init(_ message: RequestPerformerForAssessment) {
    self.init(
      assess: nil, region: message.coordinatingCountyCouncilId,
      answerBy: message.lastResponseDate,
      need: AllocationNeed(
        town: message.citizen.postalCity,
        interpreter: Interpreter(
          needed: message.isInterpreterNeeded, language: message.interpreterLanguage?.language),
        specialNeeds: message.citizen.specialNeeds,
        earlierPerformers: message.citizen.earlierAssessmentPerformer),
      officer: CaseOfficer(message.authorityAdministrativeOfficial), comment: message.comment)
  }
}

extension OrderPlaced {
  init(_ message: OrderAssessment, _ state: Assessment) {
    let citizen = message.citizen
    self.init(
      performer: message.careUnitId,
      identity: InsuredIdentity(
        number: citizen.personalIdentity, firstName: citizen.firstName,
        lastName: [citizen.middleName, citizen.lastName].compactMap { $0 }
          .joined(separator: " "),
        protected: state.request?.protected ?? false),
      purpose: message.purpose, background: citizen.situationBackground,
      plannedActions: message.plannedActions, extensionAllowed: nil,
      interpreter: Interpreter(
        needed: message.isInterpreterNeeded, language: message.interpreterLanguage?.language),
      specialNeeds: citizen.specialNeeds,
      officer: CaseOfficer(message.authorityAdministrativeOfficial),
      documents: DocumentList([]), documentsByPost: message.documentsByPost,
      lastDay: message.lastDateForCertificateReceival, comment: message.comment,
      agencyNumber: message.caseReference)
  }
}

extension UpdateOrder {
  /// The interpreter after the update; nil where the message says nothing of it. A need that is
  /// taken away takes the language with it.
  func interpreter(_ known: Interpreter?) -> Interpreter? {
    switch (needForInterpreter, interpreterLanguage?.language) {
    case (nil, nil): nil
    case (false?, _): Interpreter.none
    case (true?, let language): Interpreter(needed: true, language: language ?? known?.language)
    case (nil, let language?): Interpreter(needed: true, language: language)
    }
  }
}

extension CaseOfficer {
  init(_ official: AdministrativeOfficial) {
    self.init(
      name: official.fullName, phone: official.phoneNumber, email: official.email,
      office: official.officeName)
  }
}

extension CV {
  /// The language in words where the message has them, else the code as it came.
  var language: String { displayName ?? code }
}

extension EndReason {
  /// The reason that a message gives. Without one it is what the state of the case means.
  init(_ condition: EndingCondition?, in state: Assessment) {
    switch condition {
    case .conflictOfInterest: self = .conflictOfInterest
    case .noOrder: self = .noOrder
    case .aborted: self = .aborted
    case nil:
      self = state.statement?.arrivedDay != nil ? .completed : .aborted
    }
  }
}
