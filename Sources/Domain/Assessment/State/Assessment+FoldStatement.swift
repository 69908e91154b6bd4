// SPDX-License-Identifier: Apache-2.0

// What the statement's and its supplements' way to Försäkringskassan does to the state.
extension Assessment {
  mutating func apply(_ sent: StatementSent, _ at: Instant) {
    statement = statement ?? Statement()
    statement?.sentDay = sent.day
    statement?.sentAt = at
    statement?.signed = sent.signed
    statement?.awaitsRelease = sent.awaitsRelease == true
  }

  mutating func apply(_ opposed: InsuredOpposed, by author: Party) {
    opposition = opposed
    opposedHerself = author == .insured
  }

  mutating func apply(_ released: StatementReleased, _ at: Instant) {
    statement?.releasedAt = at
    if let signed = released.signed { statement?.signed = signed }
    for sent in released.supplements {
      updateSupplement(sent.number) { $0.signed = sent.signed }
    }
  }

  mutating func apply(_ arrived: StatementArrived) {
    statement = statement ?? Statement()
    statement?.arrivedDay = arrived.day
    statement?.lastSupplementRequestDay = arrived.lastSupplementRequestDay
  }

  mutating func apply(_ sent: StatementSupplementSent) {
    updateSupplement(sent.number) {
      $0.sentDay = sent.day
      $0.signed = sent.signed
    }
  }

  mutating func apply(_ arrived: StatementSupplementArrived) {
    updateSupplement(arrived.number) {
      $0.sentDay = $0.sentDay ?? arrived.day
      $0.arrivedDay = arrived.day
    }
    statement?.lastSupplementRequestDay = arrived.lastSupplementRequestDay
  }

  mutating func updateSupplement(
    _ number: Int, _ change: (inout StatementSupplement) -> Void
  ) {
    guard var supplements = statement?.supplements else { return }
    update(&supplements, where: { $0.requested.number == number }, change)
    statement?.supplements = supplements
  }
}
