// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing
import XML

@testable import Exchange

/// A full fixture with one thing changed, and the fault that must follow.
struct Spoiled: Sendable, CustomTestStringConvertible {
  let kind: MessageKind
  let old: String
  let new: String
  let code: MessageFault.Code
  /// The field after the message's name.
  let field: String

  init(
    _ kind: MessageKind, _ old: String, _ new: String, _ code: MessageFault.Code, _ field: String
  ) {
    (self.kind, self.old, self.new, self.code, self.field) = (kind, old, new, code, field)
  }

  var testDescription: String { "\(kind.rawValue) \(code.rawValue) \(field) \(new.prefix(40))" }

  static let all: [Spoiled] = [
    Spoiled(.orderAssessment, "AFU_UTVIDGAD", "AFX", .codeUnknown, "certificateType/code"),
    Spoiled(.orderAssessment, "AFU_UTVIDGAD", "LIAG", .codeNotAccepted, "certificateType/code"),
    Spoiled(.orderAssessment, "AFU_UTVIDGAD", "afu", .codeUnknown, "certificateType/code"),
    Spoiled(
      .orderAssessment, "b64ea353-", "c64ea353-", .codeSystemUnknown,
      "certificateType/codeSystem"),
    Spoiled(
      .orderAssessment, ">FKASSA<", ">AF<", .codeNotAccepted,
      "authorityAdministrativeOfficial/authority/code"),
    Spoiled(
      .orderAssessment, ">FKASSA<", ">XYZ<", .codeUnknown,
      "authorityAdministrativeOfficial/authority/code"),
    Spoiled(
      .orderAssessment, "191212121212", "19121212-1212", .personalIdentityForm,
      "citizen/personalIdentity/extension"),
    Spoiled(
      .orderAssessment, "191212121212", "1212121212", .personalIdentityForm,
      "citizen/personalIdentity/extension"),
    Spoiled(
      .orderAssessment, "191212121212", "191212121213", .personalIdentityInvalid,
      "citizen/personalIdentity/extension"),
    Spoiled(
      .orderAssessment, "191212121212", "191213121212", .personalIdentityInvalid,
      "citizen/personalIdentity/extension"),
    Spoiled(
      .orderAssessment, "1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3", .personalIdentityKind,
      "citizen/personalIdentity/root"),
    Spoiled(
      .orderAssessment, "1.2.752.129.2.1.3.1", "1.2.752.129.2.1.4.1", .rootUnknown,
      "citizen/personalIdentity/root"),
    Spoiled(
      .orderAssessment, "1.2.752.129.2.1.4.1", "1.2.752.129.2.1.4.2", .rootUnknown,
      "careUnitId/root"),
    Spoiled(
      .orderAssessment, "SE2321000016-U17", "NO2321000016-U17", .notAnHSAID,
      "careUnitId/extension"),
    Spoiled(
      .orderAssessment, ">20260504<", ">20180231<", .noSuchDate,
      "lastDateForCertificateReceival"),
    Spoiled(
      .orderAssessment, ">20260504<", ">2026-05-04<", .notADate,
      "lastDateForCertificateReceival"),
    Spoiled(
      .orderAssessment, ">20260504<", "> 20260504<", .notADate,
      "lastDateForCertificateReceival"),
    Spoiled(
      .orderAssessment, ">20260504<", ">21260504<", .notADate,
      "lastDateForCertificateReceival"),
    Spoiled(
      .orderAssessment, ">false<", ">falsk<", .notABoolean, "documentsByPost"),
    Spoiled(
      .orderAssessment, "needForInterpreter>true<", "needForInterpreter>0<",
      .languageWithoutNeed, "interpreterLanguage"),
    Spoiled(
      .orderAssessment, "Underlaget är stort", String(repeating: "ö", count: 4001), .textTooLong,
      "comment"),
    Spoiled(
      .orderAssessment, "Tolvan<", String(repeating: "n", count: 256) + "<", .textTooLong,
      "citizen/firstName"),
    Spoiled(
      .orderAssessment, "K-7781", String(repeating: "7", count: 65), .textTooLong,
      "authorityAdministrativeOfficial/officeCostCenter"),
    Spoiled(
      .orderAssessment, "010-11 22 33", "  ", .valueEmpty,
      "authorityAdministrativeOfficial/phoneNumber"),
    Spoiled(
      .orderAssessment, "<m:purpose>", "<m:purpose kind=\"x\">", .attributeUnexpected, "purpose"),
    Spoiled(
      .orderAssessment, "Avstämning i juni", "Avstämning <m:b>i</m:b> juni", .contentUnexpected,
      "plannedActions"),
    Spoiled(
      .orderAssessment, "<m:citizen>", "<m:citizen>fritext", .contentUnexpected, "citizen"),
    Spoiled(
      .orderAssessment, "<core:firstName>Tolvan</core:firstName>",
      "<m:firstName>Tolvan</m:firstName>", .elementNamespace, "citizen/firstName"),
    Spoiled(
      .orderAssessment, "</m:citizen>", "</m:citizen><m:orderDate>20260101</m:orderDate>",
      .elementUnexpected, ""),
    Spoiled(
      .orderAssessment, "<core:code>F1.0_AF00213</core:code>", "<core:code>F9</core:code>",
      .codeUnknown, "orderFormType/code"),
    Spoiled(
      .requestPerformerForAssessment, "<core:extension>SE5560000001-G02",
      "<core:extension>SE-G02", .notAnHSAID, "citizen/earlierAssessmentPerformer[2]/extension"),
    Spoiled(
      .requestPerformerForAssessment,
      "<core:codeSystemVersion>2019</core:codeSystemVersion>\n"
        + "    <core:codeSystemName>Språk</core:codeSystemName>",
      "<core:codeSystemName>Språk</core:codeSystemName>\n"
        + "    <core:codeSystemVersion>2019</core:codeSystemVersion>",
      .elementOrder, "interpreterLanguage/codeSystemVersion"),
    Spoiled(.reportDeviation, "PATIENT", "MYNDIGHET", .codeUnknown, "causedBy/code"),
    Spoiled(.reportDeviation, ">20260401131509<", ">20260401<", .notATime, "deviationTime"),
    Spoiled(.reportDeviation, ">20260401131509<", ">20260431131509<", .noSuchTime, "deviationTime"),
    Spoiled(.reportDeviation, ">20260401131509<", ">20260401241509<", .noSuchTime, "deviationTime"),
    Spoiled(
      .endAssessment, ">JAV<", ">INGEN_KOMPLETTERING_BEGARD<", .codeUnknown,
      "endingCondition/code"),
    Spoiled(.reportCertificateReceival, ">20260502<", "></", .xmlMalformed, ""),
    Spoiled(
      .reportCertificateReceival, "<m:receivedDate>20260502</m:receivedDate>",
      "<m:receivedDate/>", .notADate, "receivedDate"),
  ]
}

struct FaultTests {
  private func refusal(_ text: String, on day: Day = .latest) -> MessageFault? {
    refusal(Array(text.utf8), on: day)
  }

  private func refusal(_ bytes: [UInt8], on day: Day = .latest) -> MessageFault? {
    do throws(MessageFault) {
      _ = try IncomingMessage.read(bytes, on: day)
      return nil
    } catch { return error }
  }

  private func full(_ kind: MessageKind) throws -> String {
    let message = try #require(Fixtures.full.first { $0.kind == kind })
    return String(decoding: try message.write(), as: UTF8.self)
  }

  @Test(arguments: Spoiled.all)
  func `each wrong thing is refused with its code and its field`(spoiled: Spoiled) throws {
    let whole = try full(spoiled.kind)
    let place = try #require(whole.firstRange(of: spoiled.old))
    let text = whole.replacingCharacters(in: place, with: spoiled.new)
    let fault = try #require(refusal(text))
    let name = spoiled.code == .xmlMalformed ? "" : spoiled.kind.rawValue
    #expect(fault.code == spoiled.code)
    #expect(fault.field == (spoiled.field.isEmpty ? name : "\(name)/\(spoiled.field)"))
    #expect(fault.kind == (name.isEmpty ? nil : spoiled.kind))
    #expect(fault.line != nil)
    expectNoContent(of: try XMLElement(parsing: Array(whole.utf8)), in: fault)
    if let document = try? XMLElement(parsing: Array(text.utf8)) {
      expectNoContent(of: document, in: fault)
    }
  }

  @Test(arguments: [("true", true), ("false", false), ("1", true), (" 0\n", false)])
  func `all forms of yes and no are read`(form: String, value: Bool) throws {
    let text = try full(.reportDeviation).replacing(">true<", with: ">\(form)<")
    guard case .reportDeviation(let message) = try IncomingMessage.read(Array(text.utf8)).message
    else {
      Issue.record("another message was read")
      return
    }
    #expect(message.citizenFailedToArrive == value)
  }

  @Test func `white space around texts is taken away, and an empty text is no text`() throws {
    let text = try full(.orderAssessment)
      .replacing("Underlaget är stort", with: "\n  Underlaget är stort\t ")
      .replacing("Avstämning i juni", with: " \n ")
    guard case .orderAssessment(let order) = try IncomingMessage.read(Array(text.utf8)).message
    else {
      Issue.record("another message was read")
      return
    }
    #expect(order.comment == "Underlaget är stort")
    #expect(order.plannedActions == nil)
  }

  @Test func `texts at their limit are read`() throws {
    let longest = String(repeating: "å", count: TextLimit.free)
    let text = try full(.orderAssessment).replacing("Underlaget är stort", with: longest)
    #expect(refusal(text) == nil)
  }

  @Test func `foreign elements at the end are passed over, not those of the contract`() throws {
    let more = "<x:more xmlns:x=\"urn:x\" a=\"1\">hej<x:b/></x:more>"
    let whole = try full(.orderAssessment)
    for end in ["</m:OrderAssessment>", "</m:citizen>", "</m:careUnitId>"] {
      #expect(refusal(whole.replacing(end, with: more + end)) == nil, "\(end)")
    }
    let hint = "<m:citizen xmlns:i=\"\(Namespace.schemaInstance)\" i:schemaLocation=\"a b\">"
    #expect(refusal(whole.replacing("<m:citizen>", with: hint)) == nil)
    let early = whole.replacing("<m:purpose>", with: more + "<m:purpose>")
    #expect(refusal(early)?.code == .elementOrder)
    #expect(refusal(early)?.field == "OrderAssessment/purpose")
    let bare = whole.replacing("</m:OrderAssessment>", with: "<more/></m:OrderAssessment>")
    #expect(refusal(bare)?.code == .elementUnexpected)
  }

  /// An order as version 1.0.0 has it, made of one that is written here.
  private func releasedOrder() throws -> [UInt8] {
    let order = OrderAssessment(
      careUnitId: Fixtures.unit, certificateType: .afu, orderFormType: .medicalStatement,
      authorityAdministrativeOfficial: Fixtures.briefOfficial,
      citizen: Citizen(personalIdentity: Fixtures.person()))
    let root = try XMLElement(parsing: FKMessage.orderAssessment(order).write())
    let released = XMLElement(
      name: root.name, namespace: root.namespace,
      children: root.children.filter { $0.name != "certificateType" })
    return try XMLText.write(released, prefixes: Contract.prefixes)
  }

  @Test(.needsContract) func `the order of version 1_0_0 in the tests is a true one`() throws {
    #expect(try Contract.releasedOrderSchema().issues(in: releasedOrder()) == [])
  }

  @Test func `an order of version 1_0_0 is recognised and refused with a reason`() throws {
    let text = String(decoding: try releasedOrder(), as: UTF8.self)
    let fault = try #require(refusal(text))
    #expect(fault.code == .contractVersion)
    #expect(fault.errorId == .application)
    #expect(fault.kind == .orderAssessment)
    #expect(fault.reason.sv.contains("1.0.0"))
  }

  @Test func `unknown messages and messages for the other side are refused`() throws {
    let whole = try full(.endAssessment)
    let renamed = whole.replacing("m:EndAssessment", with: "m:StartAssessment")
    #expect(refusal(renamed)?.code == .unknownMessage)
    #expect(refusal(renamed)?.kind == nil)
    let moved = whole.replacing("order:EndAssessmentResponder:1", with: "order:EndAssessment:1")
    #expect(refusal(moved)?.code == .unknownNamespace)
    #expect(refusal("<EndAssessment/>")?.code == .unknownNamespace)
    for message in Fixtures.care where message.kind != .reportDeviation {
      let fault = refusal(String(decoding: try message.write(), as: UTF8.self))
      #expect(fault?.code == .notReceivedHere)
      #expect(fault?.kind == message.kind)
    }
  }

  @Test func `an interpreter without language is refused in an order, not in a request`() throws {
    let request = FKMessage.requestPerformerForAssessment(
      RequestPerformerForAssessment(
        certificateType: .afu, coordinatingCountyCouncilId: Fixtures.region,
        needForInterpreter: true, authorityAdministrativeOfficial: Fixtures.briefOfficial,
        citizen: CitizenLimited(postalCity: "Månstad")))
    #expect(try IncomingMessage.read(request.write()).message == request)
    let order = FKMessage.orderAssessment(
      OrderAssessment(
        careUnitId: Fixtures.unit, certificateType: .afu, needForInterpreter: true,
        authorityAdministrativeOfficial: Fixtures.briefOfficial,
        citizen: Citizen(personalIdentity: Fixtures.person())))
    let fault = try #require(refusal(String(decoding: try order.write(), as: UTF8.self)))
    #expect(fault.code == .languageMissing)
    #expect(fault.field == "OrderAssessment/interpreterLanguage")
  }

  @Test func `an update that changes nothing is refused`() throws {
    let empty = FKMessage.updateOrder(UpdateOrder(assessmentId: Fixtures.caseID))
    #expect(
      refusal(String(decoding: try empty.write(), as: UTF8.self))?.code == .nothingUpdated)
  }

  @Test func `a person who is born after today is refused`() throws {
    let order = try full(.orderAssessment)
    #expect(refusal(order, on: Fixtures.day("1912-12-12")) == nil)
    #expect(refusal(order, on: Fixtures.day("1912-12-11"))?.code == .personalIdentityInvalid)
  }

  @Test func `hostile documents are refused by what they are`() throws {
    let whole = try full(.orderAssessment)
    let bomb = whole.replacing(
      "?>\n", with: "?><!DOCTYPE a [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n",
      maxReplacements: 1)
    #expect(refusal(bomb)?.code == .xmlDocumentType)
    #expect(refusal(String(whole.dropLast(30)))?.code == .xmlMalformed)
    #expect(refusal(whole + String(repeating: " ", count: 1_048_576))?.code == .xmlTooLarge)
    #expect(refusal("")?.code == .xmlMalformed)
    let nested = String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
    #expect(refusal(nested)?.code == .xmlTooComplex)
  }

  @Test(arguments: [1, 7, 49, 343] as [UInt64])
  func `bytes changed at random are read or refused, and never told`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    for message in Fixtures.full {
      let whole = try message.write(logicalAddress: "SE2321000016-R01")
      let document = try XMLElement(parsing: whole)
      for _ in 0..<50 {
        var bytes = whole
        for _ in 0..<(1 + chance.next(4)) {
          bytes[chance.next(bytes.count)] = UInt8(chance.next(256))
        }
        if let fault = refusal(bytes) { expectNoContent(of: document, in: fault) }
      }
    }
  }

  @Test func `every code has its own reason in both languages`() {
    let reasons = MessageFault.Code.allCases.map(\.reason)
    #expect(Set(reasons).count == reasons.count)
    #expect(reasons.allSatisfy { !$0.sv.isEmpty && !$0.en.isEmpty && $0.sv != $0.en })
  }
}
