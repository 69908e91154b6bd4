// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Documents

/// Random and damaged forms. `./test` does a few thousand with fixed seeds. To search longer:
///
///     SAMSYN_FUZZ_ROUNDS=1000000 SAMSYN_FUZZ_SEED=7 swift test --filter MultipartFuzz
struct MultipartFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let rounds = environment["SAMSYN_FUZZ_ROUNDS"].flatMap(Int.init) ?? 300
  static let seeds: [UInt64] =
    environment["SAMSYN_FUZZ_SEED"].flatMap(UInt64.init).map { [$0] } ?? [1, 2, 3]

  /// Names and contents with what a reader could stumble over.
  private static func part(_ chance: inout Chance, boundary: [UInt8]) -> FormWriting.Part {
    let names = ["a", "underlag", "å\"ä", "a;b=\"c", "x%", "1: 2"]
    let fileNames = ["intyg.pdf", "\"", "å.png", "a;b.txt", "%41.pdf"]
    var content: [UInt8] = []
    for _ in 0..<chance.next(4) {
      switch chance.next(5) {
      case 0: content += chance.bytes(40)
      case 1: content += Array("\r\n--".utf8) + boundary.dropLast()
      case 2: content += [0x0D, 0x0A, 0x2D, 0x2D].prefix(chance.next(5))
      case 3: content += [UInt8](repeating: 0x0D, count: chance.next(5))
      default: content += Array("--".utf8) + boundary
      }
    }
    return FormWriting.Part(
      name: chance.pick(names), fileName: chance.next(2) == 0 ? nil : chance.pick(fileNames),
      content: content)
  }

  private static func boundary(_ chance: inout Chance) -> [UInt8] {
    let allowed = Array("abcXYZ019'()+_,-./:=? ".utf8)
    // The last is never a space.
    return (0..<(1 + chance.next(69))).map { _ in chance.pick(allowed) } + [UInt8(ascii: "q")]
  }

  @Test(arguments: seeds)
  func `what was written is what is read, in any pieces`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    for round in 0..<Self.rounds {
      let bytes = Self.boundary(&chance)
      let delimiter = Array("\r\n--".utf8) + bytes
      let boundary = try MultipartBoundary(bytes: bytes)
      let parts = (0..<chance.next(5)).map { _ in Self.part(&chance, boundary: bytes) }
        .filter { !Self.holds($0.content, delimiter) }
      let form = FormWriting.write(parts, boundary: bytes)
      let reading = FormReading(chance.cut(form, 1 + chance.next(60)), boundary: boundary)
      let what: Comment = "seed \(seed), round \(round)"
      #expect(reading.fault == nil, what)
      #expect(reading.isEnded, what)
      #expect(reading.parts.map(\.content) == parts.map(\.content), what)
      #expect(reading.parts.map(\.head.name) == parts.map(\.name), what)
      let kinds = parts.map { part in
        part.fileName.map { UploadPart.Kind.file(name: $0) } ?? .field
      }
      #expect(reading.parts.map(\.head.kind) == kinds, what)
    }
  }

  @Test(arguments: seeds)
  func `a damaged form gives the same in any pieces`(seed: UInt64) throws {
    var chance = Chance(state: seed &+ 1000)
    var faults: Set<String> = []
    var read = 0
    for round in 0..<Self.rounds {
      let bytes = Self.boundary(&chance)
      let boundary = try MultipartBoundary(bytes: bytes)
      let parts = (0..<(1 + chance.next(3))).map { _ in Self.part(&chance, boundary: bytes) }
      var form = FormWriting.write(parts, boundary: bytes)
      for _ in 0..<(1 + chance.next(3)) { Self.damage(&form, &chance, boundary: bytes) }
      let limits = UploadLimits(
        partsMax: 3, headerBytesMax: 60 + chance.next(120), fieldBytesMax: 20 + chance.next(100),
        fileBytesMax: 20 + chance.next(100), totalBytesMax: 100 + chance.next(800),
        nameBytesMax: 8)
      let whole = FormReading([form[...]], boundary: boundary, limits: limits)
      let single = FormReading(form.map { [$0][...] }, boundary: boundary, limits: limits)
      let cut = FormReading(
        chance.cut(form, 1 + chance.next(30)), boundary: boundary, limits: limits)
      let what: Comment = "seed \(seed), round \(round)"
      #expect(single.settled == whole.settled, what)
      #expect(cut.settled == whole.settled, what)
      if let fault = whole.fault { faults.insert(fault.code) } else { read += 1 }
    }
    // The test itself is tested: damage leads to many kinds of fault, and sometimes to none.
    #expect(faults.count >= 8)
    #expect(read > 0)
  }

  @Test(arguments: seeds)
  func `any bytes at all are read or refused`(seed: UInt64) throws {
    var chance = Chance(state: seed &+ 2000)
    for _ in 0..<Self.rounds {
      let bytes = chance.bytes(200)
      let form = chance.next(2) == 0 ? bytes : Array("--rand\r\n".utf8) + bytes
      let whole = FormReading([form[...]], boundary: .sample)
      let cut = FormReading(chance.cut(form, 20), boundary: .sample)
      #expect(cut.settled == whole.settled)
      _ = HeaderValue(bytes[...])
      _ = try? MultipartBoundary(contentType: String(decoding: bytes, as: UTF8.self))
      let name = FileName.tidy(String(decoding: bytes, as: UTF8.self))
      #expect(!name.isEmpty && !name.contains { $0 == "/" || $0 == "\\" || $0 == "\0" })
    }
  }

  private static func damage(_ form: inout [UInt8], _ chance: inout Chance, boundary: [UInt8]) {
    guard !form.isEmpty else { return }
    let place = chance.next(form.count)
    let length = min(1 + chance.next(12), form.count - place)
    switch chance.next(6) {
    case 0: form[place] = chance.byte()
    case 1: form.removeSubrange(place..<(place + length))
    case 2: form.insert(contentsOf: form[place..<(place + length)], at: chance.next(form.count))
    case 3: form.removeSubrange(place...)
    case 4:
      let marks: [[UInt8]] = [[0x0A], [0x0D], [0], [0x22], [0x3B], [0x5C], [0x2D, 0x2D], [0x20]]
      form.insert(contentsOf: chance.pick(marks), at: place)
    default: form.insert(contentsOf: Array("\r\n--".utf8) + boundary, at: place)
    }
  }

  private static func holds(_ content: [UInt8], _ delimiter: [UInt8]) -> Bool {
    // The content's own line end, which follows it, can complete nothing: it is followed by the
    // true delimiter.
    content.indices.contains { content[$0...].starts(with: delimiter) }
  }
}
