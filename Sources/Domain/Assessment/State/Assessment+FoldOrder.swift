// SPDX-License-Identifier: Apache-2.0

// What the order and its underlag do to the state.
extension Assessment {
  mutating func apply(_ placed: OrderPlaced, _ at: Instant) {
    insured = placed.identity
    order = Order(placed: placed, at: at, documents: placed.documents)
    // An order that is sent anew replaces the returned one with its last day.
    statedLastDays.removeAll { $0.kind == .order }
    if let day = placed.lastDay { state(.order, day, at) }
  }

  mutating func apply(_ updated: OrderUpdated) {
    if let interpreter = updated.interpreter { order?.placed.interpreter = interpreter }
    if let officer = updated.officer { order?.placed.officer = officer }
    if let byPost = updated.documentsByPost { order?.placed.documentsByPost = byPost }
    if let needs = updated.specialNeeds { order?.placed.specialNeeds = needs }
  }

  mutating func apply(_ returned: OrderReturned, _ at: Instant) {
    order?.returned = returned
    if returned.cause == .cannotPerform { release(returned.performer, at, conflict: false) }
  }

  mutating func apply(_ added: InsuredDocumentsAdded) {
    guard let documents = order?.documents else { return }
    order?.documents = documents.adding(added.documents)
  }

  mutating func apply(_ supplemented: OrderSupplemented) {
    guard var order else { return }
    order.documents = order.documents.adding(supplemented.documents)
    if let index = order.supplements.firstIndex(where: {
      $0.requested.number == supplemented.number
    }) {
      order.supplements[index].answer = supplemented
    }
    self.order = order
  }
}
