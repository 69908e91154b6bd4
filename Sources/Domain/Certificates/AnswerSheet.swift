// SPDX-License-Identifier: Apache-2.0

/// The answers of a certificate as they stand in the message, before anything is believed: what
/// the rules examine and the typed answers are made of. Flat, so that reading it costs little.
public struct AnswerSheet: Hashable, Sendable {
  /// A part of an answer (delsvar).
  public struct Part: Hashable, Sendable {
    /// The part's question, 32 in `32.2`; nil when it is no number.
    public let question: Int?
    /// The number of the part, 2 in `32.2`.
    public let number: Int?
    public let value: Value

    /// A part as it stands.
    public init(question: Int?, number: Int?, value: Value) {
      self.question = question
      self.number = number
      self.value = value
    }
  }

  /// What stands in a part.
  public enum Value: Hashable, Sendable {
    /// Only text, as it stands.
    case text(String)
    /// A coded value.
    case code(CodedValue)
    /// The days of a period as they stand; nil for one that is missing.
    case period(first: String?, last: String?)
    /// Other elements, or several where there may be one.
    case other(text: String)
  }

  /// A coded value (cv).
  public struct CodedValue: Hashable, Sendable {
    public let system: CertificateCodeSystem
    /// Without white space around.
    public let code: String
    /// Exactly one system and one code, at most one name, and nothing inside them.
    public let isWhole: Bool

    /// A coded value as it stands.
    public init(system: CertificateCodeSystem, code: String, isWhole: Bool = true) {
      self.system = system
      self.code = code
      self.isWhole = isWhole
    }
  }

  /// One answer (svar).
  public struct Answer: Hashable, Sendable {
    /// The number of the question; nil when it is no number.
    public let question: Int?
    /// How often the instance is told, and the first of them; nil when it is no number.
    public let instances: Int
    public let instance: Int?
    /// Which of the sheet's parts belong to it.
    public let parts: Range<Int>
  }

  public private(set) var answers: [Answer] = []
  public private(set) var parts: [Part] = []

  /// An empty sheet.
  public init() {
    answers.reserveCapacity(20)
    parts.reserveCapacity(32)
  }

  /// Adds a part to the answer that is ended next.
  public mutating func add(_ part: Part) { parts.append(part) }

  /// Ends an answer: all parts since the last one are its own.
  public mutating func endAnswer(question: Int?, instances: Int, instance: Int?) {
    let first = answers.last?.parts.upperBound ?? 0
    answers.append(
      Answer(
        question: question, instances: instances, instance: instance,
        parts: first..<parts.count))
  }
}

extension AnswerSheet {
  /// The first part of an answer with this number.
  func part(_ number: Int, of answer: Answer) -> Part? {
    for place in answer.parts
    where parts[place].number == number && parts[place].question == answer.question {
      return parts[place]
    }
    return nil
  }

  /// The text of that part without white space around; nil when it is missing or empty.
  func text(_ number: Int, of answer: Answer) -> String? {
    switch part(number, of: answer)?.value {
    case .text(let text), .other(let text): text.trimmedOfXMLSpace.nilIfEmpty
    case .code, .period, nil: nil
    }
  }

  /// The code of that part.
  func code(_ number: Int, of answer: Answer) -> CodedValue? {
    guard case .code(let value) = part(number, of: answer)?.value else { return nil }
    return value
  }

  /// True or false; nil for anything else.
  func flag(_ number: Int, of answer: Answer) -> Bool? {
    guard case .text(let text) = part(number, of: answer)?.value else { return nil }
    return AnswerSheet.flag(text)
  }

  static func flag(_ text: String) -> Bool? {
    switch text.trimmedOfXMLSpace {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// The day of a text such as `2026-06-12`, which may be followed by a zone as XML's own dates
  /// may; nothing may stand before it.
  static func day(_ text: String) -> Day? {
    if let day = Day(isoText: text) { return day }
    guard let day = Day(isoDate: Array(text.utf8.prefix(10))) else { return nil }
    let rest = String(text.dropFirst(10)).trimmedOfXMLSpace
    guard rest.isEmpty || rest == "Z" || isZone(Array(rest.utf8)) else { return nil }
    return day
  }

  private static func isZone(_ zone: [UInt8]) -> Bool {
    zone.count == 6 && (zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"))
      && zone[3] == UInt8(ascii: ":") && decimal(zone[1..<3]).map { $0 <= 14 } == true
      && decimal(zone[4..<6]).map { $0 <= 59 } == true
  }
}

extension String {
  /// Without the four marks of XML white space around.
  var trimmedOfXMLSpace: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x9 || $0 == 0xA || $0 == 0xD }
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return self }
    guard isSpace(first) || isSpace(last) else { return self }
    guard let start = bytes.firstIndex(where: { !isSpace($0) }),
      let end = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start...end])
  }

  var nilIfEmpty: String? { isEmpty ? nil : self }
}
