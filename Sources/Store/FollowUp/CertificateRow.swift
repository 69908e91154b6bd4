// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a document about certificates is. The raw value is stored.
public enum CertificateRowKind: String, Hashable, Codable, CaseIterable, Sendable {
  case certificate
  /// SendMessageToCare and SendMessageToRecipient.
  case toCare = "to-care"
  case toRecipient = "to-recipient"
  case revocation
  /// What could not be read, or is not followed up.
  case none
}

/// A rule that was broken, a note or a remark, with its place in the document. No content.
public struct CertificateReason: Hashable, Sendable {
  /// What it means for the document. The raw value is stored.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    case rule = "R"
    case note = "N"
    case remark = "K"
  }

  public let kind: Kind
  public let code: String
  public let place: String

  public init(_ kind: Kind, _ code: String, at place: String) {
    self.kind = kind
    self.code = code
    self.place = place
  }

  /// Reasons as one text, a line each.
  static func text(_ reasons: [CertificateReason]) -> String {
    reasons.map { "\($0.kind.rawValue)\($0.code)\t\($0.place)" }.joined(separator: "\n")
  }

  /// Reads what `text` wrote; lines of another form are left out.
  static func list(_ text: String) -> [CertificateReason] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let kind = Kind(rawValue: String(parts[0].prefix(1))) else {
        return nil
      }
      return CertificateReason(kind, String(parts[0].dropFirst()), at: String(parts[1]))
    }
  }
}

/// How a document was judged.
public struct CertificateJudgement: Hashable, Sendable {
  public let kind: CertificateRowKind
  /// The code of the type of certificate, also of types that are not followed up.
  public let type: String?
  public let verdict: CertificateVerdict
  /// The code of the refusal where nothing was taken from the document.
  public let refusal: String?
  public let reasons: [CertificateReason]

  public init(
    kind: CertificateRowKind, type: String?, verdict: CertificateVerdict, refusal: String?,
    reasons: [CertificateReason]
  ) {
    self.kind = kind
    self.type = type
    self.verdict = verdict
    self.refusal = refusal
    self.reasons = reasons
  }
}

/// A person as documents tell of her, by a pseudonym.
public struct CertificateSubject: Hashable, Sendable {
  public let person: FactKey
  public let sex: Sex?
  public let birthMonth: Day?

  public init(person: FactKey, sex: Sex?, birthMonth: Day?) {
    self.person = person
    self.sex = sex
    self.birthMonth = birthMonth
  }
}

/// A document about certificates that is to be stored. The original is sealed when it is.
public struct NewCertificateRow: Sendable {
  /// Keyed digest of the document's bytes, by which it is recognised.
  public let digest: FactKey
  public let judgement: CertificateJudgement
  public let subject: CertificateSubject?
  /// The certificate that it is, or is about.
  public let certificate: FactKey?
  public let unit: String?
  public let day: Day?
  /// When it was sent; of versions of one certificate the one that was sent last counts.
  public let sent: CertificateTime?
  /// What is counted of it, as a line; nil for what is not counted.
  public let fact: String?
  public let original: [UInt8]
  /// Its number in the batch, from 1, and the keyed hash of its name.
  public let place: Int
  public let name: FactKey

  public init(
    digest: FactKey, judgement: CertificateJudgement, subject: CertificateSubject?,
    certificate: FactKey?, unit: String?, day: Day?, sent: CertificateTime?,
    fact: String?, original: [UInt8], place: Int, name: FactKey
  ) {
    self.digest = digest
    self.judgement = judgement
    self.subject = subject
    self.certificate = certificate
    self.unit = unit
    self.day = day
    self.sent = sent
    self.fact = fact
    self.original = original
    self.place = place
    self.name = name
  }
}

/// A document that is stored already.
public struct KnownCertificateRow: Hashable, Sendable {
  public let judgement: CertificateJudgement
  public let batch: Int
  public let name: FactKey
}

/// A document that was stored before another one of the same certificate.
public struct EarlierCertificate: Hashable, Codable, Sendable {
  /// The import that it came in, and its number there.
  public let batch: Int
  public let place: Int
  /// Whether what was signed is the same: else it is another certificate under the same identity.
  public let isSameContent: Bool
}

extension FactKey {
  /// The sixteen bytes, the most significant first, so that bytes and keys have one order.
  var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }

  /// From sixteen bytes; nil for another number.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func half(_ part: some Sequence<UInt8>) -> UInt64 {
      part.reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: half(bytes.prefix(8)), low: half(bytes.suffix(8)))
  }

  /// Thirty-two hexadecimal digits.
  public var hexadecimal: String { bytes.hexadecimal }

  /// Reads thirty-two hexadecimal digits; nil for anything else.
  public init?(hexadecimal text: String) {
    guard let bytes = [UInt8](hexadecimal: text) else { return nil }
    self.init(bytes: bytes)
  }
}

extension SQLValue {
  static func key(_ key: FactKey?) -> SQLValue { key.map { .blob($0.bytes) } ?? .null }
}

extension SQLRow {
  func factKey(_ column: String) throws(StoreError) -> FactKey {
    guard let key = FactKey(bytes: try blob(column)) else { throw .columnType(column) }
    return key
  }
}
