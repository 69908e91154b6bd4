// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// What the region may do: it alone decides who performs (förordning 2018:1633 5 §), and it
  /// answers for the time (8 §).
  func permitRegion(_ kind: ActionKind, subject: Int?) throws(Refusal) {
    switch kind {
    case .commitDraw:
      try require(request != nil, .noRequest)
    case .sendInquiries, .allocate, .declineRequest:
      try require(request != nil, .noRequest)
      try require(allocation == nil, .alreadyAllocated)
      try require(requestDeclined == nil, .requestDeclined)
    case .withdrawInquiry:
      try require(inquiries.contains { $0.closed == nil }, .noInquiry)
      try require(allocation == nil, .alreadyAllocated)
    case .withdrawAllocation:
      try require(allocation != nil, .noPerformer)
      try require(statement == nil, .statementSent)
      try require(!currentVisits.contains { $0.isPerformed }, .visitPerformed)
    case .notifyDelay:
      try require(order?.isAccepted == true, .orderNotAccepted)
      try require(statement?.arrivedDay == nil, .statementArrived)
    case .requestDeferral:
      try require(order?.isAccepted == true, .orderNotAccepted)
      try require(statement?.arrivedDay == nil, .statementArrived)
      try require(!deferrals.contains { $0.decided == nil }, .deferralOpen)
    default:
      try permitReport(kind, subject: subject)
    }
  }
}
