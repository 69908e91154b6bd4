// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service

/// The query of an address, read strictly: what is unknown or unfit is refused by its name.
struct APIQuery {
  private let values: FormValues

  /// - Throws: `unknown-field` for a parameter that the operation does not take.
  init(_ request: Request, for endpoint: APIEndpoint) throws(APIProblem) {
    values = request.queryValues
    for name in values.fields.keys where !endpoint.parameters.contains(name) {
      throw .unknownField(nil)
    }
  }

  func text(_ name: String) -> String? { values.text(name) }

  /// Every value of a parameter that may be given several times.
  func texts(_ name: String) -> [String] { values.all(name) }

  /// The parameter read by `read`, or nil where it is missing.
  func value<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(APIProblem) -> Value? {
    guard let text = values.text(name) else { return nil }
    guard let value = read(text) else { throw .unfit(name) }
    return value
  }

  func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ type: Choice.Type
  ) throws(APIProblem) -> Choice? {
    try value(name) { Choice(rawValue: $0) }
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(APIProblem) -> Int? {
    try value(name) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// Values given several times or separated by commas.
  func choices<Choice: RawRepresentable<String>>(
    _ name: String, _ type: Choice.Type
  ) throws(APIProblem) -> [Choice] {
    var choices: [Choice] = []
    for text in values.all(name).flatMap({ $0.split(separator: ",") }) {
      guard let choice = Choice(rawValue: String(text)) else { throw .unfit(name) }
      choices.append(choice)
    }
    return choices
  }
}

extension APIQuery {
  /// Rows of a page, at most.
  static let limits = 1...200

  private enum Order: String { case asc, desc }

  /// What a list of cases is asked for.
  func caseList() throws(APIProblem) -> CaseListQuery {
    func name(_ parameter: ListParameter) -> String { parameter.rawValue }
    var query = CaseListQuery()
    query.state = try choice(name(.state), CaseListState.self) ?? .running
    query.statuses = try choices(name(.status), Status.self)
    query.nextActor = try choice(name(.nextActor), PartyRole.self)
    query.performer = try value(name(.performer)) { try? HSAID($0) }
    query.dueFrom = try value(name(.dueFrom), Day.init)
    query.dueTo = try value(name(.dueTo), Day.init)
    query.onlyDeviations = try value(name(.deviations), Bool.init) ?? false
    query.sort = try choice(name(.sort), CaseListSort.self) ?? .due
    query.isDescending = try choice(name(.order), Order.self) == .desc
    query.cursor = text(name(.cursor))
    query.limit = try integer(name(.limit), in: Self.limits) ?? WebLimit.listRows
    return query
  }
}
