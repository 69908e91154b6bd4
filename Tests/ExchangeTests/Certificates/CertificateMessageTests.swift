// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Testing

/// Messages about certificates, and withdrawals.
struct CertificateMessageTests {
  private static let space = "urn:riv:clinicalprocess:healthcond:certificate"

  /// A message with all its elements; a part left empty is left out.
  private func message(
    _ name: String = "SendMessageToCare", subject: String = "KOMPLT", reminds: String = "",
    answers: String = "", sender: String? = nil, requests: String = "", last: String = "",
    version: Int = 2
  ) -> String {
    let part =
      "<m:part><t:code>FKASSA</t:code>"
      + "<t:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</t:codeSystem></m:part>"
      + "<m:kontaktInfo>Handläggare Påhittad</m:kontaktInfo>"
    return """
      <m:\(name) xmlns:m="\(Self.space):\(name)Responder:\(version)"
        xmlns:c="\(Self.space):\(version + 1)" xmlns:t="\(Self.space):types:\(version + 1)">
      <m:meddelande-id>m-1</m:meddelande-id><m:referens-id>ref</m:referens-id>
      <m:skickatTidpunkt>2024-04-01T10:00:00</m:skickatTidpunkt>
      <m:intygs-id><t:root>SE2321000016-0002</t:root><t:extension>i-1</t:extension></m:intygs-id>
      <m:patientPerson-id><t:root>1.2.752.129.2.1.3.1</t:root>
      <t:extension>191212121212</t:extension></m:patientPerson-id>
      <m:logiskAdressMottagare>SE2321000016-0002</m:logiskAdressMottagare>
      <m:amne><t:code>\(subject)</t:code>
      <t:codeSystem>ffa59d8f-8d7e-46ae-ac9e-31804e8e8499</t:codeSystem></m:amne>
      <m:meddelande>Text</m:meddelande>
      \(reminds.isEmpty ? "" : "<m:paminnelseMeddelande-id>\(reminds)</m:paminnelseMeddelande-id>")
      \(answers.isEmpty ? "" : "<m:svarPa><c:meddelande-id>\(answers)</c:meddelande-id></m:svarPa>")
      <m:skickatAv>\(sender ?? part)</m:skickatAv>
      \(requests)
      \(last.isEmpty ? "" : "<m:sistaDatumForSvar>\(last)</m:sistaDatumForSvar>")
      </m:\(name)>
      """
  }

  private func request(_ question: String, _ instance: Int? = nil) -> String {
    let number = instance.map { "<m:instans>\($0)</m:instans>" } ?? ""
    return "<m:komplettering><m:frage-id>\(question)</m:frage-id>\(number)"
      + "<m:text>Förklara</m:text></m:komplettering>"
  }

  private func read(_ text: String) -> CertificateReading {
    CertificateDocument.read(Array(text.utf8))
  }

  private func content(_ text: String) throws -> CertificateMessage {
    guard case .message(let message) = read(text).content else {
      throw CertificateMessageMissing()
    }
    return message
  }

  private struct CertificateMessageMissing: Error {}

  private var staff: String {
    func identity(_ name: String, _ root: String, _ value: String) -> String {
      "<c:\(name)><t:root>\(root)</t:root><t:extension>\(value)</t:extension></c:\(name)>"
    }
    let hsa = "1.2.752.129.2.1.4.1"
    return identity("personal-id", hsa, "SE2321000016-0001")
      + "<c:fullstandigtNamn/><c:enhet>" + identity("enhets-id", hsa, "SE2321000016-0002")
      + identity("arbetsplatskod", "1.2.752.29.4.71", "1234567")
      + "<c:enhetsnamn/><c:postadress/><c:postnummer/><c:postort/><c:telefonnummer/>"
      + "<c:vardgivare>" + identity("vardgivare-id", hsa, "SE2321000016-0003")
      + "<c:vardgivarnamn/></c:vardgivare></c:enhet>"
  }

  @Test func `a supplement request tells what it asks about and until when`() throws {
    let text = message(
      requests: request("17") + request("32", 2) + request("9001"), last: "2024-04-15")
    #expect(read(text).verdict == .accepted)
    let message = try content(text)
    #expect(message.direction == .toCare)
    #expect(message.id == "m-1" && message.reference == "ref")
    #expect(message.certificateID == "i-1")
    #expect(message.person.id == "191212121212")
    #expect(message.subject == .supplement)
    #expect(message.sent?.description == "2024-04-01T10:00:00")
    #expect(message.senderPart == "FKASSA")
    #expect(message.contactLines == ["Handläggare Påhittad"])
    #expect(message.requests.map(\.question) == [17, 32, 9001])
    #expect(message.requests.map(\.instance) == [nil, 2, nil])
    #expect(message.lastDayForAnswer == Day("2024-04-15"))
    #expect(message.text == "Text")
  }

  @Test func `the older version is the same message`() throws {
    let older = message(requests: request("17"), version: 1)
    #expect(read(older).verdict == .accepted)
    #expect(try content(older) == content(message(requests: request("17"))))
  }

  @Test func `a reminder names the message it is about`() throws {
    let reminder = message(subject: "PAMINN", reminds: "m-0")
    #expect(read(reminder).verdict == .accepted)
    #expect(try content(reminder).reminds == "m-0")
    #expect(read(message(subject: "PAMINN")).broken == ["M5 paminnelseMeddelande-id"])
    #expect(read(message(subject: "KOMPLT", reminds: "m-0")).broken.first?.prefix(2) == "M5")
  }

  @Test func `an answer from care may be a message`() throws {
    let answer = message("SendMessageToRecipient", answers: "m-0", sender: staff)
    #expect(read(answer).verdict == .accepted)
    let message = try content(answer)
    #expect(message.direction == .toRecipient)
    #expect(message.answersTo == MessageReference(messageID: "m-0"))
    #expect(message.unit?.id == "SE2321000016-0002")
    #expect(message.staff?.id == "SE2321000016-0001")
  }

  @Test func `each rule of messages rejects`() {
    let unknownPart = "<m:part><t:code>GRANNEN</t:code><t:codeSystem>1</t:codeSystem></m:part>"
    #expect(read(message(sender: unknownPart)).broken == ["M1 skickatAv/part"])
    #expect(read(message(subject: "AVSTAMNINGSMOTE")).broken == ["M2 amne"])
    #expect(
      read(message(answers: "m-0", last: "2024-04-15")).broken == ["M3 sistaDatumForSvar"])
    #expect(
      read(message(subject: "OVRIGT", requests: request("17"))).broken == ["M4 komplettering"])
    #expect(read(message()).verdict == .accepted, "a request without any question is accepted")
    for rule in CertificateMessageRule.allCases {
      #expect(!rule.text.sv.isEmpty && !rule.text.en.isEmpty)
    }
  }

  @Test func `a departure from the form is noted`() {
    let reading = read(message(last: "15 april"))
    #expect(reading.notes == [CertificateNote(.form, at: "meddelande/sistaDatumForSvar")])
    #expect(reading.verdict == .acceptedWithNotes)
    let nameless = message().replacing(">m-1<", with: "><")
    #expect(read(nameless).refusal?.detail == "meddelande-id")
  }

  @Test func `a withdrawal names its certificate`() throws {
    let text = """
      <m:RevokeCertificate xmlns:m="\(Self.space):RevokeCertificateResponder:2"
        xmlns:c="\(Self.space):3" xmlns:t="\(Self.space):types:3">
      <m:meddelande>Fel person</m:meddelande>
      <m:skickatTidpunkt>2024-04-01T10:00:00</m:skickatTidpunkt>
      <m:intygs-id><t:root>x</t:root><t:extension>i-1</t:extension></m:intygs-id>
      <m:patientPerson-id><t:root>1.2.752.129.2.1.3.1</t:root>
      <t:extension>191212121212</t:extension></m:patientPerson-id>
      <m:skickatAv>\(staff)</m:skickatAv></m:RevokeCertificate>
      """
    let reading = read(text)
    #expect(reading.verdict == .accepted)
    guard case .revocation(let revocation) = reading.content else {
      Issue.record("no withdrawal")
      return
    }
    #expect(revocation.certificateID == "i-1")
    #expect(revocation.text == "Fel person")
    #expect(revocation.unit.providerID == "SE2321000016-0003")
    #expect(revocation.sent?.day == Day("2024-04-01"))
  }
}
