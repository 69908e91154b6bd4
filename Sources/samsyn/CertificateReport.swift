// SPDX-License-Identifier: Apache-2.0
import Foundation
import Service
import Store

/// The file in which an import tells what became of each document. It is for its owner only, since
/// names of files may hold personal data.
final class CertificateReport {
  private let handle: FileHandle
  private let isJSON: Bool
  private var waiting: [UInt8] = []

  private struct Line: Encodable {
    struct Reason: Encodable {
      let code: String
      let at: String
    }

    let file: String
    let verdict: String
    let known: Bool
    let kind: String
    let type: String?
    let refusal: String?
    let rules: [Reason]
    let notes: [Reason]
    let remarks: [String]
    let earlier: Earlier?
  }

  /// The document that had the same certificate's identity first.
  private struct Earlier: Encodable {
    let batch: Int
    let document: Int
    let content: String

    init(_ earlier: EarlierCertificate) {
      batch = earlier.batch
      document = earlier.place
      content = earlier.isSameContent ? "same" : "other"
    }

    var text: String { "\(content) content: import \(batch), document \(document)" }
  }

  init(_ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw CommandOutput.failure("the report \(path) cannot be written", .usage)
    }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    isJSON = path.lowercased().hasSuffix(".json") || path.lowercased().hasSuffix(".jsonl")
    if !isJSON { append("file,verdict,known,kind,type,refusal,rules,notes,remarks,earlier") }
  }

  func add(_ item: CertificateImportItem) throws {
    func reasons(_ kind: CertificateReason.Kind) -> [Line.Reason] {
      (item.judgement?.reasons ?? []).filter { $0.kind == kind }
        .map { Line.Reason(code: $0.code, at: $0.place) }
    }
    let line = Line(
      file: item.name, verdict: item.judgement?.verdict.rawValue ?? "passed-over",
      known: item.isKnown, kind: item.judgement?.kind.rawValue ?? "none",
      type: item.judgement?.type, refusal: item.judgement?.refusal, rules: reasons(.rule),
      notes: reasons(.note), remarks: reasons(.remark).map(\.code),
      earlier: item.earlier.map(Earlier.init))
    if isJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      append(String(decoding: try encoder.encode(line), as: UTF8.self))
      return
    }
    func list(_ reasons: [Line.Reason]) -> String {
      reasons.map { "\($0.code) \($0.at)" }.joined(separator: "; ")
    }
    let cells = [
      line.file, line.verdict, line.known ? "yes" : "no", line.kind, line.type ?? "",
      line.refusal ?? "", list(line.rules), list(line.notes),
      line.remarks.joined(separator: "; "), line.earlier?.text ?? "",
    ]
    append(cells.map(Self.cell).joined(separator: ","))
  }

  /// A cell that a spreadsheet takes for text: quoted where it must be, and never a formula.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private func append(_ line: String) {
    waiting += Array(line.utf8)
    waiting.append(UInt8(ascii: "\n"))
    if waiting.count > 1 << 16 { flush() }
  }

  /// Writes what waits.
  func flush() {
    handle.write(Data(waiting))
    waiting.removeAll(keepingCapacity: true)
  }
}
