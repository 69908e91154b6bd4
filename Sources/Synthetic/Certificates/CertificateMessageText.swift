// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up message about a certificate, or its withdrawal, as the text of its document.
public struct CertificateMessageText: Sendable {
  /// Which message it is.
  public enum Kind: String, Sendable {
    case toCare = "SendMessageToCare"
    case toRecipient = "SendMessageToRecipient"
    case revocation = "RevokeCertificate"
  }

  /// What is asked for in a request for a supplement (komplettering).
  public struct Request: Sendable {
    public var question: Int
    public var instance: Int?
    public var text: String

    /// A request about a question of the certificate.
    public init(_ question: Int, instance: Int? = nil, _ text: String) {
      self.question = question
      self.instance = instance
      self.text = text
    }
  }

  public var kind: Kind
  public var id: String
  public var sent: String
  /// The certificate that it is about. Its unit and staff send what care sends.
  public var certificate: CertificateText
  public var subject = "KOMPLT"
  public var text = ""
  /// The message that it reminds of.
  public var reminds: String?
  /// The message that it answers.
  public var answersTo: String?
  public var contact: [String] = []
  public var requests: [Request] = []
  public var lastDay: String?

  /// A message about a certificate.
  public init(_ kind: Kind, id: String, sent: String, about certificate: CertificateText) {
    self.kind = kind
    self.id = id
    self.sent = sent
    self.certificate = certificate
  }

  /// The whole document.
  public var xml: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let space = "urn:riv:clinicalprocess:healthcond:certificate"
    out += "<r:\(kind.rawValue) xmlns:r=\"\(space):\(kind.rawValue)Responder:2\""
    out += " xmlns:c=\"\(space):3\" xmlns:t=\"\(space):types:3\">"
    out += kind == .revocation ? withdrawal : message
    return out + "</r:\(kind.rawValue)>\n"
  }

  private var subjectOf: String {
    CertificateMarkup.identity("r:intygs-id", certificate.unit, certificate.id)
      + CertificateMarkup.identity(
        "r:patientPerson-id", certificate.personRoot, certificate.person)
  }

  private var withdrawal: String {
    CertificateMarkup.element("r:meddelande", text)
      + CertificateMarkup.element("r:skickatTidpunkt", sent) + subjectOf
      + certificate.author("r:skickatAv")
  }

  private var message: String {
    let element = CertificateMarkup.element
    var out = element("r:meddelande-id", id) + element("r:skickatTidpunkt", sent) + subjectOf
    out += element("r:logiskAdressMottagare", kind == .toCare ? certificate.unit : "2021005521")
    out += CertificateMarkup.code("r:amne", "ffa59d8f-8d7e-46ae-ac9e-31804e8e8499", subject)
    out += element("r:meddelande", text)
    out += reminds.map { element("r:paminnelseMeddelande-id", $0) } ?? ""
    out += answersTo.map { "<r:svarPa>\(element("c:meddelande-id", $0))</r:svarPa>" } ?? ""
    if kind == .toCare {
      out += "<r:skickatAv>"
      out += CertificateMarkup.code("r:part", "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80", "FKASSA")
      for line in contact { out += element("r:kontaktInfo", line) }
      out += "</r:skickatAv>"
      for request in requests {
        out += "<r:komplettering>\(element("r:frage-id", "\(request.question)"))"
        out += request.instance.map { element("r:instans", "\($0)") } ?? ""
        out += "\(element("r:text", request.text))</r:komplettering>"
      }
    } else {
      out += certificate.author("r:skickatAv")
    }
    return out + (lastDay.map { element("r:sistaDatumForSvar", $0) } ?? "")
  }
}
