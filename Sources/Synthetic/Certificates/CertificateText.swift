// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up certificate as the text of its message. What stands in it is taken as it is, so
/// that breaches of the rules can be written as well as what is right.
public struct CertificateText: Sendable {
  /// One answer (svar).
  public struct Answer: Sendable {
    public var question: String
    public var instance: String?
    public var parts: [Part]

    /// An answer with its parts.
    public init(_ question: String, instance: String? = nil, _ parts: [Part]) {
      self.question = question
      self.instance = instance
      self.parts = parts
    }
  }

  /// One part of an answer (delsvar).
  public struct Part: Sendable {
    public var id: String
    public var value: Value

    /// A part with its value.
    public init(_ id: String, _ value: Value) {
      self.id = id
      self.value = value
    }
  }

  /// What stands in a part.
  public enum Value: Sendable {
    case text(String)
    case code(system: String, String, name: String? = nil)
    case period(first: String, last: String)
    /// XML as it is, with `c` for the certificate's namespace and `t` for that of its types.
    case markup(String)
  }

  /// 3, or 2 for the same in the older namespaces.
  public var contract = 3
  public var id = "5a1d0c7e-0000-4000-8000-000000000001"
  public var type = "LISJP"
  public var typeSystem = "b64ea353-e8f6-4832-b563-fc7d46f29548"
  public var version = "1.2"
  public var signed: String? = "2024-03-04T09:30:00"
  public var sent: String? = "2024-03-04T09:31:00"
  public var person = "191212121212"
  public var personRoot = "1.2.752.129.2.1.3.1"
  public var staff = "SE2321000016-0001"
  public var staffName = "Läkare Påhittad"
  public var positions: [String] = []
  public var specialities: [String] = []
  public var unit = "SE2321000016-0002"
  public var unitName = "Påhittad vårdcentral"
  public var workplaceCode = "1234567"
  public var provider = "SE2321000016-0003"
  public var providerName = "Påhittad region"
  public var relations: [(code: String, id: String)] = []
  /// The message that it answers.
  public var answersTo: String?
  public var answers: [Answer] = []
  /// XML that ends the certificate, such as a signature.
  public var ending = ""
  /// Whether it is written in the first shape of FK 7263.
  public var isOldShape = false

  /// A certificate without answers.
  public init() {}

  /// The whole document.
  public var xml: String {
    if isOldShape { return oldXML }
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let space = "urn:riv:clinicalprocess:healthcond:certificate"
    out += "<r:RegisterCertificate xmlns:r=\"\(space):RegisterCertificateResponder:\(contract)\""
    out += " xmlns:c=\"\(space):\(contract)\" xmlns:t=\"\(space):types:\(contract)\">"
    if let answersTo {
      out += "<r:svarPa>\(element("c:meddelande-id", answersTo))</r:svarPa>"
    }
    out += "<r:intyg>\(identity("c:intygs-id", unit, id))<c:typ>\(element("t:code", type))"
    out += "\(element("t:codeSystem", typeSystem))</c:typ>"
    out += element("c:version", version)
    out += signed.map { element("c:signeringstidpunkt", $0) } ?? ""
    out += sent.map { element("c:skickatTidpunkt", $0) } ?? ""
    out += "<c:patient>\(identity("c:person-id", personRoot, person))"
    for name in ["fornamn", "efternamn", "postadress", "postnummer", "postort"] {
      out += "<c:\(name)/>"
    }
    out += "</c:patient>\(author("c:skapadAv"))"
    for relation in relations {
      out += "<c:relation><c:typ>\(element("t:code", relation.code))"
      out += element("t:codeSystem", "c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146")
      out += "</c:typ>\(identity("c:intygs-id", unit, relation.id))</c:relation>"
    }
    for answer in answers { out += text(of: answer) }
    return out + "\(ending)</r:intyg></r:RegisterCertificate>\n"
  }

  /// Who signs or sends, as an element of the name.
  func author(_ tag: String) -> String {
    let hsa = "1.2.752.129.2.1.4.1"
    var out = "<\(tag)>\(identity("c:personal-id", hsa, staff))"
    out += element("c:fullstandigtNamn", staffName)
    for position in positions {
      out += "<c:befattning>\(element("t:code", position))"
      out += "\(element("t:codeSystem", "1.2.752.129.2.2.1.4"))</c:befattning>"
    }
    out += "<c:enhet>\(identity("c:enhets-id", hsa, unit))"
    out += identity("c:arbetsplatskod", "1.2.752.29.4.71", workplaceCode)
    out += element("c:enhetsnamn", unitName)
    for name in ["postadress", "postnummer", "postort", "telefonnummer"] { out += "<c:\(name)/>" }
    out += "<c:vardgivare>\(identity("c:vardgivare-id", hsa, provider))"
    out += "\(element("c:vardgivarnamn", providerName))</c:vardgivare></c:enhet>"
    for speciality in specialities {
      out += "<c:specialistkompetens>\(element("t:code", speciality))</c:specialistkompetens>"
    }
    return out + "</\(tag)>"
  }

  private func text(of answer: Answer) -> String {
    var out = "<c:svar id=\"\(escaped(answer.question))\">"
    out += answer.instance.map { element("c:instans", $0) } ?? ""
    for part in answer.parts {
      out += "<c:delsvar id=\"\(escaped(part.id))\">"
      switch part.value {
      case .text(let text): out += escaped(text)
      case .code(let system, let code, let name):
        out += "<t:cv>\(element("t:code", code))\(element("t:codeSystem", system))"
        out += "\(name.map { element("t:displayName", $0) } ?? "")</t:cv>"
      case .period(let first, let last):
        out += "<t:datePeriod>\(element("t:start", first))\(element("t:end", last))"
        out += "</t:datePeriod>"
      case .markup(let markup): out += markup
      }
      out += "</c:delsvar>"
    }
    return out + "</c:svar>\n"
  }

  private func identity(_ name: String, _ root: String, _ value: String) -> String {
    CertificateMarkup.identity(name, root, value)
  }

  private func element(_ name: String, _ text: String) -> String {
    CertificateMarkup.element(name, text)
  }

  private func escaped(_ text: String) -> String { CertificateMarkup.escaped(text) }
}
