// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

// Some of the insured people of a demonstration can sign in: a few in each stage that there is
// something to see in.
extension SamsynService {
  /// Insured people who can sign in, at most, of each stage.
  static let demonstrationInsured = 3

  /// Lets the insured of some cases sign in, and somebody who acts for the first of them.
  func addInsured(_ candidates: [InsuredCandidate]) async throws(ServiceError) {
    var people: [StaffMember] = []
    for stage in InsuredCandidate.Stage.allCases {
      let some = candidates.filter { $0.stage == stage }.suffix(Self.demonstrationInsured)
      for candidate in some {
        let member = StaffMember.insured(
          candidate.identity.number, name: candidate.shownName, keyring)
        if !people.contains(where: { $0.id == member.id }) { people.append(member) }
      }
    }
    try await write { [people] connection in
      guard let text = try Meta(connection).value(Self.peopleKey) else { return }
      let staff = try JSONDecoder().decode([StaffMember].self, from: Data(text.utf8))
      try Meta(connection).set(
        Self.peopleKey, String(decoding: try JSONEncoder().encode(staff + people), as: UTF8.self))
    }
    peopleCache.withLock { $0 = [] }
    try await registerProxy(candidates.last)
    try await askForAnotherTime(candidates)
  }
}

extension SamsynService {
  /// Försäkringskassan registers somebody who acts for one of them.
  private func registerProxy(_ candidate: InsuredCandidate?) async throws(ServiceError) {
    let today = clock.now().day
    guard let candidate, let number = try? PersonalIdentityNumber("198503152384", on: today),
      let officer = try await people().first(where: { $0.function == .caseOfficer })
    else { return }
    try await execute(
      .registerRepresentative(
        RepresentativeRegistration(
          kind: .proxy, name: "Ombudet Ombudsson", identity: number, from: today,
          basis: "Fullmakt \(today)")),
      in: candidate.id, by: officer.actor())
  }

  /// One of them has asked for another time, so that a performer has something to answer.
  private func askForAnotherTime(_ candidates: [InsuredCandidate]) async throws(ServiceError) {
    guard let candidate = candidates.last(where: { $0.stage == .visit }),
      let visit = candidate.coming
    else { return }
    let member = StaffMember.insured(
      candidate.identity.number, name: candidate.shownName, keyring)
    let wishes = "Helst en annan veckodag. Jag har sjukgymnastik den dagen."
    try await execute(
      .requestVisitMove(VisitMoveRequested(number: visit, wishes: wishes)),
      in: candidate.id, by: member.actor())
    guard let form = statementDefinition(on: clock.now().day) else { return }
    let levels = form.ratedAbilities.enumerated().map { ($1.own.key, ($0 * 3 + 1) % 5) }
    try await execute(
      .giveSelfRating(
        SelfRatingGiven(
          form: form.name, levels: Dictionary(levels, uniquingKeysWith: { first, _ in first }))),
      in: candidate.id, by: member.actor())
  }
}

/// An insured person of a demonstration's case, and how far the case has come.
struct InsuredCandidate: Sendable {
  enum Stage: CaseIterable { case visit, statement, protected, begun }

  let id: CaseNumber
  let identity: InsuredIdentity
  let stage: Stage
  let performer: HSAID?
  /// A visit that is to come and is to take place.
  let coming: Int?

  /// Nil where nothing tells who it is.
  init?(_ story: DemonstrationStory, now: Instant) {
    let state = Assessment(id: story.number, events: story.events)
    guard let identity = state.insured, state.ended == nil else { return nil }
    id = story.number
    performer = state.performer
    self.identity = identity
    coming =
      state.visits.first { $0.isBooked && $0.start > now && !$0.toBeCancelled }?.number
    if identity.protected {
      stage = .protected
    } else if state.statement != nil, story.hasFiles {
      stage = .statement
    } else if coming != nil {
      stage = .visit
    } else {
      stage = .begun
    }
  }

  /// A protected person's name is not told on an open page.
  var shownName: String {
    identity.protected ? "Person med skyddade uppgifter" : identity.fullName ?? "Namn saknas"
  }
}

extension [InsuredCandidate] {
  /// In their order, but those of the performers that come first last, where they are chosen from.
  func preferring(_ performers: [HSAID]) -> [InsuredCandidate] {
    func place(_ one: InsuredCandidate) -> Int {
      one.performer.flatMap { performers.firstIndex(of: $0) } ?? performers.count
    }
    return enumerated().map { (place($1), $0, $1) }
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }
}
