// SPDX-License-Identifier: Apache-2.0

extension Assessment {
  /// Gives new events their place, author, audience and time after a history.
  ///
  /// - Parameter now: the clock; the events never get an earlier time than the last one before
  ///   them, so that a case's history reads in order even when a clock jumps back.
  public static func record(
    _ events: [AssessmentEvent], id: CaseNumber, after history: [RecordedEvent],
    by actor: Actor, now: Instant
  ) -> [RecordedEvent] {
    var state = Assessment(id: id, events: history)
    let at = max(now, history.last?.at ?? now)
    var recorded: [RecordedEvent] = []
    for event in events {
      let next = RecordedEvent(
        version: state.version + 1, author: actor,
        audience: audience(of: event, in: state, after: history, author: actor.party),
        at: at, event: event)
      state.apply(next)
      recorded.append(next)
    }
    return recorded
  }

  /// A correction goes to those who were sent what it corrects, never more than they were sent
  /// then and never more than their role is told of what replaces it. A performer that has lost
  /// the assignment since is told nothing more, unless it is the author.
  private static func audience(
    of event: AssessmentEvent, in state: Assessment, after history: [RecordedEvent],
    author: Party
  ) -> Audience {
    if case .corrected(let correction) = event,
      let wrong = history.first(where: { $0.version == correction.version })
    {
      let row = correction.replacement?.kind.audienceRow
      var audience = wrong.audience.filter { party, _ in
        party.role != .performer || party.hsaID == state.performer
      }
      for (party, sent) in audience {
        guard let row else { continue }
        audience[party] = row.disclosure(to: party.role).map { min(sent, $0) }
      }
      audience[author] = .full
      return audience
    }
    return event.audience(in: state, author: author)
  }
}
