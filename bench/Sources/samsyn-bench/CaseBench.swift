// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// How long the pages of a very large case take.
struct CaseBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Time of the pages of a case with many events and documents.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Events of the case.")
  var events = 5000

  @Option(help: "Documents of the case.")
  var documents = 300

  @Option(help: "Requests per page, one at a time.")
  var requests = 200

  @Option(help: "How often the server is started anew for the first request of a page.")
  var starts = 3

  /// Milliseconds that a page may take.
  private static let aim = 50.0

  private struct Page {
    let name: String
    let path: String
  }

  func run() async throws {
    var figures = Figures()
    let database = try await CaseDatabase.make(
      events: events, documents: documents, in: options.folder)
    figures.add("making the case", database.note.seconds, "s")
    let root = "/arenden/\(database.note.id)"
    let pages = [
      Page(name: "case", path: root),
      Page(name: "documents", path: "\(root)/handlingar"),
      Page(name: "reading", path: "\(root)/handlingar/\(database.note.document)"),
    ]
    for (who, person) in [("officer", "fk-ebba"), ("doctor", database.note.doctor)] {
      for page in pages {
        tell("\(page.name), \(who)")
        try measure(page, who, person, database, &figures)
      }
    }
    try figures.show(json: options.json)
  }

  private func measure(
    _ page: Page, _ who: String, _ person: String, _ database: CaseDatabase,
    _ figures: inout Figures
  ) throws {
    var first: [Double] = []
    var warm: [Double] = []
    var bytes = 0
    for start in 0..<starts {
      let server = try ServerProcess.samsyn(database.address)
      defer { server.stop() }
      let client = try PageClient(port: try server.port())
      let cookie = try client.signIn(person)
      // What every page does at its first showing is not the case's.
      _ = try client.get("/konto", cookie: cookie)
      first.append(try time(page, client, cookie, &bytes))
      guard start == 0 else { continue }
      for _ in 0..<requests { warm.append(try time(page, client, cookie, &bytes)) }
      figures.add("\(page.name) page, \(who), size", Double(bytes) / 1024, "KB")
    }
    let times = Times(warm)
    figures.add("\(page.name) page, \(who), p50", times.milliseconds(0.5), "ms", below: Self.aim)
    figures.add("\(page.name) page, \(who), p99", times.milliseconds(0.99), "ms")
    figures.add(
      "\(page.name) page, \(who), first after start", Times(first).milliseconds(0.5), "ms",
      below: Self.aim)
  }

  private func time(
    _ page: Page, _ client: PageClient, _ cookie: String, _ bytes: inout Int
  ) throws -> Double {
    let start = secondsNow()
    let answer = try client.get(page.path, cookie: cookie)
    let seconds = secondsNow() - start
    guard answer.status == 200 else { throw BenchFailure("\(page.name): \(answer.status)") }
    bytes = answer.bodyBytes
    return seconds
  }
}
