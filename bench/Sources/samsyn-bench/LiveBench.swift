// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// Many open pages on one server: what they cost, and whether all get news.
struct LiveBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live", abstract: "Many open pages that wait for news on one server.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Open pages.")
  var pages = 1000

  @Option(help: "Requests of an ordinary page, one at a time.")
  var requests = 300

  @Option(help: "How often something is sent.")
  var sendings = 5

  private static let ordinary = "/att-gora"

  func run() async throws {
    let database = try await BenchDatabase("live-\(getpid())", in: options.folder)
    defer { database.remove() }
    let service = try await database.service()
    let cast = try await BenchCast(service)
    let id = try await prepared(cast, service)
    await service.close()
    var figures = Figures()
    let server = try ServerProcess.samsyn(database.address)
    defer { server.stop() }
    let port = try server.port()
    let client = try PageClient(port: port)
    let people = [cast.officer, cast.coordinator, cast.administrator].map(\.person)
    let cookies = try people.map { try client.signIn($0) }
    tell("an ordinary page alone")
    let alone = try measure(client, cookies[0])
    let idle = try use(server, seconds: 5)
    let memory = server.memory.now
    tell("opening \(pages) pages")
    let live = try LivePages(pages, port: port, cookies: cookies)
    let opened = try live.wait(for: "retry:", seconds: 60)
    figures.add("pages opened", Double(opened.count), "", atLeast: Double(pages))
    tell("the same page beside them")
    figures.add("memory per open page", (server.memory.now - memory) * 1024 / Double(pages), "KB")
    let waiting = try use(server, seconds: 10)
    figures.add("memory of the server", server.memory.now, "MB", below: 200)
    figures.add("processor, no pages open", idle * 100, "% of one")
    figures.add("processor, pages open and nothing sent", waiting * 100, "% of one")
    let beside = try measure(client, cookies[0])
    try send(live, client, cast, id, &figures)
    for (name, times) in [("alone", alone), ("beside the open pages", beside)] {
      figures.add("ordinary page \(name), p50", times.milliseconds(0.5), "ms")
      figures.add("ordinary page \(name), p99", times.milliseconds(0.99), "ms")
    }
    figures.add(
      "ordinary page, growth of p50", beside.milliseconds(0.5) / alone.milliseconds(0.5), "times",
      below: 1.5)
    figures.add("memory of the server, most", server.memory.most, "MB", below: 200)
    try figures.show(json: options.json)
  }

  /// A case in which what the performer does is sent to Försäkringskassan and the region.
  private func prepared(_ cast: BenchCast, _ service: SamsynService) async throws -> CaseNumber {
    let id = try await cast.begin(service)
    try await cast.order(
      DocumentKind.allCases.map {
        SupportingDocument(kind: $0, title: "Handling", dated: nil, pages: 2)
      }, in: id, service)
    try await cast.examine(id, service)
    return id
  }

  /// Moves a visit, as the performer's system does, and waits until every page was told.
  private func send(
    _ live: LivePages, _ client: PageClient, _ cast: BenchCast, _ id: CaseNumber,
    _ figures: inout Figures
  ) throws {
    struct Session: Decodable { let token: String }
    let signIn = try client.ask(
      "POST", "/api/v1/sessions", headers: [("Content-Type", "application/json")],
      body: Array(#"{"person":"\#(cast.administrator.person)"}"#.utf8), keepsBody: true)
    let token = try JSONDecoder().decode(Session.self, from: Data(signIn.body)).token
    var told = pages
    var last: [Double] = []
    var during: [Double] = []
    for number in 1...sendings {
      tell("sending \(number)")
      let start = secondsNow()
      let command = CommandRequest.command(
        .moveVisit(
          VisitMoved(
            number: 1, start: Clock.system.now().adding(hours: 300 + number), end: nil,
            place: "Rum \(number)", interpreterBooked: false, reason: nil)))
      let answer = try client.ask(
        "POST", "/api/v1/assessments/\(id)/commands",
        headers: [
          ("Content-Type", "application/json"), ("Authorization", "Bearer \(token)"),
          ("Idempotency-Key", "bench-\(number)"),
        ],
        body: Array(try JSONEncoder().encode(command)), keepsBody: true)
      guard answer.status == 200 else {
        throw BenchFailure("\(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
      }
      during.append(secondsNow() - start)
      let times = try live.wait(for: "data: new", seconds: 15)
      told = min(told, times.count)
      last.append((times.max() ?? .nan) - start)
    }
    figures.add("pages told of each sending, fewest", Double(told), "", atLeast: Double(pages))
    figures.add("until the last page was told, p50", Times(last).milliseconds(0.5), "ms")
    figures.add("until the last page was told, most", Times(last).milliseconds(1), "ms")
    figures.add("the sending itself, p50", Times(during).milliseconds(0.5), "ms")
  }

  private func measure(_ client: PageClient, _ cookie: String) throws -> Times {
    var times: [Double] = []
    for round in 0..<requests + 50 {
      let start = secondsNow()
      let answer = try client.get(Self.ordinary, cookie: cookie)
      guard answer.status == 200 else { throw BenchFailure("page: \(answer.status)") }
      if round >= 50 { times.append(secondsNow() - start) }
    }
    return Times(times)
  }

  /// The share of one processor that the server uses.
  private func use(_ server: ServerProcess, seconds: Double) throws -> Double {
    let before = server.processorSeconds
    usleep(UInt32(seconds * 1_000_000))
    return (server.processorSeconds - before) / seconds
  }
}
