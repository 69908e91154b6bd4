// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Service
@testable import Web

private typealias Person = SiteFixture.Person

extension SiteFixture {
  /// Sends a file over the interface, as `curl -F file=@name` does.
  fileprivate func attach(
    _ content: [UInt8], named name: String = "karta.pdf", field: String = "file",
    to thread: Int, in id: CaseNumber, as person: Person?
  ) async throws -> TestResponse {
    var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=grans"]
    if let person { headers[.authorization] = "Bearer \(try await session(person).token)" }
    var body = ByteBuffer()
    body.writeString("--grans\r\nContent-Disposition: form-data; name=\"\(field)\"")
    body.writeString("; filename=\"\(name)\"\r\nContent-Type: application/pdf\r\n\r\n")
    body.writeBytes(content)
    body.writeString("\r\n--grans--\r\n")
    return try await client.execute(
      uri: "\(APIEndpoint.base)/assessments/\(id)/threads/\(thread)/attachments", method: .post,
      headers: headers, body: body)
  }

  fileprivate func open(
    _ files: [String], in id: CaseNumber, as person: Person
  ) async throws -> TestResponse {
    let list = files.map { "\"\($0)\"" }.joined(separator: ",")
    return try await send(
      .post, "/assessments/\(id)/threads", as: person,
      json: """
        {"subject":"Karta","matter":"case","participants":["performer:\(SiteFixture.eken)"],\
        "text":"Se bilagan","attachments":[\(list)]}
        """)
  }
}

@Suite struct `Attachments over the interface` {
  private static let others: [Person] = [.coordinator, .otherCoordinator, .otherPerformer]

  @Test func `a file is attached, sent and fetched by the readers of the thread alone`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let bytes = SampleFiles.pdf("Kartans ord")
      let answer = try await site.attach(bytes, to: 0, in: id, as: .officer)
      #expect(answer.status == .created, "\(answer.text)")
      let attached = try answer.json(MessageAttachment.self)
      let waiting = "/assessments/\(id)/threads/0/attachments"
      #expect(
        answer.headers[.location] == "\(APIEndpoint.base)\(waiting)/\(attached.file.id)")
      #expect(attached.name == "karta.pdf" && attached.file.bytes == bytes.count)
      let list = try await site.send(.get, waiting, as: .officer)
      #expect(try list.json(AttachmentListJSON.self).items == [attached])
      // Until it is sent it is the writer's own.
      for person in Self.others + [.performer] {
        let file = try await site.send(.get, "\(waiting)/\(attached.file.id)", as: person)
        #expect(file.status == .notFound, "\(person)")
        let list = try await site.send(.get, waiting, as: person)
        #expect(!list.text.contains("karta"))
      }
      let sent = try await site.open([attached.file.id], in: id, as: .officer)
      #expect(sent.status == .created, "\(sent.text)")
      let thread = "/assessments/\(id)/threads/1"
      let shown = try await site.send(.get, thread, as: .performer).json(ThreadJSON.self)
      #expect(shown.messages.map(\.attachments) == [[attached]])
      for person in [Person.officer, .performer] {
        let file = try await site.send(
          .get, "\(thread)/attachments/\(attached.file.id)", as: person)
        #expect(Array(file.body.readableBytesView) == bytes)
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.contentDisposition]?.contains("\"karta.pdf\"") == true)
        #expect(file.headers[.cacheControl] == "no-store")
      }
      for person in Self.others {
        let file = try await site.send(
          .get, "\(thread)/attachments/\(attached.file.id)", as: person)
        #expect(try file.problem().status == 404)
        let refused = try await site.attach(bytes, to: 1, in: id, as: person)
        #expect(try refused.problem().status == 404)
      }
      let nobody = try await site.attach(bytes, to: 0, in: id, as: nil)
      #expect(nobody.status == .unauthorized)
    }
  }

  @Test func `an answer takes its attachment along, and what is taken away is not sent`()
    async throws
  {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      #expect(try await site.open([], in: id, as: .officer).status == .created)
      var files: [String] = []
      for text in ["Ett", "Två"] {
        let answer = try await site.attach(
          SampleFiles.pdf(text), to: 1, in: id, as: .performer)
        files.append(try answer.json(MessageAttachment.self).file.id)
      }
      let place = "/assessments/\(id)/threads/1"
      // Another's cannot be taken away, and her own twice.
      for person in [Person.officer, .performer, .performer] {
        let gone = try await site.send(
          .delete, "\(place)/attachments/\(files[0])", as: person)
        #expect(gone.status == .noContent)
        let list = try await site.send(.get, "\(place)/attachments", as: .performer)
        let left = try list.json(AttachmentListJSON.self).items.map(\.file.id)
        #expect(Set(left) == Set(person == .officer ? files : [files[1]]))
      }
      for file in files {
        let sent = try await site.send(
          .post, "\(place)/messages", as: .performer,
          json: "{\"text\":\"Hej\",\"attachments\":[\"\(file)\"]}")
        #expect((sent.status == .created) == (file == files[1]), "\(sent.text)")
      }
    }
  }

  @Test func `a file that is not taken is told with its reason and its field`() async throws {
    try await SiteFixture.with { site in
      let id = try await site.startedCase()
      let sound = SampleFiles.pdf("Ett")
      let broken = try await site.attach(
        Array("%PDF-1.7 trasig".utf8), to: 0, in: id, as: .officer)
      #expect(broken.status == .unprocessableContent)
      let problem = try broken.problem()
      #expect(problem.code == RefusalCode.documentBroken.rawValue && problem.field == "file")
      let elsewhere = try await site.attach(sound, field: "fil", to: 0, in: id, as: .officer)
      #expect(try elsewhere.problem().code == "unknown-field")
      let path = "/assessments/\(id)/threads/0/attachments"
      let json = try await site.send(.post, path, as: .officer, json: "{}")
      #expect(json.status == .unsupportedMediaType)
      let cut = try await site.send(
        .post, path, as: .officer, json: "--x",
        headers: [.contentType: "multipart/form-data; boundary=x"])
      #expect(try cut.problem().code == "malformed-form")
      let list = try await site.send(.get, path, as: .officer)
      #expect(try list.json(AttachmentListJSON.self).items.isEmpty)
      // With the cookie a form token is needed here as everywhere.
      let cookie = try await site.session(.officer).token
      let foreign = try await site.send(
        .delete, "\(path)/\(String(repeating: "0", count: 32))",
        headers: [.cookie: "samsyn=\(cookie)"])
      #expect(try foreign.problem().code == "form-token")
    }
  }
}

@Suite struct `Competence over the interface` {
  private static let record = """
    {"person":"eken-ture","kind":"licence","profession":"psykolog","text":"123",\
    "isWithdrawal":false}
    """

  @Test func `the administrator registers and corrects, and an examiner reads her own`()
    async throws
  {
    try await SiteFixture.with { site in
      let path = "/competence/records"
      let key: HTTPFields = [Request.idempotencyKeyField: "k1"]
      for _ in 1...2 {
        let answer = try await site.send(
          .post, path, as: .performer, json: Self.record, headers: key)
        #expect(answer.status == .created, "\(answer.text)")
        #expect(try answer.json(CompetenceJSON.self).records.map(\.number) == [1])
      }
      let other = Self.record.replacing("123", with: "124")
      let reused = try await site.send(
        .post, path, as: .performer, json: other, headers: key)
      #expect(try reused.problem().code == RefusalCode.keyReused.rawValue)
      let corrected = try await site.send(
        .post, path, as: .performer,
        json: other.replacing("{\"person", with: "{\"corrects\":1,\"person"))
      let records = try corrected.json(CompetenceJSON.self).records
      #expect(records.map(\.correctedBy) == [2, nil])
      let theirs = other.replacing("eken-ture", with: "eken-sixten")
      #expect(try await site.send(.post, path, as: .performer, json: theirs).status == .created)

      let own = try await site.send(.get, "/competence", as: .psychologist)
        .json(CompetenceJSON.self)
      #expect(own.records.map(\.record.person) == ["eken-ture", "eken-ture"])
      #expect(own.people.map(\.person) == ["eken-ture"] && !own.mayRegister)
      #expect(own.people.first?.holds == [.licence])
      let everybody = try await site.send(.get, "/competence", as: .performer)
        .json(CompetenceJSON.self)
      #expect(everybody.records.count == 3 && everybody.mayRegister)
      let elsewhere = try await site.send(.get, "/competence", as: .otherPerformer)
        .json(CompetenceJSON.self)
      #expect(elsewhere.records.isEmpty)
      for (path, json) in [
        (path, Self.record),
        ("/competence/policy", "{\"requiresTraining\":true,\"requiresMentor\":true}"),
        ("/competence/release-step", "{\"isOn\":true}"),
      ] {
        let refused = try await site.send(.post, path, as: .psychologist, json: json)
        #expect(try refused.problem().code == RefusalCode.wrongFunction.rawValue)
      }
    }
  }

  @Test func `what is asked for and the release step are set, and faults name their field`()
    async throws
  {
    try await SiteFixture.with { site in
      let policy = try await site.send(
        .post, "/competence/policy", as: .performer,
        json: "{\"requiresTraining\":true,\"requiresMentor\":false}")
      #expect(
        try policy.json(CompetenceJSON.self).policy == CompetencePolicy(requiresTraining: true))
      let step = try await site.send(
        .post, "/competence/release-step", as: .performer, json: "{\"isOn\":true}")
      #expect(try step.json(CompetenceJSON.self).releasesStatements)
      for (json, field) in [
        (Self.record.replacing("\"profession\":\"psykolog\",", with: ""), "profession"),
        (Self.record.replacing("eken-ture", with: "vide-greta"), "person"),
        (Self.record.replacing("false", with: "true"), "corrects"),
      ] {
        let refused = try await site.send(
          .post, "/competence/records", as: .performer, json: json)
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.problem().field == field)
      }
    }
  }
}
