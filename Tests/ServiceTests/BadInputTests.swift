// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store
import Testing

@testable import Service

/// A right message spoiled in one way, and what must be said of it.
struct SpoiledMessage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: String
  /// Path of the element, or nil where the document as a whole is wrong.
  let field: String?
  let spoil: @Sendable (String) -> String

  init(
    _ name: String, _ code: String, _ field: String?,
    _ spoil: @escaping @Sendable (String) -> String
  ) {
    (testDescription, self.code, self.field, self.spoil) = (name, code, field, spoil)
  }

  static func replacing(
    _ name: String, _ code: String, _ field: String?, _ old: String, _ new: String
  ) -> SpoiledMessage {
    SpoiledMessage(name, code, field) { $0.replacing(old, with: new) }
  }

  private static let number = "191212121212"

  static let all: [SpoiledMessage] = [
    SpoiledMessage("nothing", "xml-malformed", "") { _ in "" },
    SpoiledMessage("no XML", "xml-malformed", "") { _ in "Hej på dig" },
    SpoiledMessage("cut off", "xml-malformed", "") { String($0.prefix($0.count * 2 / 3)) },
    SpoiledMessage("oversized", "xml-too-large", "") {
      $0.replacing(
        Cast.background, with: String(repeating: "a", count: 2 * 1_048_576))
    },
    SpoiledMessage("entity bomb", "xml-document-type", "") { text in
      let entities = (1...9).map {
        "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
      }
      return "<!DOCTYPE x [<!ENTITY e0 \"ha\">\(entities.joined())]>"
        + text.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
        .replacing(Cast.background, with: "&e9;")
    },
    SpoiledMessage("external entity", "xml-document-type", "") { text in
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        + text.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
        .replacing(Cast.background, with: "&e;")
    },
    .replacing(
      "wrong namespace", "unknown-namespace", "OrderAssessment", "OrderAssessmentResponder:1",
      "OrderAssessmentResponder:9"),
    .replacing("unknown message", "unknown-message", "", "OrderAssessment", "OrderPizza"),
    .replacing(
      "impossible day", "no-such-date", "OrderAssessment/lastDateForCertificateReceival",
      ">20260501<", ">20260230<"),
    .replacing(
      "a day in words", "not-a-date", "OrderAssessment/lastDateForCertificateReceival",
      ">20260501<", ">första maj<"),
    .replacing(
      "unknown code", "code-unknown", "OrderAssessment/certificateType/code", ">AFU<",
      ">ABC<"),
    .replacing(
      "wrong check digit", "personal-identity-invalid",
      "OrderAssessment/citizen/personalIdentity/extension", number, "191212121213"),
    .replacing(
      "no HSA-id", "not-an-hsa-id", "OrderAssessment/careUnitId/extension",
      "SE0000000000-P1", "mottagningen"),
    .replacing(
      "performer not chosen", "wrong-performer", "OrderAssessment/careUnitId",
      "SE0000000000-P1", "SE0000000000-P2"),
    .replacing(
      "day gone by", "day-in-past", "OrderAssessment/lastDateForCertificateReceival",
      ">20260501<", ">20260101<"),
    .replacing(
      "unknown case", "not-found", nil, "AFU-2026-0001", "AFU-2026-4711"),
    .replacing(
      "no case number", "not-found", nil, "AFU-2026-0001", "ärendet"),
  ]
}

/// Whatever comes in gets a clear answer, and nothing is half done.
@Suite struct BadInputTests {
  /// What no answer may repeat.
  private static let secrets = [
    "191212121212", "191212121213", "Tolvanna", "Tolvansdotter", Cast.background, "passwd",
    "root:",
  ]

  @Test(arguments: SpoiledMessage.all)
  func `a spoiled message is refused with field and reason, and nothing is done`(
    spoiled: SpoiledMessage
  ) async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      let right = String(
        decoding: try Stage.bytes(Stage.orderMessage(id, lastDay: Day("2026-05-01"))),
        as: UTF8.self)
      let wrong = spoiled.spoil(right)
      #expect(wrong != right)
      let before = try await stage.counts()
      let received = try await stage.service.receive(Array(wrong.utf8))
      #expect(received.resultCode == "ERROR" && !received.isAccepted)
      #expect(received.code == spoiled.code, "\(received.code ?? "") \(received.field ?? "")")
      if let field = spoiled.field { #expect(received.field == field) }
      #expect(received.errorId.count == 1)
      let text = try #require(received.resultText)
      #expect(!text.isEmpty && !received.response.isEmpty)
      for secret in Self.secrets {
        #expect(!text.contains(secret) && !received.response.contains(secret))
        #expect(received.field?.contains(secret) != true)
      }
      #expect(try await stage.counts() == before)
      // The right one is still welcome.
      #expect(try await stage.service.receive(Array(right.utf8)).resultCode == "OK")
    }
  }

  @Test func `a message from somebody else than it speaks for is refused`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      let before = try await stage.counts()
      let order = try Stage.bytes(Stage.orderMessage(id))
      for (sender, code) in [
        (Cast.regionID, "wrong-party"), (Cast.p1, "wrong-party"),
        (Cast.otherRegionID, "not-found"), (Cast.p2, "not-found"),
      ] {
        let received = try await stage.service.receive(order, from: .organisation(sender))
        #expect(received.resultCode == "ERROR" && received.code == code, "\(received)")
      }
      let request = try Stage.bytes(Stage.requestMessage())
      let received = try await stage.service.receive(request, from: .organisation(Cast.p1))
      #expect(received.code == "wrong-party")
      #expect(try await stage.counts() == before)
    }
  }

  @Test func `the envelope's sender counts where nobody says who called`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      let order = String(decoding: try Stage.bytes(Stage.orderMessage(id)), as: UTF8.self)
      func from(_ sender: String) -> [UInt8] {
        let header = """
          <wsa:From xmlns:wsa="http://www.w3.org/2005/08/addressing">\
          <wsa:Address>\(sender)</wsa:Address></wsa:From></soapenv:Header>
          """
        return Array(order.replacing("</soapenv:Header>", with: header).utf8)
      }
      let stranger = try await stage.service.receive(from("SE0000000000-P2"))
      #expect(stranger.code == "not-found", "\(stranger)")
      // A sender that is named but is nobody here is not taken for Försäkringskassan.
      for named in ["556000-4615", "Försäkringskassan", "https://exempel.invalid/fk"] {
        let foreign = try await stage.service.receive(from(named))
        #expect(foreign.code == "wrong-party" && !foreign.isAccepted, "\(foreign)")
      }
      let agency = try await stage.service.receive(from("SE2021005521-FK"))
      #expect(agency.resultCode == "OK", "\(agency)")
    }
  }

  @Test(arguments: ["", "FK ", "202100-5521", "SE2021005521-X1"])
  func `Försäkringskassan is known by its names`(text: String) {
    let expected = text.isEmpty || text == "FK " ? nil : MessageSender.agency
    #expect(MessageSender(text) == expected)
    #expect(MessageSender("fk") == .agency)
    #expect(MessageSender("SE0000000000-P1") == .organisation(Cast.p1))
    #expect(MessageSender("556000-4615") == nil)
  }

  @Test func `random bytes and random cuts never disturb the service`() async throws {
    try await withStage(.sqlite) { stage in
      let id = try await stage.requestByMessage()
      try await stage.allocate(id)
      let right = try Stage.bytes(Stage.orderMessage(id))
      let before = try await stage.counts()
      var state: UInt64 = 42
      func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(below))
      }
      for _ in 0..<200 {
        var bytes = right
        switch next(3) {
        case 0: bytes = Array(bytes.prefix(next(bytes.count)))
        case 1: bytes[next(bytes.count / 4)] = UInt8(next(256))
        default: bytes = (0..<next(300)).map { _ in UInt8(next(256)) }
        }
        if bytes == right { continue }
        let received = try await stage.service.receive(bytes)
        // A changed byte may leave a right message, such as one in another encoding's name.
        if received.isAccepted { return }
      }
      #expect(try await stage.counts() == before)
    }
  }
}
