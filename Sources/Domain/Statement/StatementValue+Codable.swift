// SPDX-License-Identifier: Apache-2.0

// Form in storage and interfaces: one field that names the kind, such as {"grade": 2}. The names
// are permanent.
extension StatementValue {
  private enum Key: String, CodingKey {
    case text, day, number, choice, grade, icf, rows, documents
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    guard let key = box.allKeys.first, box.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "one kind of value is expected"))
    }
    self =
      switch key {
      case .text: .text(try box.decode(String.self, forKey: key))
      case .day: .day(try box.decode(Day.self, forKey: key))
      case .number: .number(try box.decode(Int.self, forKey: key))
      case .choice: .choice(try box.decode(String.self, forKey: key))
      case .grade: .grade(try box.decode(Int.self, forKey: key))
      case .icf: .icf(try box.decode([ICFCode].self, forKey: key))
      case .rows: .rows(try box.decode([[String]].self, forKey: key))
      case .documents: .documents(try box.decode([ReadDocument].self, forKey: key))
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try box.encode(text, forKey: .text)
    case .day(let day): try box.encode(day, forKey: .day)
    case .number(let number): try box.encode(number, forKey: .number)
    case .choice(let id): try box.encode(id, forKey: .choice)
    case .grade(let level): try box.encode(level, forKey: .grade)
    case .icf(let codes): try box.encode(codes, forKey: .icf)
    case .rows(let rows): try box.encode(rows, forKey: .rows)
    case .documents(let documents): try box.encode(documents, forKey: .documents)
    }
  }
}
