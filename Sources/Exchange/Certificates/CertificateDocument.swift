// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// A document about certificates, from wherever it comes: what it is, is told by its root.
public enum CertificateDocument {
  /// Bytes of the largest document that is read.
  public static let maximumBytes = XMLLimits.certificate.maximumBytes

  /// Reads one document in UTF-8 or UTF-16, bare or in a SOAP envelope. It never fails: what
  /// cannot be read is refused with a reason. Nothing of a document's content gets into reasons
  /// and places.
  public static func read(
    _ bytes: [UInt8], limits: XMLLimits = .certificate
  ) -> CertificateReading {
    do throws(XMLFault) {
      return try XMLDocument.read(bytes, limits: limits) { read($0) }
    } catch {
      return CertificateReading(
        refusal: CertificateRefusal(
          .unreadable, detail: error.code.rawValue, line: error.line))
    }
  }

  private static func read(_ root: XMLNode) -> CertificateReading {
    let messages = messages(root)
    guard let message = messages.first else {
      return CertificateReading(refusal: CertificateRefusal(.notRecognised, line: root.line))
    }
    if messages.count > 1 {
      return CertificateReading(refusal: CertificateRefusal(.severalDocuments, line: root.line))
    }
    let namespace = message.namespace ?? ""
    if CertificateSpace(namespace) == .responder {
      if message.isNamed("RegisterCertificate") { return CertificateReader.read(message) }
      if message.isNamed("SendMessageToCare") {
        return CertificateMessageReader.read(message, .toCare)
      }
      if message.isNamed("SendMessageToRecipient") {
        return CertificateMessageReader.read(message, .toRecipient)
      }
      if message.isNamed("RevokeCertificate") {
        return CertificateMessageReader.readRevocation(message)
      }
      for name in others where message.isNamed(name) {
        return CertificateReading(
          refusal: CertificateRefusal(.otherMessage, detail: "\(name)", line: message.line))
      }
    }
    if namespace.utf8.starts(with: oldSpace.utf8) {
      if message.isNamed("lakarutlatande") { return OldCertificateReader.read(message) }
      if message.isNamed("RegisterMedicalCertificate"),
        let certificate = message.children.first(where: { $0.isNamed("lakarutlatande") })
      {
        return OldCertificateReader.read(certificate)
      }
    }
    return CertificateReading(refusal: CertificateRefusal(.notRecognised, line: message.line))
  }

  private static let oldSpace = "urn:riv:insuranceprocess:healthreporting:"

  /// Messages of the same contracts that tell nothing to follow up.
  private static let others: [StaticString] = [
    "CertificateStatusUpdateForCare", "SendCertificateToRecipient", "RegisterCertificateResponse",
    "SendMessageToCareResponse", "SendMessageToRecipientResponse", "RevokeCertificateResponse",
  ]

  /// What an envelope holds, or the root itself.
  private static func messages(_ root: XMLNode) -> [XMLNode] {
    guard root.isNamed("Envelope") else { return [root] }
    let spaces = [
      "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope",
    ]
    guard spaces.contains(root.namespace ?? ""),
      let body = root.children.first(where: {
        $0.isNamed("Body") && $0.namespace == root.namespace
      })
    else { return [] }
    return Array(body.children)
  }
}
