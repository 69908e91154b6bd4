// SPDX-License-Identifier: Apache-2.0

/// What became of one document about certificates: what it is, what was read, and the verdict
/// with its reasons.
public struct CertificateReading: Hashable, Sendable {
  /// What was read.
  public enum Content: Hashable, Sendable {
    case certificate(Certificate)
    case message(CertificateMessage)
    case revocation(Revocation)
  }

  /// A rule of any kind of document that was broken, and where.
  public struct Breach: Hashable, Sendable {
    /// `L1` to `L20`, or `M1` to `M5`.
    public let code: String
    /// As in `CertificateFinding`.
    public let place: String
    public let text: Bilingual
  }

  /// Nil when nothing could be read, or nothing that is followed up.
  public let content: Content?
  /// The code of the type of certificate as the document has it, in upper case; also for types
  /// that are not followed up. Nil for messages, and where it cannot be told.
  public let typeCode: String?
  /// Why nothing is taken from the document at all.
  public let refusal: CertificateRefusal?
  /// The rules that reject it.
  public let breaches: [Breach]
  public let notes: [CertificateNote]
  public let remarks: [CertificateRemark]

  /// A document that nothing is taken from.
  public init(refusal: CertificateRefusal, typeCode: String? = nil) {
    content = nil
    self.typeCode = typeCode
    self.refusal = refusal
    breaches = []
    notes = []
    remarks = []
  }

  /// A certificate, judged by the rules of its type and version. Notes on its form come from
  /// who read it.
  public init(_ certificate: Certificate, sheet: AnswerSheet, formNotes: [CertificateNote]) {
    let set = CertificateRuleSet(certificate.type, version: certificate.version)
    let (findings, notes) = CertificateCheck.examine(sheet, by: set)
    content = .certificate(certificate)
    typeCode = certificate.type.rawValue
    refusal = nil
    breaches = findings.map { Breach(code: $0.rule.code, place: $0.place, text: $0.rule.text) }
    self.notes = formNotes + notes
    let open = CertificateCheck.additional.lowerBound
    let isRepeated = sheet.answers.filter { $0.question == open }.count > 1
    remarks = certificate.remarks + (isRepeated ? [.repeatedQuestion] : [])
  }

  /// A message, judged by its rules.
  public init(_ message: CertificateMessage, formNotes: [CertificateNote]) {
    content = .message(message)
    typeCode = nil
    refusal = nil
    breaches = message.brokenRules.map {
      Breach(code: $0.rule.code, place: $0.place, text: $0.rule.text)
    }
    notes = formNotes
    remarks = message.person.remarks + message.remarks
  }

  /// A withdrawal, which has no rules beyond its form.
  public init(_ revocation: Revocation, formNotes: [CertificateNote]) {
    content = .revocation(revocation)
    typeCode = nil
    refusal = nil
    breaches = []
    notes = formNotes
    remarks = revocation.person.remarks
  }

  /// What becomes of the document.
  public var verdict: CertificateVerdict {
    if refusal != nil || !breaches.isEmpty { return .rejected }
    return notes.isEmpty ? .accepted : .acceptedWithNotes
  }

  /// The certificate, if it is one that could be read.
  public var certificate: Certificate? {
    if case .certificate(let certificate) = content { certificate } else { nil }
  }
}

/// Why nothing is taken from a document. It tells no content of the document but the code of
/// a type of certificate.
public struct CertificateRefusal: Hashable, Sendable {
  /// The reasons. The raw value is a stable code that is never reused.
  public enum Code: String, Hashable, Codable, CaseIterable, Sendable {
    /// No well-formed XML within the limits, or in an encoding that is not read. The detail is
    /// the code of the fault.
    case unreadable
    /// XML, but no document about certificates that is known.
    case notRecognised = "not-recognised"
    /// A kind of certificate that is not followed up, such as LUSE.
    case otherType = "type-not-in-scope"
    /// A message between systems that tells nothing to follow up.
    case otherMessage = "message-not-in-scope"
    /// The certificate has no identity, or tells no person, so that nothing can refer to it.
    case noIdentity = "identity-missing"
    /// An identity is longer than any that is kept.
    case longIdentity = "identity-too-long"
    /// Several certificates or messages in one file, of which only one would be read.
    case severalDocuments = "several-documents"
  }

  /// Bytes of the longest identity of a certificate, a message or a person.
  public static let longestIdentity = 255

  public let code: Code
  /// The code of a fault or of a type; empty for none.
  public let detail: String
  /// The line, from 1, where it is known.
  public let line: Int?

  /// A refusal.
  public init(_ code: Code, detail: String = "", line: Int? = nil) {
    self.code = code
    self.detail = detail
    self.line = line
  }

  /// The reason for people.
  public var text: Bilingual {
    switch code {
    case .unreadable:
      Bilingual(
        sv: "Filen går inte att läsa som XML: \(unreadableReason.sv).",
        en: "The file cannot be read as XML: \(unreadableReason.en).")
    case .notRecognised:
      Bilingual(
        sv: "Filen är varken ett läkarintyg eller ett meddelande om ett.",
        en: "The file is neither a certificate nor a message about one.")
    case .severalDocuments:
      Bilingual(
        sv: "Filen innehåller flera intyg eller meddelanden. Lägg dem i var sin fil.",
        en: "The file holds several certificates or messages. Put each in a file of its own.")
    case .otherType:
      Bilingual(
        sv: "Intyg av typen \(detail) följs inte upp.",
        en: "Certificates of the type \(detail) are not followed up.")
    case .otherMessage:
      Bilingual(
        sv: "Meddelanden av slaget \(detail) följs inte upp.",
        en: "Messages of the kind \(detail) are not followed up.")
    case .noIdentity:
      Bilingual(sv: "\(owner.sv) id saknas.", en: "The identity of \(owner.en) is missing.")
    case .longIdentity:
      Bilingual(
        sv: "\(owner.sv) id är längre än \(Self.longestIdentity) tecken.",
        en: "The identity of \(owner.en) is longer than \(Self.longestIdentity) characters.")
    }
  }

  /// Whose identity the detail is the place of.
  private var owner: Bilingual {
    switch detail {
    case "meddelande-id": Bilingual(sv: "Meddelandets", en: "the message")
    case "intygs-id", "lakarutlatande-id": Bilingual(sv: "Intygets", en: "the certificate")
    default: Bilingual(sv: "Personens", en: "the person")
    }
  }

  private var unreadableReason: Bilingual {
    switch detail {
    case "empty": Bilingual(sv: "den är tom", en: "it is empty")
    case "file": Bilingual(sv: "den går inte att öppna", en: "it cannot be opened")
    case "too-large": Bilingual(sv: "den är för stor", en: "it is too large")
    case "encoding":
      Bilingual(sv: "teckenkodningen är fel", en: "its encoding is wrong")
    case "document-type":
      Bilingual(
        sv: "den har en dokumenttyp, som aldrig läses",
        en: "it has a document type, which is never read")
    case "malformed":
      Bilingual(sv: "den är avbruten eller trasig", en: "it is cut off or broken")
    default:
      Bilingual(
        sv: "den innehåller mer än vad som läses", en: "it holds more than is read")
    }
  }
}

extension Certificate {
  /// Two years, in days: far longer than any certificate is meant for.
  private static let farDays = 730
  /// Certificates of sick leave have been sent as messages since about 2009; nothing that begins
  /// before this day is about the present.
  private static let firstBelieved = Day(year: 1990, month: 1, day: 1) ?? .earliest

  /// What is worth knowing although nobody demands otherwise.
  public var remarks: [CertificateRemark] {
    var remarks = person.remarks
    if type == .lisjp, !version.isVerified { remarks.append(.notVerified) }
    if signed == nil { remarks.append(.noSigningTime) }
    if let first = firstDay,
      (signed?.day).map({ $0 - first > Certificate.farDays }) ?? false
        || first < Certificate.firstBelieved
    {
      remarks.append(.farStart)
    }
    if relations.contains(where: { $0.kind == nil }) { remarks.append(.strangeRelation) }
    if relations.contains(where: { $0.certificateID.lowercased() == id.lowercased() }) {
      remarks.append(.ownRelation)
    }
    if let last = lastDay, let from = signed?.day ?? firstDay, last - from > Certificate.farDays {
      remarks.append(.farEnd)
    }
    let lengths = answers.periods.reduce(0) { $0 + ($1.last - $1.first) + 1 }
    if answers.periods.count > 1, lengths > distinctDays { remarks.append(.sharedDay) }
    return remarks
  }
}

extension CertificateMessage {
  /// Care asks for no supplement, so that what it says about one is an answer.
  var remarks: [CertificateRemark] {
    let isAnswer = direction == .toRecipient && (answersTo != nil || subject == .supplement)
    return isAnswer && lastDayForAnswer != nil ? [.lastDayOnAnswer] : []
  }
}

extension CertificatePerson {
  var remarks: [CertificateRemark] {
    guard let digits = digits(id), digits.count == 12 else { return [.invalidPerson] }
    let dayOfBirth = digits[6] * 10 + digits[7]
    let isCoordination = dayOfBirth > 60
    let isDate =
      Day(
        year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
        month: digits[4] * 10 + digits[5],
        day: isCoordination ? dayOfBirth - 60 : dayOfBirth) != nil
    var remarks: [CertificateRemark] = []
    if !isDate || !hasRightCheckDigit(digits[2...]) { remarks.append(.invalidPerson) }
    if let root, (root == .samordningsnummer) != isCoordination {
      remarks.append(.otherRegister)
    }
    return remarks
  }
}
