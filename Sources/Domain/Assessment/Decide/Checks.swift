// SPDX-License-Identifier: Apache-2.0

/// Checks of single fields. Each names the field it refuses.
enum Check {
  /// A text that must be there.
  static func text(
    _ text: String?, _ field: String, limit: Int = CaseLimit.textLength
  ) throws(Refusal) {
    guard let text, !text.isBlank else { throw Refusal(.missing, field: field) }
    try optional(text, field, limit: limit)
  }

  /// A text that may be left out but not be too long, of characters that a message can carry.
  static func optional(
    _ text: String?, _ field: String, limit: Int = CaseLimit.textLength
  ) throws(Refusal) {
    guard let text else { return }
    if text.unicodeScalars.count > limit {
      throw Refusal(.tooLong, field: field, values: ["\(limit)"])
    }
    if !text.isWritable { throw Refusal(.controlCharacter, field: field) }
  }

  /// A day that lies no later than today.
  static func past(_ day: Day, _ field: String, _ context: CaseContext) throws(Refusal) {
    if day > context.today { throw Refusal(.dayInFuture, field: field) }
  }

  /// A day of something that has happened: no later than today and no earlier than what it
  /// belongs to.
  static func happened(
    _ day: Day, _ field: String, since earliest: Day?, _ context: CaseContext
  ) throws(Refusal) {
    try past(day, field, context)
    try notBefore(day, earliest, field)
  }

  /// A day that lies today or later, within what can be meant.
  static func future(_ day: Day, _ field: String, _ context: CaseContext) throws(Refusal) {
    if day < context.today { throw Refusal(.dayInPast, field: field) }
    try notFar(day, field, context)
  }

  /// A day that is not so far ahead that it must be a slip.
  static func notFar(_ day: Day, _ field: String, _ context: CaseContext) throws(Refusal) {
    if day - context.today > CaseLimit.daysAhead { throw Refusal(.outOfRange, field: field) }
  }

  /// A day that lies no earlier than another.
  static func notBefore(_ day: Day, _ earliest: Day?, _ field: String) throws(Refusal) {
    if let earliest, day < earliest {
      throw Refusal(.tooEarly, field: field, values: [earliest.description])
    }
  }

  static func interpreter(_ interpreter: Interpreter) throws(Refusal) {
    if !interpreter.needed && interpreter.language?.isBlank == false {
      throw Refusal(.languageWithoutNeed, field: "interpreter.language")
    }
    try optional(interpreter.language, "interpreter.language", limit: CaseLimit.lineLength)
  }

  static func officer(_ officer: CaseOfficer, _ route: Route) throws(Refusal) {
    try text(officer.phone, "officer.phone", limit: CaseLimit.lineLength)
    if route == .page {
      try text(officer.name, "officer.name", limit: CaseLimit.lineLength)
    }
  }

  static func documents(_ list: DocumentList, _ field: String) throws(Refusal) {
    let items = list.items ?? []
    if items.count > CaseLimit.documents {
      throw Refusal(.tooMany, field: field, values: ["\(CaseLimit.documents)"])
    }
    for (index, item) in items.enumerated() {
      try text(item.title, "\(field).\(index).title", limit: CaseLimit.lineLength)
      if item.pages < 1 || item.pages > CaseLimit.pages {
        throw Refusal(.outOfRange, field: "\(field).\(index).pages")
      }
      if let file = item.file, !file.isWellFormed || file.pages != item.pages {
        throw Refusal(.documentNotAsSent, field: "\(field).\(index).file")
      }
    }
    let files = items.compactMap(\.file?.id)
    if Set(files).count != files.count { throw Refusal(.documentTwice, field: field) }
    for part in list.absent ?? [] {
      try text(part.reason, "\(field).absent.\(part.kind.rawValue)")
    }
  }
}

extension String {
  /// Nothing that can be seen: white space, and marks without width.
  var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
  }
}
