// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// The overview with few and with many cases, pages per second, memory and start.
struct PagesBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Time, rate, memory and start of the pages, as the program serves them.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Cases of the small database.")
  var small = 10_000

  @Option(help: "Cases of the large database.")
  var large = 1_000_000

  @Option(help: "Requests per page, one at a time.")
  var requests = 1000

  @Option(help: "Seconds for each rate.")
  var seconds = 8.0

  @Option(help: "Who looks; Försäkringskassan's people have every case.")
  var person = "fk-ebba"

  private static let overview = "/att-gora"
  private static let list = "/arenden"

  func run() async throws {
    var figures = Figures()
    let databases = [
      try await FilledDatabase.make(small, in: options.folder),
      try await FilledDatabase.make(large, in: options.folder),
    ]
    var overviews: [Times] = []
    var lists: [Times] = []
    for (database, cases) in zip(databases, [small, large]) {
      tell("serving \(cases) cases")
      let served = try serve(database, cases, &figures)
      overviews.append(served.overview)
      lists.append(served.list)
    }
    for (name, times) in [("overview", overviews), ("case list", lists)] {
      figures.add(
        "\(name), growth of p50 from \(small) to \(large)",
        times[1].milliseconds(0.5) / times[0].milliseconds(0.5), "times", below: 1.5)
      figures.add(
        "\(name), growth of p99", times[1].milliseconds(0.99) / times[0].milliseconds(0.99),
        "times")
    }
    try compareRate(databases[1], &figures)
    try figures.show(json: options.json)
  }

  private func serve(
    _ database: FilledDatabase, _ cases: Int, _ figures: inout Figures
  ) throws -> (overview: Times, list: Times) {
    let start = secondsNow()
    let server = try ServerProcess.samsyn(database.address)
    defer { server.stop() }
    let client = try PageClient(port: try server.port())
    guard try client.get("/logga-in").status == 200 else {
      throw BenchFailure("the first page did not come")
    }
    figures.add("start to first page, \(cases) cases", secondsNow() - start, "s", below: 1)
    let cookie = try client.signIn(person)
    let overview = try measure(Self.overview, client, cookie)
    let list = try measure(Self.list, client, cookie)
    for (name, times) in [("overview", overview), ("case list", list)] {
      figures.add("\(name), \(cases) cases, p50", times.milliseconds(0.5), "ms")
      figures.add("\(name), \(cases) cases, p99", times.milliseconds(0.99), "ms", below: 20)
    }
    let memory = server.memory
    figures.add("memory, \(cases) cases, now", memory.now, "MB")
    figures.add("memory, \(cases) cases, most", memory.most, "MB", below: 200)
    return (overview, list)
  }

  private func measure(
    _ path: String, _ client: PageClient, _ cookie: String
  ) throws -> Times {
    var times: [Double] = []
    for round in 0..<requests + 50 {
      let start = secondsNow()
      let answer = try client.get(path, cookie: cookie)
      guard answer.status == 200 else { throw BenchFailure("\(path): \(answer.status)") }
      // The first rounds warm up.
      if round >= 50 { times.append(secondsNow() - start) }
    }
    return Times(times)
  }

  /// Pages per second against a bare route of the same web server, both with four connections.
  private func compareRate(_ database: FilledDatabase, _ figures: inout Figures) throws {
    let server = try ServerProcess.samsyn(database.address)
    let port = try server.port()
    let cookie = try PageClient(port: port).signIn(person)
    tell("pages per second")
    let pages = try rate(port, Self.overview, cookie)
    let lists = try rate(port, Self.list, cookie)
    figures.add("memory under load, most", server.memory.most, "MB", below: 200)
    server.stop()
    let hello = try ServerProcess.own("hello")
    defer { hello.stop() }
    let bare = try rate(try hello.port(), "/hello", nil)
    figures.add("overview pages per second, \(large) cases", pages, "1/s")
    figures.add("case list pages per second, \(large) cases", lists, "1/s")
    figures.add("bare route per second", bare, "1/s")
    figures.add("bare routes in the time of one overview", bare / pages, "times")
    figures.add("bare routes in the time of one case list", bare / lists, "times")
  }

  private func rate(_ port: UInt16, _ path: String, _ cookie: String?) throws -> Double {
    let until = secondsNow() + seconds
    let counts = Counted()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      guard let client = try? PageClient(port: port) else { return }
      var count = 0
      while secondsNow() < until {
        guard let answer = try? client.get(path, cookie: cookie), answer.status == 200 else {
          break
        }
        count += 1
      }
      counts.add(count)
    }
    return Double(counts.total) / seconds
  }
}

/// A sum that several threads add to.
private final class Counted: @unchecked Sendable {
  private let lock = NSLock()
  private var sum = 0

  var total: Int { lock.withLock { sum } }

  func add(_ count: Int) { lock.withLock { sum += count } }
}
