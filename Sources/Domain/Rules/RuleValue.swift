// SPDX-License-Identifier: Apache-2.0

/// What a rule says. In JSON `{"type":"integer","value":25}`; an unknown value has no `value`.
public enum RuleValue: Hashable, Sendable {
  case integer(Int)
  case text(String)
  case list([String])
  case boolean(Bool)
  case monthDay(MonthDay)
  case date(Day)
  /// The source does not say, or has not been seen. Nothing may be put in its place.
  case unknown

  /// The value when it is a whole number.
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The value when it is a text.
  public var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The value when it is a list.
  public var list: [String]? { if case .list(let value) = self { value } else { nil } }
  /// The value when it is true or false.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  /// The value when it is a day of every year.
  public var monthDay: MonthDay? { if case .monthDay(let value) = self { value } else { nil } }
  /// The value when it is a date.
  public var date: Day? { if case .date(let value) = self { value } else { nil } }
  /// Whether the source tells a value.
  public var isKnown: Bool { self != .unknown }
}

extension RuleValue: CustomStringConvertible {
  /// The bare value: `25`, `true`, `10-15`, parts of a list separated by semicolons, `unknown`.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .text(let value): value
    case .list(let values): values.joined(separator: ";")
    case .boolean(let value): String(value)
    case .monthDay(let value): value.description
    case .date(let value): value.description
    case .unknown: "unknown"
    }
  }
}

extension RuleValue: Codable {
  private enum Key: String, CodingKey { case type, value }
  private enum Form: String, Codable {
    case integer, text, list, boolean, monthDay, date, unknown
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    switch try box.decode(Form.self, forKey: .type) {
    case .integer: self = .integer(try box.decode(Int.self, forKey: .value))
    case .text: self = .text(try box.decode(String.self, forKey: .value))
    case .list: self = .list(try box.decode([String].self, forKey: .value))
    case .boolean: self = .boolean(try box.decode(Bool.self, forKey: .value))
    case .monthDay: self = .monthDay(try box.decode(MonthDay.self, forKey: .value))
    case .date: self = .date(try box.decode(Day.self, forKey: .value))
    case .unknown: self = .unknown
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .integer(let value):
      try box.encode(Form.integer, forKey: .type)
      try box.encode(value, forKey: .value)
    case .text(let value):
      try box.encode(Form.text, forKey: .type)
      try box.encode(value, forKey: .value)
    case .list(let value):
      try box.encode(Form.list, forKey: .type)
      try box.encode(value, forKey: .value)
    case .boolean(let value):
      try box.encode(Form.boolean, forKey: .type)
      try box.encode(value, forKey: .value)
    case .monthDay(let value):
      try box.encode(Form.monthDay, forKey: .type)
      try box.encode(value, forKey: .value)
    case .date(let value):
      try box.encode(Form.date, forKey: .type)
      try box.encode(value, forKey: .value)
    case .unknown:
      try box.encode(Form.unknown, forKey: .type)
    }
  }
}
