// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

@testable import Service

// The process by the commands that the pages give.
extension Stage {
  @discardableResult
  func perform(_ command: Command, in id: CaseNumber, by actor: Actor) async throws
    -> CommandResult
  {
    try await service.execute(command, in: id, by: actor)
  }

  func request(to region: HSAID = Cast.regionID, answerBy: Day? = nil) async throws
    -> CaseNumber
  {
    try await service.request(
      Cast.request(to: region, answerBy: answerBy), insured: Cast.identity, by: Cast.officer
    ).id
  }

  func allocate(_ id: CaseNumber, to performer: HSAID = Cast.p1) async throws {
    _ = try await service.allocate(
      id, to: performer, method: .direct, comment: nil, by: Cast.coordinator)
  }

  func inform(_ id: CaseNumber) async throws {
    let informed = InsuredInformed(day: today, channel: .letter, invitedToAdd: true)
    try await perform(.recordInformed(informed), in: id, by: Cast.officer)
  }

  func order(_ id: CaseNumber, to performer: HSAID = Cast.p1) async throws {
    try await perform(.placeOrder(Cast.order(to: performer)), in: id, by: Cast.officer)
  }

  func accept(_ id: CaseNumber, by performer: HSAID = Cast.p1) async throws {
    try await perform(.acceptOrder(OrderAccepted()), in: id, by: Cast.administrator(performer))
  }

  /// A case that a performer has been allocated.
  func allocatedCase(_ performer: HSAID = Cast.p1) async throws -> CaseNumber {
    let id = try await request()
    try await allocate(id, to: performer)
    return id
  }

  /// A case whose order has been placed.
  func orderedCase(_ performer: HSAID = Cast.p1) async throws -> CaseNumber {
    let id = try await allocatedCase(performer)
    try await inform(id)
    try await order(id, to: performer)
    return id
  }

  /// A case with a complete order, a doctor and a booked visit, summoned by letter.
  func bookedCase() async throws -> CaseNumber {
    let id = try await orderedCase()
    try await accept(id)
    try await book(id)
    return id
  }

  /// From an accepted order to a booked visit.
  func book(_ id: CaseNumber) async throws {
    let performer = Cast.administrator()
    try await perform(.confirmComplete(UnderlagCompleted(day: today)), in: id, by: performer)
    try await perform(
      .appointDoctor(DoctorAppointed(name: "Läkare Ett")), in: id, by: performer)
    try await perform(.bookVisit(visit()), in: id, by: performer)
  }

  func visit(_ profession: Profession = .doctor, inDays days: Int = 10) -> VisitBooking {
    VisitBooking(
      profession: profession,
      start: Instant(day: today.adding(days: days), time: TimeOfDay("10:00")!),
      place: "Rum 1", summons: Summons(day: today, channel: .letter))
  }

  /// Waits until the visit has been and reports it.
  func examine(_ id: CaseNumber) async throws {
    time.move(days: 11)
    try await perform(
      .reportVisit(.performed(VisitPerformed(number: 1))), in: id, by: Cast.administrator())
  }

  func sendStatement(_ id: CaseNumber) async throws {
    try await perform(
      .sendStatement(StatementSent(day: today)), in: id, by: Cast.administrator())
  }

  func recordArrival(_ id: CaseNumber) async throws {
    let window = today.adding(days: 30)
    try await perform(
      .recordStatementArrival(StatementArrived(day: today, lastSupplementRequestDay: window)),
      in: id, by: Cast.officer)
  }

  func end(_ id: CaseNumber) async throws {
    try await perform(
      .endAssessment(AssessmentEnded(reason: .completed)), in: id, by: Cast.officer)
  }

  func status(_ id: CaseNumber, _ actor: Actor) async throws -> Status {
    try await service.view(id, for: actor).status
  }

  /// What a party's list shows, whatever the state.
  func listed(_ actor: Actor) async throws -> [CaseListRow] {
    var query = CaseListQuery()
    query.state = .all
    return try await service.list(query, for: actor).rows
  }

  func history(_ id: CaseNumber) async throws -> [RecordedEvent] {
    try await service.read { [service] connection in
      try CaseHistory(connection, service.keyring).load(id)
    }
  }

  func count(_ table: String) async throws -> Int {
    try await service.read { connection in
      try connection.first("SELECT COUNT(*) AS n FROM \(table)")?.int("n") ?? -1
    }
  }

  /// Rows in every table that a command writes.
  func counts() async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in [
      "event", "stream_key", "command_receipt", "party_case", "party_task", "party_count",
      "outbox", "case_number_sequence", "meta",
    ] { counts[table] = try await count(table) }
    return counts
  }
}
