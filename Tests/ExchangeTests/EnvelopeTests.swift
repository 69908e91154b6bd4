// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing
import XML

@testable import Exchange

struct EnvelopeTests {
  private let soap = "http://schemas.xmlsoap.org/soap/envelope/"

  private func message() throws -> String {
    let text = String(decoding: try Fixtures.full[7].write(), as: UTF8.self)
    return String(text.drop { $0 != "\n" })
  }

  private func envelope(header: String, body: String, soap: String? = nil) -> String {
    """
    <s:Envelope xmlns:s="\(soap ?? self.soap)" xmlns:r="urn:riv:itintegration:registry:1"
      xmlns:w="http://www.w3.org/2005/08/addressing" xmlns:o="urn:other">
      <s:Header>\(header)</s:Header>
      <s:Body>\(body)</s:Body>
    </s:Envelope>
    """
  }

  private let address = "<r:LogicalAddress> SE2321000016-R01 </r:LogicalAddress>"

  private func refusal(_ text: String) -> MessageFault? {
    do throws(MessageFault) {
      _ = try IncomingMessage.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func `the logical address and the sender are read`() throws {
    let header =
      address + "<w:From s:mustUnderstand=\"1\"><w:Address>SE2021005521-FK</w:Address></w:From>"
      + "<o:trace id=\"1\">x</o:trace>"
    let incoming = try IncomingMessage.read(
      Array(envelope(header: header, body: try message()).utf8))
    #expect(
      incoming.envelope
        == Envelope(logicalAddress: "SE2321000016-R01", sender: "SE2021005521-FK"))
    #expect(incoming.message == Fixtures.full[7])
  }

  @Test func `what is wrong with an envelope is refused by its own code`() throws {
    let message = try message()
    let twelve = "http://www.w3.org/2003/05/soap-envelope"
    let cases: [(String, MessageFault.Code)] = [
      (envelope(header: address, body: message, soap: twelve), .soapVersion),
      (envelope(header: address, body: message, soap: "urn:none"), .envelopeStructure),
      (envelope(header: address, body: ""), .envelopeStructure),
      (envelope(header: address, body: message + message), .envelopeStructure),
      (envelope(header: address, body: "text" + message), .envelopeStructure),
      (envelope(header: "", body: message), .addressMissing),
      (envelope(header: "<r:LogicalAddress/>", body: message), .addressMissing),
      (envelope(header: address + address, body: message), .elementRepeated),
      (
        envelope(header: address + "<o:x s:mustUnderstand=\"1\"/>", body: message),
        .headerNotUnderstood
      ),
      (envelope(header: address, body: "<o:other/>"), .unknownMessage),
      (
        envelope(
          header: address.replacing("R01", with: String(repeating: "R", count: 256)),
          body: message), .textTooLong
      ),
      ("<s:Envelope xmlns:s=\"\(soap)\"/>", .envelopeStructure),
      ("<s:Envelope xmlns:s=\"\(soap)\"><s:Body>\(message)</s:Body></s:Envelope>", .addressMissing),
    ]
    for (text, code) in cases {
      let fault = try #require(refusal(text), "\(code)")
      #expect(fault.code == code)
      #expect(fault.isEnveloped)
      expectNoContent(of: try XMLElement(parsing: Array(text.utf8)), in: fault)
    }
  }

  @Test func `a refusal is answered by the contract, or by a SOAP fault when it has no answer`()
    throws
  {
    let wrong = try message().replacing(">JAV<", with: ">ALDRIG<")
    let fault = try #require(refusal(envelope(header: address, body: wrong)))
    let response = try #require(MessageResponse(refusing: fault, logId: "7"))
    let bytes = try response.write(inEnvelope: fault.isEnveloped)
    let read = try MessageResponse.read(bytes, to: .endAssessment)
    #expect(read.result.resultCode == .error)
    #expect(read.result.errorId == [.validation])
    #expect(read.result.resultText?.contains("EndAssessment/endingCondition/code") == true)
    #expect(read.result.logId == "7")

    let unknown = try #require(refusal(envelope(header: address, body: "<o:other/>")))
    #expect(MessageResponse(refusing: unknown) == nil)
    let root = try XMLElement(parsing: unknown.soapFault())
    let soapFault = try #require(root.children.first?.children.first)
    #expect(soapFault.isNamed("Fault", in: soap))
    #expect(soapFault.children.map(\.name) == ["faultcode", "faultstring"])
  }

  @Test func `an answer to another message is not read as the expected one`() throws {
    let bytes = try MessageResponse(MessageKind.updateOrder, .ok).write(inEnvelope: true)
    #expect(throws: MessageFault.self) { try MessageResponse.read(bytes, to: .endAssessment) }
    #expect(try MessageResponse.read(bytes, to: .updateOrder).result == .ok)
  }
}
