// SPDX-License-Identifier: Apache-2.0

// What visits and deviations do to the state.
extension Assessment {
  mutating func apply(_ booked: VisitBooked) {
    visits.append(
      Visit(
        number: booked.number, performer: performer, profession: booked.profession,
        start: booked.start, end: booked.end, place: booked.place, examiner: booked.examiner,
        interpreterBooked: booked.interpreterBooked, summons: booked.summons))
  }

  mutating func apply(_ moved: VisitMoved) {
    updateVisit(moved.number) {
      $0.start = moved.start
      $0.end = moved.end
      $0.place = moved.place
      $0.interpreterBooked = moved.interpreterBooked
      $0.timesMoved += 1
      $0.summons = nil
      $0.moveRequest = nil
    }
  }

  mutating func apply(_ asked: VisitMoveRequested, _ at: Instant) {
    updateVisit(asked.number) { $0.moveRequest = VisitMoveRequest(requested: asked, at: at) }
  }

  mutating func apply(_ declined: VisitMoveDeclined) {
    updateVisit(declined.number) { $0.moveRequest?.declined = declined }
  }

  mutating func updateVisit(_ number: Int, _ change: (inout Visit) -> Void) {
    update(&visits, where: { $0.number == number }, change)
  }

  mutating func finish(_ number: Int, _ outcome: Visit.Outcome) {
    updateVisit(number) {
      $0.outcome = outcome
      $0.toBeCancelled = false
    }
  }

  mutating func apply(_ reported: DeviationReported, _ at: Instant, by author: Party) {
    // What a former performer tells of its own visits decides nothing for the present one.
    let visit = reported.visit.flatMap { self.visit($0) }
    let isFormer = visit.map { $0.performer != performer } ?? false
    deviations.append(
      Deviation(reported: reported, at: at, author: author, lapsed: isFormer))
  }

  mutating func apply(_ decided: RemainingVisitsDecided) {
    update(&deviations, where: { $0.reported.number == decided.deviation }) {
      $0.decided = decided
    }
    for index in visits.indices
    where visits[index].isBooked && decided.cancel.contains(visits[index].number) {
      visits[index].toBeCancelled = true
    }
  }
}
