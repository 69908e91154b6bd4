// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// What the insured herself may do: say that she cannot come, ask for another time, once until
  /// she is answered, give documents and her self-rating, and oppose that the statement is handed
  /// over. The rest is told by those whose work it is.
  func permitInsured(
    _ kind: ActionKind, subject: Int?, context: CaseContext
  ) throws(Refusal) {
    if kind == .addDocuments || kind == .giveSelfRating { return try permitGiving() }
    if kind == .recordOpposition || kind == .withdrawOpposition {
      return try permitOpposition(kind, by: .insured)
    }
    let asked = visits.filter { subject == nil ? $0.isBooked : $0.number == subject }
    try require(!asked.isEmpty, .noVisit)
    try require(asked.contains { $0.isBooked }, .visitNotBooked)
    let coming = asked.filter { $0.isBooked && $0.start > context.now }
    try require(!coming.isEmpty, .visitBegun)
    guard kind == .requestVisitMove else { return }
    let standing = coming.filter { !$0.toBeCancelled && $0.performer == performer }
    try require(!standing.isEmpty, .visitToBeCancelled)
    try require(standing.contains { !$0.isMoveAsked }, .moveAlreadyAsked)
  }

  /// There is somebody to give it to, who has been told who she is, and it can still be weighed
  /// in: the order has been sent and the statement has not.
  func permitGiving() throws(Refusal) {
    try require(order != nil, .noOrder)
    try require(order?.returned == nil, .orderReturned)
    try require(statement == nil, .statementSent)
  }
}
