// SPDX-License-Identifier: Apache-2.0

import Domain
import Yams

/// The calendar policies as a file: `Rules/calendars.yaml`.
public enum CalendarFile {
  static let name = "calendars.yaml"

  /// Reads and checks the calendars that come with the program.
  public static func load() throws(RuleDataFault) -> CalendarBook {
    guard let file = try RuleFolder.bundled().first(where: { $0.name == name }) else {
      throw RuleDataFault(file: name, problem: "is missing")
    }
    return try book(file.text)
  }

  /// Reads and checks calendars from a text.
  public static func book(_ text: String) throws(RuleDataFault) -> CalendarBook {
    let root = try RuleFolder.root(text, file: name)
    let top = try Record(
      root, file: name, row: nil, allowed: ["years", "holidays", "policies"])
    let years = try top.record("years", allowed: ["first", "last"])
    let span = (first: try years.integer("first"), last: try years.integer("last"))
    guard 1 <= span.first, span.first <= span.last, span.last <= 9998 else {
      throw years.fault("last", "must not come before first")
    }
    let holidays = try holidays(top)
    var policies: [CalendarPolicy] = []
    for (index, node) in try top.nodes("policies").enumerated() {
      let policy = try policy(node, number: index + 1, holidays: holidays, years: span)
      if policies.contains(where: { $0.name == policy.name }) {
        throw RuleDataFault(file: name, row: policy.name, field: "name", problem: "comes twice")
      }
      policies.append(policy)
    }
    guard let standard = policies.first else { throw top.fault("policies", "is empty") }
    return CalendarBook(standard: standard, policies: policies)
  }

  private typealias Named = (id: String, holiday: Holiday)

  private static func holidays(_ top: Record) throws(RuleDataFault) -> [Named] {
    var holidays: [Named] = []
    for (index, node) in try top.nodes("holidays").enumerated() {
      let id = node.mapping?["id"]?.scalar?.string ?? "holiday \(index + 1)"
      let row = try Record(
        node, file: name, row: id,
        allowed: ["id", "name", "fixed", "easter", "first", "years", "source"])
      if holidays.contains(where: { $0.id == id }) { throw row.fault("id", "comes twice") }
      let years = row.has("years") ? try row.record("years", allowed: ["first", "last"]) : nil
      let holiday = Holiday(
        name: try RuleRow.bilingual(row, "name"), occurrence: try occurrence(row),
        firstYear: try years?.optionalInteger("first"),
        lastYear: try years?.optionalInteger("last"), source: try row.text("source"))
      holidays.append((try row.text("id"), holiday))
    }
    return holidays
  }

  private static func occurrence(_ row: Record) throws(RuleDataFault) -> Holiday.Occurrence {
    let ways = ["fixed", "easter", "first"].filter(row.has)
    guard ways.count == 1 else { throw row.fault("fixed", "or easter or first: exactly one") }
    switch ways[0] {
    case "fixed": return .fixed(try row.parsed("fixed", "a month and a day", MonthDay.init))
    case "easter":
      let offset = try row.integer("easter")
      guard (-100...200).contains(offset) else { throw row.fault("easter", "is out of range") }
      return .easter(offsetDays: offset)
    default:
      let first = try row.record("first", allowed: ["weekday", "from"])
      return .weekday(
        try first.parsed("weekday", "a weekday") { Weekday($0) },
        from: try first.parsed("from", "a month and a day", MonthDay.init))
    }
  }

  private static func policy(
    _ node: Node, number: Int, holidays: [Named], years: (first: Int, last: Int)
  ) throws(RuleDataFault) -> CalendarPolicy {
    let row = try Record(
      node, file: name, row: node.mapping?["name"]?.scalar?.string ?? "policy \(number)",
      allowed: [
        "name", "title", "free", "holidays", "basis", "rule", "certainty", "note",
      ])
    var free: [Weekday] = []
    for text in try row.texts("free") {
      guard let weekday = Weekday(text) else { throw row.fault("free", "is not weekdays") }
      free.append(weekday)
    }
    guard Set(free).count < 7 else { throw row.fault("free", "leaves no workday") }
    return CalendarPolicy(
      name: try row.text("name"), title: try RuleRow.bilingual(row, "title"),
      freeWeekdays: free, holidays: try chosen(row, holidays),
      basis: try row.text("basis"),
      certainty: try row.parsed("certainty", "a certainty", RuleCertainty.init(rawValue:)),
      note: try RuleRow.bilingual(row, "note"), ruleID: try row.optionalText("rule"),
      firstYear: years.first, lastYear: years.last)
  }

  /// `all`, or the ids of some.
  private static func chosen(
    _ row: Record, _ holidays: [Named]
  ) throws(RuleDataFault) -> [Holiday] {
    if try row.node("holidays").scalar?.string == "all" { return holidays.map(\.holiday) }
    var chosen: [Holiday] = []
    for id in try row.texts("holidays") {
      guard let named = holidays.first(where: { $0.id == id }) else {
        throw row.fault("holidays", "names \(id), which is no holiday here")
      }
      chosen.append(named.holiday)
    }
    return chosen
  }
}
