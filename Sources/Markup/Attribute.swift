// SPDX-License-Identifier: Apache-2.0

/// One attribute of an element, made by the functions below.
///
/// Names are literals of the source, values are escaped, and what takes an address takes an
/// `Href`. There is no attribute for inline style or script.
public struct Attribute: Sendable {
  enum Value: Sendable {
    case omitted
    case flag
    case text(String)
  }

  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  init(_ name: StaticString, _ text: String) { self.init(name, .text(text)) }

  init(_ name: StaticString, _ text: String?) {
    self.init(name, text.map(Value.text) ?? .omitted)
  }

  init(_ name: StaticString, flag: Bool) { self.init(name, flag ? .flag : .omitted) }

  /// No attribute: what a condition gives when it does not hold.
  public static let none = Attribute("", .omitted)

  /// The attribute when the condition holds, otherwise none.
  public static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
    condition ? attribute : .none
  }
}
