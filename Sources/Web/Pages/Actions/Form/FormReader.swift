// SPDX-License-Identifier: Apache-2.0
import Domain

/// Reads the answers of a form and collects everything that is wrong with them, so that the
/// reader is told of all of it at once.
///
/// Each function gives nil where there is no usable answer; the reason then stands in `errors`,
/// unless the answer was optional and left out.
struct FormReader {
  let values: FormValues
  let today: Day
  let parts: [FormPart]
  private(set) var errors = FormErrors()

  init(_ values: FormValues, _ parts: [FormPart], today: Day) {
    self.values = values
    self.parts = parts
    self.today = today
  }

  /// Notes what is wrong with a field.
  mutating func refuse(_ name: String, _ text: Bilingual) {
    let label = parts.field(named: name)?.label(of: name)
    errors.add(name, label.map { FormReader.sentence($0, text) } ?? text)
  }

  /// Words that must be there.
  mutating func text(_ name: String) -> String? {
    guard let text = optionalText(name) else {
      if errors.text(name) == nil { refuseMissing(name) }
      return nil
    }
    return text
  }

  /// Words that may be left out.
  mutating func optionalText(_ name: String) -> String? {
    guard let text = values.text(name) else { return nil }
    var limit = CaseLimit.lineLength
    if case .text? = parts.field(named: name)?.control { limit = CaseLimit.textLength }
    if text.unicodeScalars.count > limit {
      refuse(name, ReaderTexts.tooLong(limit))
      return nil
    }
    return text
  }

  mutating func day(_ name: String) -> Day? {
    if values.text(name) == nil { refuseMissing(name) }
    return optionalDay(name)
  }

  /// A day as `2026-06-12`, `20260612` or the word for today.
  mutating func optionalDay(_ name: String) -> Day? {
    guard let text = values.text(name) else { return nil }
    if ReaderTexts.today.contains(text.lowercased()) { return today }
    if let day = Day(text) { return day }
    refuse(name, ReaderTexts.noDay)
    return nil
  }

  mutating func time(_ name: String) -> TimeOfDay? {
    if values.text(name) == nil { refuseMissing(name) }
    return optionalTime(name)
  }

  mutating func optionalTime(_ name: String) -> TimeOfDay? {
    guard let text = values.text(name) else { return nil }
    if let time = TimeOfDay(text) { return time }
    refuse(name, ReaderTexts.noTime)
    return nil
  }

  /// A moment that is asked for as a day and a clock time.
  mutating func instant(day dayName: String, time timeName: String) -> Instant? {
    let day = day(dayName)
    let time = time(timeName)
    guard let day, let time else { return nil }
    return Instant(day: day, time: time)
  }

  mutating func optionalNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = values.text(name) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    refuse(name, ReaderTexts.noNumber(range))
    return nil
  }

  mutating func choice<Word: RawRepresentable>(_ name: String) -> Word?
  where Word.RawValue == String {
    if let text = values.text(name), offers(text, in: name), let word = Word(rawValue: text) {
      return word
    }
    refuseMissing(name)
    return nil
  }

  /// The value of a choice whose words belong to the form alone.
  mutating func chosenValue(_ name: String) -> String? {
    if let text = values.text(name), offers(text, in: name) { return text }
    refuseMissing(name)
    return nil
  }

  mutating func optionalChoice<Word: RawRepresentable>(_ name: String) -> Word?
  where Word.RawValue == String {
    values.text(name) == nil ? nil : choice(name)
  }

  mutating func several<Word: RawRepresentable>(_ name: String) -> [Word]
  where Word.RawValue == String {
    values.all(name).filter { offers($0, in: name) }.compactMap { Word(rawValue: $0) }
  }

  mutating func yesNo(_ name: String) -> Bool? {
    if let answer = optionalYesNo(name) { return answer }
    refuseMissing(name)
    return nil
  }

  func optionalYesNo(_ name: String) -> Bool? {
    switch values.text(name) {
    case FormChoice.yes: true
    case FormChoice.no: false
    default: nil
    }
  }

  /// An organisation out of those offered.
  mutating func organisation(_ name: String) -> HSAID? {
    if let text = values.text(name), offers(text, in: name), let id = try? HSAID(text) {
      return id
    }
    refuseMissing(name)
    return nil
  }

  /// The organisations that were ticked.
  func organisations(_ name: String) -> [HSAID] {
    values.all(name).filter { offers($0, in: name) }.compactMap { try? HSAID($0) }
  }

  /// Whether a value is among those that the field offers.
  private func offers(_ value: String, in name: String) -> Bool {
    switch parts.field(named: name)?.control {
    case .one(let choices), .several(let choices), .list(let choices):
      choices.contains { $0.value == value }
    default: false
    }
  }

  mutating func refuseMissing(_ name: String) {
    guard let field = parts.field(named: name) else {
      return errors.add(name, ReaderTexts.write)
    }
    refuse(name, FormReader.missing(field))
  }

  /// What to do where an answer is missing.
  static func missing(_ field: FormField) -> Bilingual {
    switch field.control {
    case .line, .text: ReaderTexts.write
    case .day: ReaderTexts.noDay
    case .time: ReaderTexts.noTime
    case .number: ReaderTexts.write
    case .one, .list: ReaderTexts.choose
    case .several: ReaderTexts.chooseSome
    case .documents: ReaderTexts.write
    }
  }

  /// The question and what is wrong with its answer, as one sentence.
  static func sentence(_ label: Bilingual, _ text: Bilingual) -> Bilingual {
    func open(_ label: String) -> String {
      label.hasSuffix("?") || label.hasSuffix(".") ? "”\(label)”" : label
    }
    return Bilingual(sv: "\(open(label.sv)): \(text.sv)", en: "\(open(label.en)): \(text.en)")
  }
}

/// The words of the reader.
enum ReaderTexts {
  /// What may be written for today's date, in lower case.
  static let today: Set<String> = ["idag", "i dag", "today"]

  static let write = Bilingual(sv: "fyll i uppgiften", en: "fill this in")
  static let choose = Bilingual(sv: "välj ett alternativ", en: "choose an option")
  static let chooseSome = Bilingual(
    sv: "välj minst ett alternativ", en: "choose at least one option")
  static let noDay = Bilingual(
    sv: "skriv dagen som åååå-mm-dd eller ”i dag”",
    en: "write the day as yyyy-mm-dd or “today”")
  static let noTime = Bilingual(
    sv: "skriv klockslaget med timmar och minuter, till exempel 09.30",
    en: "write the time with hours and minutes, for example 09:30")

  static func tooLong(_ limit: Int) -> Bilingual {
    Bilingual(
      sv: "texten är för lång, högst \(CountText.grouped(limit)) tecken",
      en: "the text is too long, at most \(CountText.grouped(limit)) characters")
  }

  static func noNumber(_ range: ClosedRange<Int>) -> Bilingual {
    Bilingual(
      sv: "skriv ett heltal från \(range.lowerBound) till \(range.upperBound)",
      en: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
  }
}

extension TimeOfDay {
  /// As it is typed in a field: `09.30`.
  var typed: String {
    String(description.prefix(5)).split(separator: ":").joined(separator: ".")
  }
}
