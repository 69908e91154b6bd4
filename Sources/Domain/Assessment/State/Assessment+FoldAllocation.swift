// SPDX-License-Identifier: Apache-2.0

// What the search for a performer does to the state.
extension Assessment {
  mutating func apply(_ requested: PerformerRequested, _ at: Instant) {
    request = requested
    requestedAt = at
    region = requested.region
    requestDeclined = nil
    // A commitment is made anew for each request. The inquiries are all closed; they stay,
    // since a performer that answered with a conflict of interest may still not be chosen.
    drawCommitment = nil
  }

  mutating func apply(_ sent: InquirySent, _ at: Instant) {
    region = sent.region
    inquiries.removeAll { $0.performer == sent.performer }
    inquiries.append(Inquiry(sent: sent, at: at))
  }

  mutating func apply(_ answered: InquiryAnswered) {
    update(&inquiries, where: { $0.performer == answered.performer }) { $0.answer = answered }
  }

  mutating func apply(_ closed: InquiryClosed) {
    update(&inquiries, where: { $0.performer == closed.performer }) {
      $0.closed = closed.cause
    }
  }

  mutating func apply(_ allocated: PerformerAllocated, _ at: Instant) {
    region = allocated.region
    allocation = allocated
    allocatedAt = at
  }

  /// The performer loses the assignment: order, doctor and clock belong to the next one, and
  /// what was booked does not take place. A visit that has begun stays for this performer to
  /// report.
  mutating func release(_ performer: HSAID, _ at: Instant, conflict: Bool) {
    formerPerformers.append(FormerPerformer(performer: performer, conflict: conflict))
    allocation = nil
    allocatedAt = nil
    order = nil
    doctor = nil
    examiners = []
    statedLastDays = []
    delayRisk = nil
    // What she opposed was this performer's statement.
    opposition = nil
    for index in representatives.indices { representatives[index].isTold = false }
    delayNotice = nil
    extensions = []
    deferrals = []
    inquiries.removeAll { $0.performer == performer }
    for index in visits.indices where visits[index].isBooked && visits[index].start > at {
      visits[index].outcome = .lapsed
    }
    for index in deviations.indices { deviations[index].lapsed = true }
  }
}
