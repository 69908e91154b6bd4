// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing
import XML

@testable import Exchange

struct RoundTripTests {
  @Test func `the fixtures cover every kind that is received and every kind that is sent`() {
    #expect(Set(Fixtures.full.map(\.kind)).count == 8)
    #expect(Set(Fixtures.minimal.map(\.kind)) == Set(Fixtures.full.map(\.kind)))
    #expect(Set(Fixtures.care.map(\.kind)).count == 5)
    #expect(Set((Fixtures.full.map(\.kind) + Fixtures.care.map(\.kind))).count == 12)
  }

  @Test(arguments: Fixtures.full + Fixtures.minimal)
  func `what Försäkringskassan writes is read as it was, bare and in an envelope`(
    message: FKMessage
  ) throws {
    let bare = try IncomingMessage.read(message.write())
    #expect(bare.message == message)
    #expect(bare.envelope == nil)
    #expect(bare.namespace == message.kind.namespace)
    let enveloped = try IncomingMessage.read(message.write(logicalAddress: "SE2321000016-R01"))
    #expect(enveloped.message == message)
    #expect(enveloped.envelope == Envelope(logicalAddress: "SE2321000016-R01", sender: nil))
  }

  @Test(arguments: Fixtures.care)
  func `what care writes is read as it was, bare and in an envelope`(
    message: CareMessage
  ) throws {
    #expect(try CareMessage.read(message.write()) == message)
    #expect(try CareMessage.read(message.write(logicalAddress: "2021005521")) == message)
    #expect(try message.write() == message.write())
  }

  @Test(.needsContract, arguments: Fixtures.full + Fixtures.minimal)
  func `the fixtures are valid by the contract's schemas`(message: FKMessage) throws {
    #expect(try Contract.schema(of: message.kind).issues(in: message.write()) == [])
  }

  @Test(.needsContract, arguments: Fixtures.care)
  func `what care writes is valid by the contract's schemas`(message: CareMessage) throws {
    #expect(try Contract.schema(of: message.kind).issues(in: message.write()) == [])
  }

  @Test(.needsContract, arguments: MessageKind.allCases)
  func `every answer is valid by the contract's schemas and read as it was`(
    kind: MessageKind
  ) throws {
    let schema = try Contract.schema(of: kind)
    var responses: [MessageResponse] = [
      MessageResponse(kind, .ok), MessageResponse(kind, .info("Observera & läs")),
      MessageResponse(
        kind,
        MessageResult(
          resultCode: .error, resultText: "Fel", logId: "L-1",
          errorId: MessageResult.ErrorID.allCases)),
    ]
    let day = Fixtures.day("2026-05-04")
    let answers: [MessageResponse.Answer] = [
      .requestPerformerForAssessment(assessmentId: Fixtures.caseID),
      .orderAssessment(assessmentId: Fixtures.caseID),
      .reportDeviation(deviationId: Fixtures.deviationID),
      .requestSupplement(supplementRequestId: Fixtures.visitID),
      .updateAssessment(lastDateForCertificateReceival: day),
    ]
    responses += answers.map { MessageResponse($0, .ok) }.filter { $0.kind == kind }
    for response in responses {
      #expect(response.kind == kind)
      #expect(try schema.issues(in: response.write(inEnvelope: false)) == [])
      for inEnvelope in [false, true] {
        let bytes = try response.write(inEnvelope: inEnvelope)
        #expect(try MessageResponse.read(bytes, to: kind) == response)
      }
    }
  }

  @Test func `an order in an envelope is written like this`() throws {
    let message = CareMessage.updateAssessment(
      UpdateAssessment(assessmentId: Fixtures.caseID, certificateType: .afuExtended))
    let text = String(decoding: try message.write(logicalAddress: "2021005521"), as: UTF8.self)
    let domain = "urn:riv-application:intygsbestallning:certificate:order"
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:itr="urn:riv:itintegration:registry:1" xmlns:core="\(domain):1" \
        xmlns:m="\(domain):UpdateAssessmentResponder:1">
          <soapenv:Header>
            <itr:LogicalAddress>2021005521</itr:LogicalAddress>
          </soapenv:Header>
          <soapenv:Body>
            <m:UpdateAssessment>
              <m:assessmentId>
                <core:root>SE2321000016-SAMSYN</core:root>
                <core:extension>AFU-2026-0417</core:extension>
              </m:assessmentId>
              <m:certificateType>
                <core:code>AFU_UTVIDGAD</core:code>
                <core:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</core:codeSystem>
                <core:codeSystemName>KV intygstyp</core:codeSystemName>
                <core:displayName>Aktivitetsförmågeutredning, utvidgad</core:displayName>
              </m:certificateType>
            </m:UpdateAssessment>
          </soapenv:Body>
        </soapenv:Envelope>

        """)
  }

  @Test func `times are on the Swedish clock, in winter and in summer`() throws {
    for (day, clock, stamp, utc) in [
      ("2026-01-15", "09:00", "20260115090000", "2026-01-15T08:00:00.000Z"),
      ("2026-07-15", "09:00", "20260715090000", "2026-07-15T07:00:00.000Z"),
    ] {
      let message = CareMessage.reportDeviation(
        ReportDeviation(
          assessmentCareContactId: Fixtures.visitID, causedBy: .care,
          deviationTime: Fixtures.time(day, clock)))
      let bytes = try message.write()
      #expect(String(decoding: bytes, as: UTF8.self).contains(">\(stamp)</"))
      guard case .reportDeviation(let read) = try CareMessage.read(bytes) else {
        Issue.record("another message was read")
        continue
      }
      #expect(read.deviationTime.description == utc)
    }
  }

  @Test func `a text that XML cannot hold is not sent`() {
    let message = CareMessage.respondToOrder(
      RespondToOrder(assessmentId: Fixtures.caseID, response: .accepted, comment: "a\u{2}b"))
    #expect(throws: XMLFault(.illegalCharacter)) { try message.write() }
  }
}
