// SPDX-License-Identifier: Apache-2.0

@testable import Documents

/// What a reader made of a form, with contents in one piece: equal for equal forms however they
/// were cut.
struct FormReading: Equatable {
  struct Part: Equatable {
    let head: UploadPart
    var content: [UInt8] = []
    var isComplete = false
  }

  var parts: [Part] = []
  var isEnded = false
  var fault: UploadFault?

  init(
    _ pieces: [ArraySlice<UInt8>], boundary: MultipartBoundary,
    limits: UploadLimits = .standard
  ) {
    var reader = MultipartReader(boundary: boundary, limits: limits)
    do throws(UploadFault) {
      for piece in pieces {
        for event in try reader.feed(piece) { take(event) }
      }
      try reader.finish()
    } catch { fault = error }
  }

  init(_ text: String, limits: UploadLimits = .standard) {
    self.init([Array(text.utf8)[...]], boundary: .sample, limits: limits)
  }

  private mutating func take(_ event: MultipartReader.Event) {
    switch event {
    case .partBegins(let head): parts.append(Part(head: head))
    case .bytes(let bytes): parts[parts.count - 1].content += bytes
    case .partEnds: parts[parts.count - 1].isComplete = true
    case .end: isEnded = true
    }
  }

  /// The same without what came in the piece that had the fault, which depends on the cuts.
  var settled: FormReading {
    var reading = self
    if fault != nil { reading.parts = [] }
    if fault != nil { reading.isEnded = false }
    return reading
  }
}

extension MultipartBoundary {
  /// `rand`.
  static var sample: MultipartBoundary {
    guard let boundary = try? MultipartBoundary(bytes: Array("rand".utf8)) else {
      fatalError("the sample is well-formed")
    }
    return boundary
  }
}

/// Writes forms as browsers do.
enum FormWriting {
  struct Part {
    var name = "f"
    var fileName: String?
    var content: [UInt8] = []
  }

  static func write(_ parts: [Part], boundary: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "--".utf8
      bytes += boundary
      bytes += "\r\nContent-Disposition: form-data; name=\"\(escaped(part.name))\"".utf8
      if let fileName = part.fileName {
        bytes += "; filename=\"\(escaped(fileName))\"\r\nContent-Type: application/pdf".utf8
      }
      bytes += "\r\n\r\n".utf8
      bytes += part.content
      bytes += "\r\n".utf8
    }
    return bytes + "--".utf8 + boundary + "--\r\n".utf8
  }

  private static func escaped(_ name: String) -> String {
    name.reduce(into: "") { text, mark in text += mark == "\"" ? "%22" : String(mark) }
  }
}
