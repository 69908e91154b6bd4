// SPDX-License-Identifier: Apache-2.0

// Care systems let the doctor tick ICF categories and give explanations in fields of their own,
// and put them as lines in front of the free text. Here they are taken apart again.

extension AssessedText {
  private static let leadIns = [
    "Problem som påverkar patientens möjlighet att utföra sin sysselsättning:",
    "Svårigheter som påverkar patientens sysselsättning:",
  ]

  /// Takes the lead-in line off a text of question 35 or 17. The titles stand on the lead-in's
  /// own line, with hyphens between blanks, and an empty line follows.
  public init(reading text: String, codes: [String] = []) {
    let body = text.trimmedOfXMLSpace
    guard let leadIn = AssessedText.leadIns.first(where: { body.utf8.starts(with: $0.utf8) })
    else {
      self.init(codes: codes, text: body)
      return
    }
    let start = body.utf8.index(body.utf8.startIndex, offsetBy: leadIn.utf8.count)
    let rest = String(body[start...]).trimmedOfXMLSpace
    let lineEnd = rest.utf8.firstIndex(of: 0xA) ?? rest.endIndex
    let line = String(rest[..<lineEnd]).trimmedOfXMLSpace
    self.init(
      titles: AssessedText.parts(of: line), codes: codes,
      text: String(rest[lineEnd...]).trimmedOfXMLSpace)
  }

  /// The parts between " - ".
  private static func parts(of line: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    let bytes = Array(line.utf8)
    var place = 0
    while place < bytes.count {
      if place + 2 < bytes.count, bytes[place] == 0x20, bytes[place + 1] == UInt8(ascii: "-"),
        bytes[place + 2] == 0x20
      {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        place += 3
      } else {
        part.append(bytes[place])
        place += 1
      }
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return parts.map(\.trimmedOfXMLSpace).filter { !$0.isEmpty }
  }
}

extension OtherInformation {
  private static let noExaminationLead =
    "Motivering till varför utlåtandet inte baseras på undersökning av patienten:"
  private static let backDatedLead =
    "Orsak för att starta perioden mer än 7 dagar bakåt i tiden:"

  /// Takes the two explanations off a text of question 25. They stand first, in this order, one
  /// after the other with a line end between. The first one goes on until the second begins;
  /// the last one until its line ends, since nothing tells it from the free text after it.
  public init(reading text: String) {
    var rest = text.trimmedOfXMLSpace
    var noExamination: String?
    var backDated: String?
    if let after = OtherInformation.dropping(OtherInformation.noExaminationLead, of: rest) {
      if let second = OtherInformation.place(of: OtherInformation.backDatedLead, in: after) {
        noExamination = String(after[..<second]).trimmedOfXMLSpace
        rest = String(after[second...])
      } else {
        (noExamination, rest) = OtherInformation.line(after)
      }
    }
    if let after = OtherInformation.dropping(OtherInformation.backDatedLead, of: rest) {
      (backDated, rest) = OtherInformation.line(after)
    }
    self.init(noExamination: noExamination, backDated: backDated, text: rest.trimmedOfXMLSpace)
  }

  private static func dropping(_ lead: String, of text: String) -> String? {
    guard text.utf8.starts(with: lead.utf8) else { return nil }
    return String(text.utf8.dropFirst(lead.utf8.count)) ?? ""
  }

  /// Where the lead stands at the beginning of a line.
  private static func place(of lead: String, in text: String) -> String.Index? {
    let bytes = text.utf8
    var from = bytes.startIndex
    while let end = bytes[from...].firstIndex(of: 0xA) {
      let next = bytes.index(after: end)
      if bytes[next...].starts(with: lead.utf8) { return next }
      from = next
    }
    return nil
  }

  private static func line(_ text: String) -> (String, String) {
    guard let end = text.utf8.firstIndex(of: 0xA) else { return (text.trimmedOfXMLSpace, "") }
    return (String(text[..<end]).trimmedOfXMLSpace, String(text[end...]))
  }
}
