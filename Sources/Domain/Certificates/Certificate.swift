// SPDX-License-Identifier: Apache-2.0

/// A certificate of sick leave as it was read: who, where, when, and every answer as a typed
/// value. What a certificate leaves out is nil, never guessed. It points out a person and
/// belongs in no log, address or error text.
public struct Certificate: Hashable, Sendable {
  /// The identity by which everything else refers to it, within `issuer`.
  public let id: String
  /// The HSA-id of the unit that gave the identity; nil in the oldest shape.
  public let issuer: String?
  public let type: CertificateKind
  /// The version of the question texts, such as `1.2`; empty when untold.
  public let version: CertificateVersion
  public let signed: CertificateTime?
  public let sent: CertificateTime?
  public let person: CertificatePerson
  public let staff: CertificateStaff
  public let unit: CertificateUnit
  public let relations: [CertificateRelation]
  /// The message that the certificate answers (svarPa).
  public let answersTo: MessageReference?
  /// Parties that it says it has been sent to, by code.
  public let recipients: [String]
  public let answers: CertificateAnswers

  /// A certificate as a value.
  public init(
    id: String, issuer: String?, type: CertificateKind, version: CertificateVersion,
    signed: CertificateTime?, sent: CertificateTime?, person: CertificatePerson,
    staff: CertificateStaff, unit: CertificateUnit, relations: [CertificateRelation],
    answersTo: MessageReference?, recipients: [String], answers: CertificateAnswers
  ) {
    self.id = id
    self.issuer = issuer
    self.type = type
    self.version = version
    self.signed = signed
    self.sent = sent
    self.person = person
    self.staff = staff
    self.unit = unit
    self.relations = relations
    self.answersTo = answersTo
    self.recipients = recipients
    self.answers = answers
  }

  /// The first day of any period.
  public var firstDay: Day? { answers.periods.map(\.first).min() }
  /// The last day of any period.
  public var lastDay: Day? { answers.periods.map(\.last).max() }
  /// Days that lie in at least one period, each counted once.
  public var distinctDays: Int { answers.periods.distinctDays }
}

/// The version of the question texts.
public struct CertificateVersion: Hashable, Sendable {
  /// As the certificate has it, such as `1.2`.
  public let text: String
  /// The number before the full stop; nil when there is none.
  public let major: Int?

  /// A version as it stands.
  public init(_ text: String) {
    self.text = text
    major = decimal(Array(text.utf8.prefix { $0 != UInt8(ascii: ".") }))
  }

  /// Whether the reading has been tried on public samples of the version. There are none of
  /// version 2.
  public var isVerified: Bool { major == 1 }
}

/// Whom a certificate is about.
public struct CertificatePerson: Hashable, Sendable {
  /// Twelve digits where the text has them, else the text as it stands.
  public let id: String
  /// Which kind the message says that it is; nil for an unknown root.
  public let root: PersonalIdentityNumber.Kind?

  /// A hyphen before the last four of twelve digits is left out.
  public init(_ text: String, root: PersonalIdentityNumber.Kind?) {
    let bytes = Array(text.utf8)
    if bytes.count == 13, bytes[8] == UInt8(ascii: "-") || bytes[8] == UInt8(ascii: "+"),
      decimal(bytes[0..<8]) != nil, decimal(bytes[9...]) != nil
    {
      id = String(decoding: bytes[0..<8] + bytes[9...], as: UTF8.self)
    } else {
      id = text
    }
    self.root = root
  }
}

/// Who signed.
public struct CertificateStaff: Hashable, Sendable {
  /// As a rule an HSA-id, in the case it was written in.
  public let id: String?
  /// Nil when untold; empty for a person with protected identity.
  public let name: String?
  /// Codes of befattning, such as `201010`.
  public let positions: [String]
  /// Codes or names of specialistkompetens.
  public let specialities: [String]
  /// Codes of legitimerat yrke.
  public let licences: [String]

  /// Who signed, as a value.
  public init(
    id: String?, name: String? = nil, positions: [String] = [], specialities: [String] = [],
    licences: [String] = []
  ) {
    self.id = id
    self.name = name
    self.positions = positions
    self.specialities = specialities
    self.licences = licences
  }
}

/// Where it was signed.
public struct CertificateUnit: Hashable, Sendable {
  /// The HSA-id of the unit, in the case it was written in.
  public let id: String?
  public let name: String?
  /// The code by which prescriptions are paid.
  public let workplaceCode: String?
  /// The HSA-id of the care provider.
  public let providerID: String?
  public let providerName: String?

  /// A unit as a value.
  public init(
    id: String?, name: String? = nil, workplaceCode: String? = nil, providerID: String? = nil,
    providerName: String? = nil
  ) {
    self.id = id
    self.name = name
    self.workplaceCode = workplaceCode
    self.providerID = providerID
    self.providerName = providerName
  }
}

/// How a certificate stands to another.
public struct CertificateRelation: Hashable, Sendable {
  /// The code; of the four in `CertificateRelationKind` as a rule.
  public let code: String
  /// The identity of the other certificate.
  public let certificateID: String

  /// A relation as a value.
  public init(code: String, certificateID: String) {
    self.code = code
    self.certificateID = certificateID
  }

  /// Nil for an unknown code.
  public var kind: CertificateRelationKind? { CertificateRelationKind(rawValue: code) }
}

/// Which message is meant.
public struct MessageReference: Hashable, Sendable {
  public let messageID: String
  /// The sender's own references.
  public let references: [String]

  /// A reference as a value.
  public init(messageID: String, references: [String] = []) {
    self.messageID = messageID
    self.references = references
  }
}
