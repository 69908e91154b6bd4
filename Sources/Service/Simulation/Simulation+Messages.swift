// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Synthetic

/// A contract message on its way.
struct MessageInFlight {
  let bytes: [UInt8]
  let arrives: Instant
  /// Försäkringskassan waits for the answer and sends again if none comes.
  let attempt: Int
}

extension Simulation {
  /// Sends a message over a network that delays, repeats and loses.
  func send(_ message: FKMessage) throws {
    let bytes = try message.write(logicalAddress: "SE0000000000-SAMSYN")
    report.messagesSent += 1
    post(bytes, attempt: 1)
  }

  private func post(_ bytes: [UInt8], attempt: Int) {
    let delay = random.chance(80) ? random.between(0...60) : random.between(60...5000)
    let arrives = clock.now.adding(minutes: delay)
    network.append(MessageInFlight(bytes: bytes, arrives: arrives, attempt: attempt))
    if random.chance(15) {
      report.messagesDuplicated += 1
      network.append(
        MessageInFlight(
          bytes: bytes, arrives: arrives.adding(minutes: random.between(0...600)), attempt: 99))
    }
  }

  /// A message arrives, or turns out to have been lost and is sent again.
  func deliver(_ message: MessageInFlight) async throws {
    if message.attempt < 4 && random.chance(10) {
      report.messagesLost += 1
      post(message.bytes, attempt: message.attempt + 1)
      return
    }
    let received = try await recovering { try await $0.receive(message.bytes) }
    guard let received else {
      // The answer never came: the sender tries again.
      post(message.bytes, attempt: 99)
      return
    }
    guard received.isAccepted, let text = received.assessmentId,
      let id = try? CaseNumber(text)
    else {
      report.messagesRefused += 1
      return
    }
    if !received.repeated { report.commands += 1 }
    if open[id] == nil { open[id] = 0 }
    try await check(id)
  }

  /// The contract's form of a command of Försäkringskassan, where the contract has one.
  func contractMessage(_ command: Command, _ state: Assessment) -> FKMessage? {
    let id = II(root: SystemIdentity.root, extension: state.id.description)
    switch command {
    case .placeOrder(let order): return .orderAssessment(OrderAssessment(order, id))
    case .updateOrder(_, let lastDay):
      return .updateOrder(
        UpdateOrder(
          assessmentId: id, comment: "Nytt telefonnummer till handläggaren.",
          lastDateForCertificateReceival: lastDay))
    case .recordStatementArrival(let arrived):
      return .reportCertificateReceival(
        ReportCertificateReceival(
          assessmentId: id, receivedDate: arrived.day,
          lastDateForSupplementRequest: arrived.lastSupplementRequestDay ?? arrived.day))
    case .requestStatementSupplement(_, let answerBy, _):
      return .requestSupplement(
        RequestSupplement(assessmentId: id, lastDateForSupplementReceival: answerBy))
    case .recordSupplementArrival(_, let day, let window):
      return .reportSupplementReceival(
        ReportSupplementReceival(
          assessmentId: id, receivedDate: day, lastDateForSupplementRequest: window ?? day))
    case .endAssessment:
      return .endAssessment(EndAssessment(assessmentId: id))
    default: return nil
    }
  }
}

extension RequestPerformerForAssessment {
  init(_ request: PerformerRequested) {
    self.init(
      certificateType: .afu, lastResponseDate: request.answerBy,
      coordinatingCountyCouncilId: request.region,
      comment: request.assess,
      needForInterpreter: request.need.interpreter.needed,
      authorityAdministrativeOfficial: AdministrativeOfficial(request.officer),
      citizen: CitizenLimited(
        postalCity: request.need.town, specialNeeds: request.need.specialNeeds))
  }
}

extension OrderAssessment {
  init(_ order: OrderPlaced, _ id: II) {
    self.init(
      assessmentId: id, careUnitId: order.performer, certificateType: .afu,
      documentsByPost: true, purpose: order.purpose,
      authorityAdministrativeOfficial: AdministrativeOfficial(order.officer),
      citizen: Citizen(
        personalIdentity: order.identity.number, firstName: order.identity.firstName,
        lastName: order.identity.lastName, situationBackground: order.background))
  }
}

extension AdministrativeOfficial {
  init(_ officer: CaseOfficer) {
    self.init(
      fullName: officer.name, phoneNumber: officer.phone, email: officer.email,
      authority: .insuranceAgency, officeName: officer.office)
  }
}
