// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What became of one document of an import.
public struct CertificateImportItem: Sendable {
  /// As the file was named; it may hold personal data and is told to nobody but the importer.
  public let name: String
  /// Nil for a file that is no document and was passed over.
  public let judgement: CertificateJudgement?
  /// It was stored before.
  public let isKnown: Bool
  /// The first of the documents that had its certificate's identity before it, with other bytes.
  public var earlier: EarlierCertificate?
}

/// How far an import has come.
public struct CertificateImportProgress: Sendable {
  public let documents: Int
  public let seconds: Double
  /// Bytes read of all bytes; nil where a stream has no known end.
  public let readBytes: Int
  public let totalBytes: Int?

  /// Documents a second so far.
  public var perSecond: Double { seconds > 0 ? Double(documents) / seconds : 0 }

  /// By the bytes that are left; nil where the end is not known.
  public var secondsLeft: Double? {
    guard let totalBytes, readBytes > 0 else { return nil }
    return seconds / Double(readBytes) * Double(max(totalBytes - readBytes, 0))
  }
}

/// How an import ended.
public struct CertificateImport: Codable, Hashable, Sendable {
  /// Its number in the journal of imports.
  public let batch: Int
  /// Documents that were done when an earlier import of the same was broken off; nil for a new one.
  public let resumedAt: Int?
  public var documents = 0
  public var accepted = 0
  public var acceptedWithNotes = 0
  public var rejected = 0
  /// Stored before, in an earlier import or under another name in this one.
  public var known = 0
  /// Certificates that had come before in other bytes: with the same signed content, and with other
  /// content under the same identity. The report says which and where.
  public var sentAgain = 0
  public var otherContent = 0
  /// Files of other kinds.
  public var passedOver = 0
  /// New documents by kind.
  public var kinds: [String: Int] = [:]
  /// Rejected documents by rule or refusal.
  public var reasons: [String: Int] = [:]
  /// Messages and revocations in the whole store whose certificate has not come.
  public var waiting = 0
  public var seconds = 0.0
  /// The edition that was made afterwards; nil where none was.
  public var edition: Int?

  /// Counts what became of a document.
  mutating func count(_ item: CertificateImportItem) {
    guard let judgement = item.judgement else {
      passedOver += 1
      return
    }
    documents += 1
    if item.isKnown {
      known += 1
      return
    }
    if let earlier = item.earlier {
      if earlier.isSameContent { sentAgain += 1 } else { otherContent += 1 }
    }
    kinds[judgement.kind.rawValue, default: 0] += 1
    switch judgement.verdict {
    case .accepted: accepted += 1
    case .acceptedWithNotes: acceptedWithNotes += 1
    case .rejected:
      rejected += 1
      for code in judgement.rejectedBy { reasons[code, default: 0] += 1 }
    }
  }
}

extension CertificateJudgement {
  /// The codes that a document is rejected by, each once: the refusal, or the rules.
  public var rejectedBy: Set<String> {
    guard verdict == .rejected else { return [] }
    if let refusal { return [refusal] }
    return Set(reasons.filter { $0.kind == .rule }.map(\.code))
  }
}

/// Who imports, for the journal and the access log.
public struct CertificateImporter: Sendable {
  let origin: String
  let actor: String

  /// Whoever runs the program.
  public static let command = CertificateImporter(origin: "command", actor: "operator")

  /// Somebody on a page.
  static func page(party: String, person: String) -> CertificateImporter {
    CertificateImporter(origin: "page", actor: "\(party) \(person)")
  }
}
