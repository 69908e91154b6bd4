// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Service
import Store
import Testing

/// What goes out, from the outbox to a folder.
@Suite struct OutboxVerbTests {
  @Test func `messages are listed, shown and exported once`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("d.sqlite")
    let database = "sqlite:\(path)"
    let made = try Program.run(["demo", "--database", database, "--cases", "0", "--json"])
    #expect(made.status == 0)
    // The region declines a request that came as a message.
    let keyring = try Keyring.load(file: path + ".key")
    let service = try await SamsynService.open(.sqlite(path: path), keyring: keyring)
    let received = try await service.receive(
      try Messages.request().write(logicalAddress: "SE0000000000-SAMSYN"))
    let id = try CaseNumber(try #require(received.assessmentId))
    let alva = try #require(try await service.people().first { $0.id == "region-alva" })
    try await service.execute(
      .declineRequest(RequestDeclined(reason: "Ingen kapacitet.")), in: id, by: alva.actor())
    await service.close()

    let list = try Program.run(["outbox", "list", "--database", database, "--json"]).json()
    let lines = try #require(list["messages"] as? [[String: Any]])
    #expect(lines.map { $0["message"] as? String } == ["RespondToPerformerRequest"])
    let number = try #require(lines.first?["id"] as? Int)
    let shown = try Program.run([
      "outbox", "show", "\(number)", "--database", database, "--json",
    ]).json()
    #expect((shown["xml"] as? String)?.contains(id.description) == true)
    #expect(
      try Program.run(["outbox", "show", "999", "--database", database]).status == 1)
    let resend = ["outbox", "resend", "\(number)", "--database", database]
    #expect(try Program.run(resend).status == 1)
    #expect(
      try Program.run(["outbox", "abandon", "\(number)", "--database", database]).status == 2)
    let export = [
      "outbox", "export", scratch.file("out"), "--database", database, "--json",
    ]
    #expect(try Program.run(export).json()["delivered"] as? Int == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.file("out"))
    #expect(files.count == 1 && files[0].hasSuffix("RespondToPerformerRequest-\(id).xml"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.file("out/" + files[0])))
    #expect(try CareMessage.read([UInt8](bytes)).kind == .respondToPerformerRequest)
    #expect(try Program.run(export).json()["delivered"] as? Int == 0)
    let delivered = try Program.run([
      "outbox", "list", "--state", "delivered", "--database", database, "--json",
    ]).json()
    #expect((delivered["messages"] as? [Any])?.count == 1)
    let late = [
      "outbox", "abandon", "\(number)", "--reason", "Told by letter", "--database", database,
    ]
    #expect(try Program.run(late).status == 1)
  }

  @Test func `a message that cannot leave is given up, or dies and is sent again`() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.file("d.sqlite")
    let database = "sqlite:\(path)"
    #expect(
      try Program.run(["demo", "--database", database, "--cases", "0", "--json"]).status == 0)
    let keyring = try Keyring.load(file: path + ".key")
    let numbers = try await Self.declinedRequests(2, path, keyring)
    // The second one dies, as after twelve attempts.
    let store = try await Database.open(.sqlite(path: path))
    try await store.write { connection in
      _ = try connection.execute(
        "UPDATE outbox SET state = 'dead', error_code = 'not-taken.CocoaError.640' WHERE id = ?",
        [.int(numbers[1])])
    }
    await store.close()

    let given = try Program.run([
      "outbox", "abandon", "\(numbers[0])", "--reason", "Told by letter", "--database",
      database, "--json",
    ]).json()
    #expect((given["message"] as? [String: Any])?["state"] as? String == "abandoned")
    let dead = try Program.run([
      "outbox", "list", "--state", "dead", "--database", database, "--json",
    ]).json()
    let line = try #require((dead["messages"] as? [[String: Any]])?.first)
    #expect(line["errorCode"] as? String == "not-taken.CocoaError.640")
    let again = try Program.run([
      "outbox", "resend", "\(numbers[1])", "--database", database, "--json",
    ]).json()
    #expect((again["message"] as? [String: Any])?["state"] as? String == "pending")
    let exported = try Program.run([
      "outbox", "export", scratch.file("out"), "--database", database, "--json",
    ]).json()
    #expect(exported["delivered"] as? Int == 1)
  }

  /// Requests that came as messages and were declined; the numbers of the answers.
  private static func declinedRequests(
    _ count: Int, _ path: String, _ keyring: Keyring
  ) async throws -> [Int] {
    let service = try await SamsynService.open(.sqlite(path: path), keyring: keyring)
    let alva = try #require(try await service.people().first { $0.id == "region-alva" })
    for number in 1...count {
      let received = try await service.receive(
        try Messages.request(town: "Ort \(number)").write(logicalAddress: "SE0000000000-SAMSYN"))
      let id = try CaseNumber(try #require(received.assessmentId))
      try await service.execute(
        .declineRequest(RequestDeclined(reason: "Ingen kapacitet.")), in: id, by: alva.actor())
    }
    let numbers = try await service.outbox().map(\.id)
    await service.close()
    return numbers
  }
}

/// Messages as Försäkringskassan would send them.
enum Messages {
  /// A request to the made-up region where Alva coordinates.
  static func request(town: String = "Linköping") throws -> FKMessage {
    .requestPerformerForAssessment(
      RequestPerformerForAssessment(
        certificateType: .afu, coordinatingCountyCouncilId: try HSAID("SE0000000000-R05"),
        authorityAdministrativeOfficial: AdministrativeOfficial(
          fullName: "Handläggare Ett", phoneNumber: "010-000 00 00",
          authority: .insuranceAgency),
        citizen: CitizenLimited(postalCity: town)))
  }
}
