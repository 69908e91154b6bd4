// SPDX-License-Identifier: Apache-2.0

/// Bytes of texts in a row as netstrings: `5:hello,`. Two different rows never give the same
/// bytes, and anybody can write the few lines that make them.
struct NetBytes {
  private(set) var bytes: [UInt8] = []

  init(_ form: String) { append(form) }

  mutating func append(_ text: String) {
    let text = Array(text.utf8)
    bytes += Array("\(text.count):".utf8) + text + [0x2C]
  }

  /// A text that may be left out: how many follow, and that one.
  mutating func append(optional text: String?) {
    append(text == nil ? "0" : "1")
    if let text { append(text) }
  }

  mutating func append(_ count: Int) { append("\(count)") }
}

// The canonical form of what is signed: the same content gives the same bytes on every machine and
// in every version of this program. It is described in docs/statement.md.

/// What is signed by its digest: a statement, or an addition to one.
public protocol SignableContent: Sendable {
  /// What the digest is taken of.
  var canonicalBytes: [UInt8] { get }
}

extension SignableContent {
  /// The digest, hexadecimal.
  public func digest(_ hash: StatementHash) -> String { hash(canonicalBytes).hexadecimal }
}

extension StatementContent: SignableContent {
  /// What the digest is taken of.
  public var canonicalBytes: [UInt8] {
    var bytes = NetBytes("samsyn-statement-1")
    bytes.append(form)
    head.append(to: &bytes)
    bytes.append(parts.count)
    for part in parts {
      bytes.append(part.section)
      bytes.append(part.entries.count)
      for entry in part.entries {
        bytes.append(entry.field)
        entry.value.append(to: &bytes)
      }
      bytes.append(part.writers)
    }
    return bytes.bytes
  }
}

extension SupplementContent: SignableContent {
  /// What the digest is taken of.
  public var canonicalBytes: [UInt8] {
    var bytes = NetBytes("samsyn-supplement-1")
    bytes.append(assessment.description)
    bytes.append(number)
    bytes.append(optional: statement)
    bytes.append(additions.count)
    for addition in additions {
      bytes.append(optional: addition.section)
      bytes.append(optional: addition.question)
      bytes.append(addition.answer)
      bytes.append(addition.writers)
    }
    return bytes.bytes
  }
}

extension StatementHead {
  fileprivate func append(to bytes: inout NetBytes) {
    bytes.append(assessment.description)
    bytes.append(optional: agencyNumber)
    bytes.append(personNumber.digits12)
    bytes.append(optional: name)
    bytes.append(optional: purpose)
    bytes.append(performer)
    bytes.append(doctor)
    bytes.append(optional: completeDay?.description)
    bytes.append(visits.count)
    for visit in visits {
      bytes.append(visit.profession.rawValue)
      bytes.append(visit.day.description)
      bytes.append(optional: visit.examiner)
    }
  }
}

extension NetBytes {
  fileprivate mutating func append(_ writers: [StatementWriter]) {
    append(writers.count)
    for writer in writers {
      append(writer.person)
      append(writer.name)
      append(writer.profession.rawValue)
    }
  }
}

extension StatementValue {
  fileprivate func append(to bytes: inout NetBytes) {
    switch self {
    case .text(let text): bytes.append("text", text)
    case .day(let day): bytes.append("day", day.description)
    case .number(let number): bytes.append("number", "\(number)")
    case .choice(let id): bytes.append("choice", id)
    case .grade(let level): bytes.append("grade", "\(level)")
    case .icf(let codes):
      bytes.append("icf", "\(codes.count)")
      for code in codes {
        bytes.append(code.code)
        bytes.append(optional: code.qualifier.map(String.init))
        bytes.append(optional: code.note)
      }
    case .rows(let rows):
      bytes.append("rows", "\(rows.count)")
      for row in rows {
        bytes.append(row.count)
        for cell in row { bytes.append(cell) }
      }
    case .documents(let documents):
      bytes.append("documents", "\(documents.count)")
      for document in documents {
        bytes.append(document.number)
        bytes.append(document.title)
        bytes.append(optional: document.dated?.description)
        bytes.append(document.pages)
        bytes.append(optional: document.sha256)
      }
    }
  }
}

extension NetBytes {
  fileprivate mutating func append(_ kind: String, _ text: String) {
    append(kind)
    append(text)
  }
}
