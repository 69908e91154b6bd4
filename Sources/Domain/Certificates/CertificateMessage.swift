// SPDX-License-Identifier: Apache-2.0

/// What a message about a certificate is about. The raw value is the code in the message.
public enum CertificateMessageSubject: String, Hashable, Codable, CaseIterable, Sendable {
  /// A supplement request, or the answer that none can be given.
  case supplement = "KOMPLT"
  /// A reconciliation meeting.
  case meeting = "AVSTMN"
  /// Contact.
  case contact = "KONTKT"
  case other = "OVRIGT"
  /// A reminder of an earlier message.
  case reminder = "PAMINN"
}

/// A message about a certificate between Försäkringskassan and care.
public struct CertificateMessage: Hashable, Sendable {
  /// Which way it went.
  public enum Direction: String, Hashable, Codable, CaseIterable, Sendable {
    /// SendMessageToCare.
    case toCare = "to-care"
    /// SendMessageToRecipient.
    case toRecipient = "to-recipient"
  }

  public let direction: Direction
  public let id: String
  /// The sender's own reference.
  public let reference: String?
  public let sent: CertificateTime?
  public let certificateID: String
  public let person: CertificatePerson
  /// The unit that it was sent to or from.
  public let logicalAddress: String?
  /// The code of the subject as it stands.
  public let subjectCode: String
  public let heading: String?
  public let text: String?
  /// The message that a reminder is about.
  public let reminds: String?
  public let answersTo: MessageReference?
  /// The part that sent it, such as FKASSA; nil for a message from care.
  public let senderPart: String?
  /// Free lines in which an officer may stand. They point out a person.
  public let contactLines: [String]
  /// Who sent it, for a message from care.
  public let staff: CertificateStaff?
  public let unit: CertificateUnit?
  public let requests: [SupplementRequest]
  public let lastDayForAnswer: Day?

  /// A message as a value.
  public init(
    direction: Direction, id: String, reference: String?, sent: CertificateTime?,
    certificateID: String, person: CertificatePerson, logicalAddress: String?,
    subjectCode: String, heading: String?, text: String?, reminds: String?,
    answersTo: MessageReference?, senderPart: String?, contactLines: [String],
    staff: CertificateStaff?, unit: CertificateUnit?, requests: [SupplementRequest],
    lastDayForAnswer: Day?
  ) {
    self.direction = direction
    self.id = id
    self.reference = reference
    self.sent = sent
    self.certificateID = certificateID
    self.person = person
    self.logicalAddress = logicalAddress
    self.subjectCode = subjectCode
    self.heading = heading
    self.text = text
    self.reminds = reminds
    self.answersTo = answersTo
    self.senderPart = senderPart
    self.contactLines = contactLines
    self.staff = staff
    self.unit = unit
    self.requests = requests
    self.lastDayForAnswer = lastDayForAnswer
  }

  /// Nil for a subject that is not known.
  public var subject: CertificateMessageSubject? {
    CertificateMessageSubject(rawValue: subjectCode)
  }
}

/// What a supplement request asks about one answer (komplettering).
public struct SupplementRequest: Hashable, Sendable {
  /// The question of the certificate; nil when it is no number.
  public let question: Int?
  /// Which answer to it.
  public let instance: Int?
  public let text: String

  /// A request as a value.
  public init(question: Int?, instance: Int?, text: String) {
    self.question = question
    self.instance = instance
    self.text = text
  }
}

/// The withdrawal of a certificate (makulering).
public struct Revocation: Hashable, Sendable {
  public let certificateID: String
  public let person: CertificatePerson
  public let sent: CertificateTime?
  public let text: String?
  public let staff: CertificateStaff
  public let unit: CertificateUnit

  /// A withdrawal as a value.
  public init(
    certificateID: String, person: CertificatePerson, sent: CertificateTime?, text: String?,
    staff: CertificateStaff, unit: CertificateUnit
  ) {
    self.certificateID = certificateID
    self.person = person
    self.sent = sent
    self.text = text
    self.staff = staff
    self.unit = unit
  }
}

/// The rules of a message that can be told from the message alone, numbered once and for all.
/// Breaking any but the last rejects it.
public enum CertificateMessageRule: Int, Hashable, Comparable, CaseIterable, Sendable {
  case sender = 1
  case subject, lastDayOnQuestions, requestsInSupplements, reminder, form

  /// `M1` to `M6`.
  public var code: String { "M\(rawValue)" }

  public static func < (a: CertificateMessageRule, b: CertificateMessageRule) -> Bool {
    a.rawValue < b.rawValue
  }

  /// What the rule demands, in one sentence.
  public var text: Bilingual {
    switch self {
    case .sender:
      Bilingual(sv: "Avsändaren är en känd part.", en: "The sender is a known party.")
    case .subject:
      Bilingual(
        sv: "Ämnet är KOMPLT, AVSTMN, KONTKT, OVRIGT eller PAMINN.",
        en: "The subject is KOMPLT, AVSTMN, KONTKT, OVRIGT or PAMINN.")
    case .lastDayOnQuestions:
      Bilingual(
        sv: "Ett svar har ingen sista dag för svar.", en: "An answer has no last day for answer.")
    case .requestsInSupplements:
      Bilingual(
        sv: "Frågor om enskilda svar står bara i en begäran om komplettering.",
        en: "Questions about single answers stand only in a supplement request.")
    case .reminder:
      Bilingual(
        sv: "En påminnelse, och bara den, säger vilket meddelande den påminner om.",
        en: "A reminder, and only that, tells which message it reminds of.")
    case .form:
      Bilingual(
        sv: "Meddelandet följer sitt schema.", en: "The message follows its schema.")
    }
  }
}

extension CertificateMessage {
  /// The codes of parties in the exchange of certificates, as far as they are known.
  private static let parts: Set = ["FKASSA", "HSVARD", "INVANA", "TRANSP", "SOS", "SKV", "AF"]

  /// The rules that the message breaks and where, apart from its form.
  public var brokenRules: [(rule: CertificateMessageRule, place: String)] {
    var broken: [(rule: CertificateMessageRule, place: String)] = []
    if direction == .toCare, !CertificateMessage.parts.contains(senderPart ?? "") {
      broken.append((.sender, "skickatAv/part"))
    }
    if subject == nil { broken.append((.subject, "amne")) }
    if answersTo != nil, lastDayForAnswer != nil {
      broken.append((.lastDayOnQuestions, "sistaDatumForSvar"))
    }
    if subject != nil, !requests.isEmpty, subject != .supplement {
      broken.append((.requestsInSupplements, "komplettering"))
    }
    if subject != nil, (subject == .reminder) != (reminds != nil) {
      broken.append((.reminder, "paminnelseMeddelande-id"))
    }
    return broken
  }
}
