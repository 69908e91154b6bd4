// SPDX-License-Identifier: Apache-2.0
import Domain

/// A page of a party's tasks, most urgent first.
public struct TaskListJSON: Codable, Hashable, Sendable {
  public var items: [Item]
  /// Cursor of the page after this; nil on the last.
  public var next: String?

  /// One task with its case.
  public struct Item: Codable, Hashable, Sendable {
    public var task: TaskJSON
    /// Workdays to the due day, negative when it has passed.
    public var daysLeft: Int?
    public var assessment: CaseRowJSON

    private enum CodingKeys: String, CodingKey {
      case task, daysLeft
      case assessment = "case"
    }

    public init(_ row: TaskListRow) {
      task = TaskJSON(
        CaseTask(row.code, subject: row.subject, due: row.dueDay, basis: row.basis))
      daysLeft = row.daysLeft
      assessment = CaseRowJSON(row.row)
    }
  }

  public init(_ rows: [TaskListRow], next: String?) {
    items = rows.map(Item.init)
    self.next = next
  }
}
