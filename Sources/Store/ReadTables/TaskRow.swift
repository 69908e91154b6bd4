// SPDX-License-Identifier: Apache-2.0
import Domain

/// One thing a party has to do in a case.
public struct TaskRow: Hashable, Sendable {
  /// Who has to do it, in `Party`'s text form.
  public let party: String
  /// The case's stream.
  public let stream: String
  /// What is to be done, a stable code.
  public let code: String
  /// What in the case it is about, for instance a visit; empty when the case itself.
  public let subject: String
  /// First day it is shown.
  public let opensDay: Day
  /// Last day to do it, when there is one.
  public let dueDay: Day?
  /// What the day rests on: `law`, `target` or `stated`.
  public let dueBasis: String?
  /// The rule the day comes from.
  public let ruleID: String?
  /// Whether something must happen first.
  public let isBlocked: Bool
  /// What the party has been told of its last day.
  public let noticed: Noticed

  /// How far the notices of a task's last day have come.
  public enum Noticed: Int, Sendable {
    /// Nothing was sent.
    case nothing = 0
    /// That the day is near.
    case reminded = 1
    /// That the day has passed.
    case passed = 2
  }

  /// A thing to do.
  public init(
    party: String, stream: String, code: String, subject: String = "", opensDay: Day,
    dueDay: Day? = nil, dueBasis: String? = nil, ruleID: String? = nil, isBlocked: Bool = false,
    noticed: Noticed = .nothing
  ) {
    self.party = party
    self.stream = stream
    self.code = code
    self.subject = subject
    self.opensDay = opensDay
    self.dueDay = dueDay
    self.dueBasis = dueBasis
    self.ruleID = ruleID
    self.isBlocked = isBlocked
    self.noticed = noticed
  }
}

/// A task with the party's row of its case.
public struct TaskEntry: Hashable, Sendable {
  /// What is to be done.
  public let task: TaskRow
  /// The case it is to be done in.
  public let assessment: CaseRow
}

/// One page of a task list.
public struct TaskPage: Hashable, Sendable {
  /// The tasks by last day, those without one last.
  public let entries: [TaskEntry]
  /// Cursor of the page after this, when there is one.
  public let next: TaskCursor?
}

/// How many tasks a party has on a day. A blocked task is counted only as blocked.
public struct TaskCounts: Hashable, Sendable {
  /// Last day has passed.
  public let late: Int
  /// Last day is from today to the given soon-day.
  public let soon: Int
  /// Last day is later, or there is none.
  public let later: Int
  /// Something must happen first.
  public let blocked: Int
}

/// A place in a task list; its text form may stand in an address.
public struct TaskCursor: Hashable, Sendable, LosslessStringConvertible {
  let dueKey: Int64
  let stream: String
  let code: String
  let subject: String

  /// After a task.
  public init(_ task: TaskRow) {
    dueKey = CaseRow.key(of: task.dueDay)
    stream = task.stream
    code = task.code
    subject = task.subject
  }

  /// Reads the text form; nothing when this program did not write it.
  public init?(_ description: String) {
    guard let fields = CursorText.read(description), fields.count == 4,
      let key = Int64(fields[0])
    else { return nil }
    dueKey = key
    stream = fields[1]
    code = fields[2]
    subject = fields[3]
  }

  /// The text form, of letters, digits, `-` and `_`.
  public var description: String { CursorText.write([String(dueKey), stream, code, subject]) }

  var arguments: [SQLValue] { [.integer(dueKey), .text(stream), .text(code), .text(subject)] }
}
