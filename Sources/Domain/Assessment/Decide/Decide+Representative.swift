// SPDX-License-Identifier: Apache-2.0

// Who acts for the insured.
extension Assessment {
  /// Whom the case is about has to be known, and nobody represents herself.
  func decideRepresentative(
    _ stated: RepresentativeRegistration, _ context: CaseContext
  ) throws(Refusal) -> [AssessmentEvent] {
    try Check.text(stated.name, "name", limit: CaseLimit.lineLength)
    if stated.identity == insured?.number {
      throw Refusal(.representsHerself, field: "identity")
    }
    try Check.notFar(stated.from, "from", context)
    if let through = stated.through {
      try Check.future(through, "through", context)
      try Check.notBefore(through, stated.from, "through")
    }
    try Check.text(stated.basis, "basis", limit: CaseLimit.lineLength)
    try Check.optional(stated.covers, "covers")
    let standing = representatives.filter { $0.isStanding(on: context.today) }
    if standing.contains(where: { $0.identity == stated.identity && $0.overlaps(stated) }) {
      throw Refusal(.alreadyRepresents, field: "identity")
    }
    if standing.count >= CaseLimit.representatives {
      throw Refusal(.tooMany, field: "name", values: ["\(CaseLimit.representatives)"])
    }
    let registered = RepresentativeRegistered(number: representatives.count + 1, stated)
    let isOrdered = order != nil && order?.returned == nil
    return [.representativeRegistered(registered)]
      + (isOrdered
        ? [
          .representativeDisclosed(
            RepresentativeDisclosed(
              number: registered.number, kind: stated.kind, name: stated.name,
              from: stated.from, through: stated.through))
        ] : [])
  }

  /// What the performer is told with the order, of those who act for the insured then or later.
  func representativesToTell(_ context: CaseContext) -> [AssessmentEvent] {
    representatives.filter { $0.isStanding(on: context.today) }.map {
      .representativeDisclosed(
        RepresentativeDisclosed(
          number: $0.number, kind: $0.kind, name: $0.name, from: $0.from, through: $0.through))
    }
  }

  func permitRepresentative(
    _ kind: ActionKind, subject: Int?, _ context: CaseContext
  ) throws(Refusal) {
    if kind == .registerRepresentative { return try require(insured != nil, .insuredUnknown) }
    try require(
      representatives.contains {
        $0.isStanding(on: context.today) && (subject == nil || $0.number == subject)
      }, .noRepresentative)
  }
}
