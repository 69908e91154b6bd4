// SPDX-License-Identifier: Apache-2.0

/// Writes a fact as one line of text: fields between `|`, lists between `,`. What a document says
/// in words of its own is escaped, so that no text can pass for a border.
struct FactLineWriter {
  private(set) var bytes: [UInt8] = []

  init(_ form: String) {
    bytes.reserveCapacity(256)
    bytes.append(contentsOf: form.utf8)
  }

  var line: String { String(decoding: bytes, as: UTF8.self) }

  mutating func field() { bytes.append(FactLineMark.field) }

  mutating func write(_ number: Int?) {
    field()
    if let number { bytes.append(contentsOf: String(number).utf8) }
  }

  mutating func write(_ key: FactKey?) {
    field()
    if let key { append(key) }
  }

  mutating func write(_ time: CertificateTime?) {
    field()
    guard let time else { return }
    append(time.day.number)
    bytes.append(UInt8(ascii: "."))
    append(time.time.secondOfDay)
  }

  /// Nil is an empty field, and the empty text a lonely escape.
  mutating func write(_ text: String?) {
    field()
    guard let text else { return }
    if text.isEmpty { bytes.append(FactLineMark.escape) } else { append(text) }
  }

  mutating func write(_ texts: [String]) {
    write(list: texts) { writer, text in
      if text.isEmpty {
        writer.bytes.append(FactLineMark.escape)
      } else {
        writer.append(text)
      }
    }
  }

  mutating func write<T>(list: [T], _ each: (inout FactLineWriter, T) -> Void) {
    field()
    for (place, element) in list.enumerated() {
      if place > 0 { bytes.append(FactLineMark.list) }
      each(&self, element)
    }
  }

  mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  mutating func append(_ key: FactKey) {
    for half in [key.high, key.low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        bytes.append(FactLineMark.digits[Int(half >> UInt64(shift) & 15)])
      }
    }
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) {
    for byte in text.utf8 {
      if byte < 0x20 || FactLineMark.all.contains(byte) {
        bytes.append(FactLineMark.escape)
        bytes.append(FactLineMark.digits[Int(byte >> 4)])
        bytes.append(FactLineMark.digits[Int(byte & 15)])
      } else {
        bytes.append(byte)
      }
    }
  }
}

/// The bytes that mean something in a line.
enum FactLineMark {
  static let field = UInt8(ascii: "|")
  static let list = UInt8(ascii: ",")
  static let escape = UInt8(ascii: "%")
  /// Between the parts of an element of a list.
  static let part = UInt8(ascii: ":")
  static let all = [field, list, escape, part, 0x7F]
  static let digits = Array("0123456789abcdef".utf8)
}

/// Reads what `FactLineWriter` wrote, field by field. Every reading gives nil for what has not the
/// form that is written.
struct FactLineReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Nil when the line has another form.
  init?(_ line: String, form: String) {
    let bytes = Array(line.utf8)
    guard bytes.starts(with: form.utf8) else { return nil }
    self.bytes = bytes[...]
    place = form.utf8.count
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { place == bytes.endIndex }

  /// The bytes of the next field; nil when there is none.
  mutating func field() -> ArraySlice<UInt8>? {
    guard place < bytes.endIndex, bytes[place] == FactLineMark.field else { return nil }
    let start = place + 1
    var end = start
    while end < bytes.endIndex, bytes[end] != FactLineMark.field { end += 1 }
    place = end
    return bytes[start..<end]
  }

  /// A field that may be empty: nil for what has not the form, and in it nil for nothing.
  mutating func optional<T>(_ read: (ArraySlice<UInt8>) -> T?) -> T?? {
    guard let field = field() else { return nil }
    if field.isEmpty { return .some(nil) }
    return read(field).map { .some($0) }
  }

  mutating func list<T>(_ read: (ArraySlice<UInt8>) -> T?) -> [T]? {
    guard let field = field() else { return nil }
    if field.isEmpty { return [] }
    var elements: [T] = []
    for part in field.split(separator: FactLineMark.list, omittingEmptySubsequences: false) {
      guard let element = read(part) else { return nil }
      elements.append(element)
    }
    return elements
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.first == UInt8(ascii: "-") { return decimal(bytes.dropFirst()).map { -$0 } }
    return decimal(bytes)
  }

  static func key(_ bytes: ArraySlice<UInt8>) -> FactKey? {
    guard bytes.count == 32 else { return nil }
    var halves: [UInt64] = [0, 0]
    for (place, byte) in bytes.enumerated() {
      guard let digit = digit(byte) else { return nil }
      halves[place / 16] = halves[place / 16] << 4 | UInt64(digit)
    }
    return FactKey(high: halves[0], low: halves[1])
  }

  static func time(_ bytes: ArraySlice<UInt8>) -> CertificateTime? {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), let day = number(bytes[..<point]),
      let seconds = decimal(bytes[(point + 1)...]), seconds < 86_400,
      let time = TimeOfDay(
        hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    else { return nil }
    return CertificateTime(day: Day(number: day), time: time)
  }

  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(FactLineMark.escape) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    if bytes.count == 1 { return "" }
    var plain: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] == FactLineMark.escape {
        guard place + 2 < bytes.endIndex, let high = digit(bytes[place + 1]),
          let low = digit(bytes[place + 2])
        else { return nil }
        plain.append(high << 4 | low)
        place += 3
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// The values of a coded field in a fixed order, by whose places they are written. A value keeps
/// its place for ever; a new one comes last.
struct FactCodes<Value: Hashable & Sendable>: Sendable {
  let values: [Value]

  init(_ values: [Value]) { self.values = values }

  func place(_ value: Value) -> Int? { values.firstIndex(of: value) }

  func value(_ bytes: ArraySlice<UInt8>) -> Value? {
    guard let place = decimal(bytes), values.indices.contains(place) else { return nil }
    return values[place]
  }

  /// A set as a sum of powers of two.
  func mask(_ set: Set<Value>) -> Int {
    set.reduce(0) { $0 | 1 << (place($1) ?? 0) }
  }

  func set(_ bytes: ArraySlice<UInt8>) -> Set<Value>? {
    guard let mask = decimal(bytes), mask < 1 << values.count else { return nil }
    return Set(values.indices.filter { mask & 1 << $0 != 0 }.map { values[$0] })
  }
}

/// The orders of the coded fields.
enum FactCode {
  static let kinds = FactCodes<CertificateKind>([.lisjp, .fk7263])
  static let systems = FactCodes<DiagnosisSystem>([.icd10, .ksh97p])
  static let bases = FactCodes<CertificateBasisKind>([
    .examination, .physicalExamination, .digitalExamination, .telephone, .records, .other,
  ])
  static let occupations = FactCodes<OccupationKind>([
    .presentWork, .jobSeeking, .parentalLeave, .studies,
  ])
  static let prognoses = FactCodes<PrognosisKind>([
    .likely, .unlikely, .unclear, .afterDays, .afterMonths,
  ])
  static let measures = FactCodes<ReturnMeasure>([
    .none, .workTraining, .workAdaptation, .newWork, .workplaceVisit, .ergonomics, .aids,
    .conflictHandling, .occupationalHealth, .otherTasks, .other,
  ])
  static let relations = FactCodes<CertificateRelationKind>([
    .extends, .supplements, .replaces, .copies,
  ])
  static let directions = FactCodes<CertificateMessage.Direction>([.toCare, .toRecipient])
  static let subjects = FactCodes<CertificateMessageSubject>([
    .supplement, .meeting, .contact, .other, .reminder,
  ])
}
