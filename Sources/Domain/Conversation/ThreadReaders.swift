// SPDX-License-Identifier: Apache-2.0

/// Who at a party reads the threads that the party takes part in, and opens their attachments. It
/// is the one rule, for a thread, for a list of threads and for the ways that lead to them.
public enum ThreadReaders: Hashable, Sendable {
  /// Her function is to work with every case of her party.
  case everyCase
  /// An examiner: the cases that she works on (lag 2018:744 13 §), and what was handed to her.
  case ownCases
  /// Somebody who works with no case, or not at this kind of party: what was handed to her.
  case handedOver

  /// What a person's function at her party lets her read.
  public init(_ actor: Actor) {
    self =
      switch (actor.party.role, actor.function) {
      case (.fk, .caseOfficer), (.fk, .agencyCoordinator), (.region, .regionCoordinator),
        (.performer, .performerAdministrator), (.insured, .insured):
        .everyCase
      case (.performer, .examiner): .ownCases
      default: .handedOver
      }
  }

  /// Whether a person works on a case, and so reads its threads and begins new ones.
  ///
  /// - Parameter team: those who work on the case at her performer.
  public static func includes(_ actor: Actor, team: CaseTeam?) -> Bool {
    switch ThreadReaders(actor) {
    case .everyCase: true
    case .ownCases: team?.includes(actor) ?? false
    case .handedOver: false
    }
  }

  /// Whether a person of a party that takes part reads a thread.
  ///
  /// - Parameter assignee: the person who answers for the thread at her party.
  public static func includes(_ actor: Actor, team: CaseTeam?, assignee: String?) -> Bool {
    assignee == actor.person || includes(actor, team: team)
  }
}

extension Assessment {
  /// Whether a person may read the threads that her party takes part in: everybody whose function
  /// is to work with cases, at a performer those who work on this one.
  public func isWorkedOn(by actor: Actor) -> Bool {
    ThreadReaders.includes(actor, team: team(of: actor.party))
  }

  /// Whether a person can begin a thread in the case now.
  public func isWrittenIn(by actor: Actor) -> Bool {
    correspondents.contains(actor.party) && isWorkedOn(by: actor)
  }

  fileprivate func team(of party: Party) -> CaseTeam? {
    guard case .performer(let id) = party else { return nil }
    return CaseTeam(self, at: id)
  }
}

extension ConversationThread {
  /// Whether a person of a participating party may read it: one who works on the case, or to whom
  /// it was given.
  public func isOpen(to actor: Actor, _ seen: Assessment) -> Bool {
    participants.contains(actor.party)
      && ThreadReaders.includes(
        actor, team: seen.team(of: actor.party), assignee: assignees[actor.party]?.person)
  }
}
