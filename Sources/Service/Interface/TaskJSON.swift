// SPDX-License-Identifier: Apache-2.0
import Domain

/// Something the party has to do in a case.
public struct TaskJSON: Codable, Hashable, Sendable {
  public var code: TaskCode
  public var title: Bilingual
  /// The kind of command that does it.
  public var action: ActionKind
  /// The visit, question or other numbered thing it concerns.
  public var subject: Int?
  public var dueDay: Day?
  /// What the due day rests on; a target is never law.
  public var basis: DueBasis?

  public init(_ task: CaseTask) {
    code = task.code
    title = task.code.title
    action = task.code.action
    subject = task.subject
    dueDay = task.dueDay
    basis = task.basis
  }
}

/// One line of the party's list on a case.
public struct ChecklistItemJSON: Codable, Hashable, Sendable {
  public enum State: String, Codable, Sendable, CaseIterable {
    case done, open, blocked
  }

  public var code: TaskCode
  public var title: Bilingual
  public var subject: Int?
  public var state: State
  /// The day it was done, where it is known.
  public var doneDay: Day?
  public var dueDay: Day?
  public var basis: DueBasis?
  /// Why it cannot be done yet.
  public var refusal: RefusalJSON?

  public init(_ item: ChecklistItem) {
    code = item.code
    title = item.code.title
    subject = item.subject
    switch item.state {
    case .done(let day):
      state = .done
      doneDay = day
    case .open(let task):
      state = .open
      dueDay = task.dueDay
      basis = task.basis
    case .blocked(let reason):
      state = .blocked
      refusal = RefusalJSON(reason)
    }
  }
}

/// An action that may be taken, or not, because.
public struct ActionJSON: Codable, Hashable, Sendable {
  public var kind: ActionKind
  public var subject: Int?
  public var allowed: Bool
  /// Code and reason where it may not be taken.
  public var code: RefusalCode?
  public var reason: Bilingual?

  public init(_ action: AllowedAction) {
    kind = action.kind
    subject = action.subject
    allowed = action.isAllowed
    code = action.refusal?.code
    reason = action.refusal?.text
  }
}

/// Why something may not be done.
public struct RefusalJSON: Codable, Hashable, Sendable {
  public var code: RefusalCode
  public var field: String?
  public var reason: Bilingual

  public init(_ refusal: Refusal) {
    code = refusal.code
    field = refusal.field
    reason = refusal.text
  }
}
