// SPDX-License-Identifier: Apache-2.0
import Domain

/// A person's supplement requests with how each of them ended.
struct SupplementRequests: Sendable {
  /// In the order of certificates, of sending and of keys.
  private(set) var rows: [RequestRow] = []

  private let facts: [CertificateFact]
  private let revoked: [Bool]
  private let messages: [MessageFact]
  private let nearDays: Int

  init(_ person: PersonFacts, facts: [CertificateFact], revoked: [Bool], nearDays: Int) {
    self.facts = facts
    self.revoked = revoked
    self.nearDays = nearDays
    var seen: Set<FactKey> = []
    messages = person.messages.sorted(by: Self.comesBefore).filter {
      seen.insert($0.key).inserted
    }
    guard !messages.isEmpty else { return }
    for row in facts.indices {
      let requests = messages.filter {
        $0.certificate == facts[row].key && $0.direction == .toCare && $0.subject == .supplement
      }
      let reminded = Self.reminded(requests, messages.filter { $0.subject == .reminder })
      for request in requests { rows.append(made(request, row, reminded.contains(request.key))) }
    }
  }

  private static func comesBefore(_ one: MessageFact, _ other: MessageFact) -> Bool {
    switch (one.sent, other.sent) {
    case (nil, .some): true
    case (.some, nil): false
    case (let a?, let b?) where a != b: a < b
    default: one.key < other.key
    }
  }

  /// A reminder is of the request that it names; one that names none is of the latest before it.
  private static func reminded(
    _ requests: [MessageFact], _ reminders: [MessageFact]
  ) -> Set<FactKey> {
    Set(
      reminders.compactMap { reminder in
        if let named = reminder.reminds { return named }
        return requests.last { request in
          request.certificate == reminder.certificate
            && isAfter(reminder.sent, request.sent)
        }?.key
      })
  }

  /// What has no time is taken to come after everything.
  private static func isAfter(_ one: CertificateTime?, _ other: CertificateTime?) -> Bool {
    guard let one, let other else { return true }
    return one >= other
  }

  private func made(_ request: MessageFact, _ row: Int, _ isReminded: Bool) -> RequestRow {
    let (outcome, day) = outcome(of: request, row, isReminded)
    var made = RequestRow()
    made.certificate = UInt32(row)
    made.sent = CertificateRow.number(request.sent?.day)
    made.lastDay = CertificateRow.number(request.lastDayForAnswer)
    made.outcome = outcome.code
    made.asked = QuestionGroup.mask(request.questions)
    made.elements = QuestionGroup.counts(request.questions)
    if isReminded { made.flags.insert(.reminded) }
    if request.officer != nil { made.flags.insert(.officerTold) }
    if request.lastDayForAnswer != nil { made.flags.insert(.lastDayTold) }
    switch outcome {
    case .newCertificate, .answered, .cannot:
      made.flags.insert(.answered)
      if let day, let sent = request.sent?.day {
        made.wait = UInt16(clamping: min(max(0, day - sent), Int(UInt16.max) - 1))
      }
      if let day, let last = request.lastDayForAnswer, day <= last {
        made.flags.insert(.onTime)
      }
    case .implicit, .reminderOnly, .noneKnown: break
    }
    return made
  }

  /// How the request ended, by the strongest of the traces that it left, and the day of the first
  /// of those that answer it: who has answered and then writes a new certificate was not late.
  private func outcome(
    of request: MessageFact, _ row: Int, _ isReminded: Bool
  ) -> (SupplementOutcome, Day?) {
    let answered = answers(to: request, row)
    if let strongest = answered.first {
      return (strongest.outcome, answered.compactMap(\.day).min())
    }
    if isAnsweredImplicitly(request, row) { return (.implicit, nil) }
    return (isReminded ? .reminderOnly : .noneKnown, nil)
  }

  /// What answers a request, the strongest first.
  private func answers(
    to request: MessageFact, _ row: Int
  ) -> [(outcome: SupplementOutcome, day: Day?)] {
    let asked = facts[row]
    let supplement = facts.indices.first { other in
      other != row && !revoked[other]
        && (facts[other].answersTo == request.key
          || Self.isAfter(facts[other].signed, request.sent)
            && facts[other].relations.contains {
              $0.kind == .supplements && $0.certificate == asked.key
            })
    }
    let messages = messages.filter {
      $0.direction == .toRecipient && $0.certificate == asked.key
        && Self.isAfter($0.sent, request.sent)
    }
    let answer = messages.first { $0.answersTo == request.key && $0.subject != .supplement }
    // It closes every open request of the certificate, also those that it does not name.
    let cannot = messages.first { $0.subject == .supplement }
    return [
      supplement.map { (.newCertificate, facts[$0].signed?.day) },
      answer.map { (.answered, $0.sent?.day) }, cannot.map { (.cannot, $0.sent?.day) },
    ].compactMap { $0 }
  }

  private func isAnsweredImplicitly(_ request: MessageFact, _ row: Int) -> Bool {
    guard let first = facts[row].periods.map(\.first).min(),
      let last = facts[row].periods.map(\.last).max(), let sent = request.sent
    else { return false }
    let near = first.adding(days: -nearDays - 1)...last.adding(days: nearDays + 1)
    return facts.indices.contains { other in
      guard other != row, !revoked[other], let signed = facts[other].signed, signed > sent
      else { return false }
      let tied = facts[other].relations.contains { $0.certificate == facts[row].key }
      return !tied
        && facts[other].periods.contains {
          $0.first <= near.upperBound && $0.last >= near.lowerBound
        }
    }
  }
}
