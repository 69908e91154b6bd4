// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Reads the answers of a certificate (svar) into a sheet, as they stand.
struct SheetReader {
  private let form: CertificateForm
  private(set) var sheet = AnswerSheet()

  init(_ form: CertificateForm) { self.form = form }

  mutating func readAnswer(_ node: XMLNode) {
    let question = node.attribute("id") { SheetReader.identifier($0) } ?? nil
    if question == nil { form.note(.form, "svar", "id") }
    var instances = 0
    var instance: Int?
    var parts = 0
    for child in node.children {
      switch form.space(of: child) {
      case .core where child.isNamed("delsvar"):
        parts += 1
        readPart(child)
      case .core where child.isNamed("instans"):
        if instances > 0 || parts > 0 { form.note(.form, "svar", "instans") }
        instances += 1
        if instances == 1 { instance = SheetReader.instance(child.trimmedText) }
      case .core: form.note(.form, "svar")
      default: break
      }
    }
    if parts == 0 { form.note(.form, "svar", "delsvar") }
    sheet.endAnswer(question: question, instances: instances, instance: instance)
  }

  private mutating func readPart(_ node: XMLNode) {
    let id = node.attribute("id") { SheetReader.partID($0) } ?? nil
    if id == nil { form.note(.form, "delsvar", "id") }
    sheet.add(
      AnswerSheet.Part(question: id?.question, number: id?.number, value: value(of: node)))
  }

  private func value(of node: XMLNode) -> AnswerSheet.Value {
    var children = node.children
    guard let first = children.next() else { return .text(node.text) }
    var isAlone = true
    while let other = children.next() {
      isAlone = false
      if form.space(of: other) == .core { form.note(.form, "delsvar") }
    }
    switch form.space(of: first) {
    case .types where isAlone && first.isNamed("cv"): return .code(coded(first))
    case .types where isAlone && first.isNamed("datePeriod"): return period(first)
    case .core: form.note(.form, "delsvar")
    default: break
    }
    return .other(text: node.text)
  }

  private static let codedSequence = FormSequence([
    FormSlot("code", .types), FormSlot("codeSystem", .types),
    FormSlot("codeSystemName", .types, .optional),
    FormSlot("codeSystemVersion", .types, .optional),
    FormSlot("displayName", .types, .optional), FormSlot("originalText", .types, .optional),
  ])

  /// Looks at every element itself, since the rules count them.
  private func coded(_ node: XMLNode) -> AnswerSheet.CodedValue {
    var walk = FormWalk(node, SheetReader.codedSequence, at: "cv", form)
    var code: String?
    var system: CertificateCodeSystem?
    var isWhole = true
    while let (slot, child) = walk.next() {
      switch slot {
      case 0:
        code = child.trimmedText
        isWhole = isWhole && !child.hasChildren
      case 1:
        system = SheetReader.system(child)
        isWhole = isWhole && !child.hasChildren
      default: break
      }
    }
    let isRepeated = walk.isRepeated(0) || walk.isRepeated(1) || walk.isRepeated(4)
    return AnswerSheet.CodedValue(
      system: system ?? .other(""), code: code ?? "",
      isWhole: isWhole && code != nil && system != nil && !isRepeated)
  }

  /// The usual systems without a copy of their text.
  private static func system(_ node: XMLNode) -> CertificateCodeSystem {
    if node.hasText("1.2.752.116.1.1.1.1.3") { return .icd10 }
    if node.hasText("KV_FKMU_0003") { return .fkmu(3) }
    if node.hasText("KV_FKMU_0001") { return .fkmu(1) }
    if node.hasText("KV_FKMU_0002") { return .fkmu(2) }
    if node.hasText("KV_FKMU_0004") { return .fkmu(4) }
    return CertificateCodeSystem(node.trimmedText)
  }

  private static let periodSequence = FormSequence([
    FormSlot("start", .types, .optional), FormSlot("end", .types, .optional),
  ])

  private func period(_ node: XMLNode) -> AnswerSheet.Value {
    var first: String?
    var last: String?
    var walk = FormWalk(node, SheetReader.periodSequence, at: "datePeriod", form)
    while let (slot, child) = walk.next() {
      let text = child.text
      if slot == 0 { first = text } else { last = text }
      if Day(isoText: text) == nil, Day(isoText: child.trimmedText) == nil {
        form.note(.form, "datePeriod", slot == 0 ? "start" : "end")
      }
    }
    return .period(first: first, last: last)
  }

  /// A number of at most six digits.
  static func number(_ text: String) -> Int? { number(Array(text.utf8)) }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...6).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// The number of a question or of a part of one, which is written in one way only.
  private static func identifier(_ digits: some Collection<UInt8>) -> Int? {
    digits.count > 1 && digits.first == UInt8(ascii: "0") ? nil : number(digits)
  }

  /// An instance is any number in XML, as `number()` understands it: `1.0` is one too.
  private static func instance(_ text: String) -> Int? {
    let whole = text.utf8.prefix { $0 != UInt8(ascii: ".") }
    let isNegative = whole.first == UInt8(ascii: "-")
    guard let value = number(isNegative ? whole.dropFirst() : whole) else { return nil }
    return isNegative ? -value : value
  }

  private static func partID(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (question: Int, number: Int)? {
    guard let dot = text.firstIndex(of: UInt8(ascii: ".")),
      let question = identifier(text[..<dot]), let part = identifier(text[(dot + 1)...])
    else { return nil }
    return (question, part)
  }
}
