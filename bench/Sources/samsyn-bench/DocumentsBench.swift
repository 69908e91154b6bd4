// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Domain
import Foundation
import Service

/// A document of almost the greatest size up and down, against a plain copy over the same kind of
/// server.
struct DocumentsBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "Speed and memory of large documents, against plain files over the same server.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Bytes of the document at most; the greatest that is taken is 104857600.")
  var bytes = 104_857_600

  @Option(help: "Turns; plain and sealed follow each other in each.")
  var turns = 5

  func run() async throws {
    let database = try await BenchDatabase("documents-\(getpid())", in: options.folder)
    defer { database.remove() }
    let service = try await database.service()
    let id = try await BenchCast(service).begin(service)
    await service.close()
    let plainPath = database.path + ".plain"
    defer { try? FileManager.default.removeItem(atPath: plainPath) }
    let samsyn = try ServerProcess.samsyn(database.address)
    defer { samsyn.stop() }
    let copy = try ServerProcess.own("copy", "--path", plainPath)
    defer { copy.stop() }
    let turn = try DocumentTurn(
      plain: PageClient(port: copy.port()), sealed: PageClient(port: samsyn.port()), id: id)
    for number in 1...turns {
      tell("turn \(number)")
      let file = BenchPDF.scan(bytesMax: bytes, seed: UInt64(number))
      try turn.run(file, server: samsyn, number)
    }
    try turn.figures.show(json: options.json)
  }
}

/// What was measured in some turns.
private final class DocumentTurn {
  /// MB that the server may grow by.
  private static let memoryAim = 64.0

  private let plain: PageClient
  private let sealed: PageClient
  private let root: String
  private let cookie: String
  private let token: String
  private let pieceBytes: Int
  private var size = 0.0
  private var times: [String: [Double]] = [:]
  private var growth: [String: Double] = [:]

  init(plain: PageClient, sealed: PageClient, id: CaseNumber) throws {
    self.plain = plain
    self.sealed = sealed
    root = "/arenden/\(id)/handlingar"
    cookie = try sealed.signIn("fk-ebba")
    let page = try sealed.get(root, cookie: cookie, keepsBody: true)
    let text = String(decoding: page.body, as: UTF8.self)
    // What the page tells its script.
    func told(_ name: String) -> String {
      guard let mark = text.range(of: "data-\(name)=\"") else { return "" }
      return String(text[mark.upperBound...].prefix { $0 != "\"" })
    }
    token = told("token")
    guard let piece = Int(told("piece")) else {
      throw BenchFailure("nothing can be uploaded: \(page.status)")
    }
    pieceBytes = piece
  }

  func run(_ file: [UInt8], server: ServerProcess, _ number: Int) throws {
    size = Double(file.count) / 1_048_576
    try time("plain up") { try expect(plain.ask("PUT", CopyServer.plain, body: file), 204) }
    try time("durable up") { try expect(plain.ask("PUT", CopyServer.durable, body: file), 204) }
    let before = server.memory.now
    server.forgetMostMemory()
    let document = try time("sealed up") { try upload(file, number) }
    grow("up", server.memory.most - before)
    let sent = times["sealed up"]?.last ?? 0
    try time("check") { try call("/uppladdningar/\(document)/klar", []) }
    times["whole up", default: []].append(sent + (times["check"]?.last ?? 0))
    grow("check", server.memory.most - before)
    try time("plain down") { try down(plain.get(CopyServer.plain), file) }
    let between = server.memory.now
    server.forgetMostMemory()
    try time("sealed down") {
      try down(sealed.get("\(root)/\(document)/fil", cookie: cookie), file)
    }
    grow("down", server.memory.most - between)
  }

  /// As the page's script does: announced, sent piece by piece, one at a time.
  private func upload(_ file: [UInt8], _ number: Int) throws -> String {
    let begun = try call(
      "/uppladdningar", Array(#"{"name":"Inskannat \#(number).pdf","size":\#(file.count)}"#.utf8))
    var offset = 0
    while offset < file.count {
      let piece = Array(file[offset..<min(offset + pieceBytes, file.count)])
      offset = try call("/uppladdningar/\(begun.id)?offset=\(offset)", piece).received
    }
    return begun.id
  }

  private struct Standing: Decodable {
    let id: String
    let received: Int
  }

  @discardableResult
  private func call(_ path: String, _ body: [UInt8]) throws -> Standing {
    let answer = try sealed.ask(
      "POST", root + path, headers: PageClient.cookie(cookie) + [("X-Samsyn-Form", token)],
      body: body, keepsBody: true)
    guard answer.status == 200 else {
      throw BenchFailure("\(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
    }
    return try JSONDecoder().decode(Standing.self, from: Data(answer.body))
  }

  private func expect(_ answer: PageClient.Answer, _ status: Int) throws {
    guard answer.status == status else { throw BenchFailure("answer \(answer.status)") }
  }

  private func down(_ answer: PageClient.Answer, _ file: [UInt8]) throws {
    try expect(answer, 200)
    guard answer.bodyBytes == file.count else { throw BenchFailure("not all bytes came") }
  }

  @discardableResult
  private func time<T>(_ name: String, _ body: () throws -> T) throws -> T {
    let start = secondsNow()
    let result = try body()
    times[name, default: []].append(secondsNow() - start)
    return result
  }

  private func grow(_ name: String, _ megabytes: Double) {
    growth[name] = max(growth[name] ?? 0, megabytes)
  }

  var figures: Figures {
    var figures = Figures()
    figures.add("size of the document", size, "MB")
    func speed(_ name: String) -> Double {
      size / (Times(times[name] ?? []).milliseconds(0.5) / 1000)
    }
    let names = [
      ("up, plain file, left to the system", "plain up"),
      ("up, plain file, on disk when answered", "durable up"),
      ("up, document in pieces", "sealed up"),
      ("up, document in pieces, until checked and on disk", "whole up"),
      ("down, plain file", "plain down"), ("down, document", "sealed down"),
    ]
    for (text, name) in names { figures.add(text, speed(name), "MB/s") }
    figures.add(
      "up, share of the plain file on disk", speed("sealed up") / speed("durable up"), "",
      atLeast: 0.5)
    figures.add(
      "up, share of the plain file left to the system", speed("sealed up") / speed("plain up"), "")
    figures.add(
      "down, share of the plain file", speed("sealed down") / speed("plain down"), "",
      atLeast: 0.5)
    figures.add("check after the last piece", Times(times["check"] ?? []).milliseconds(0.5), "ms")
    figures.add("memory, growth up", growth["up"] ?? .nan, "MB", below: Self.memoryAim)
    figures.add(
      "memory, growth up with check", growth["check"] ?? .nan, "MB", below: Self.memoryAim)
    figures.add("memory, growth down", growth["down"] ?? .nan, "MB", below: Self.memoryAim)
    return figures
  }
}
