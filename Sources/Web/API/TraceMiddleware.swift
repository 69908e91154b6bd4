// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// Keeps the caller's trace (W3C Trace Context): the answer carries the same trace with this
/// step's own number. A header of another form begins a new trace.
struct TraceMiddleware: RouterMiddleware {
  static let header = HTTPField.Name("traceparent")!

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let caller = request.headers[Self.header].flatMap(TraceParent.init)
    let trace = caller?.next() ?? TraceParent.new()
    var response = try await next(request, context)
    response.headers[Self.header] = trace.description
    return response
  }
}

/// One step of a trace: `00-` trace of 32 hexadecimal digits, step of 16, flags of 2.
struct TraceParent: Hashable, CustomStringConvertible {
  let traceID: String
  let stepID: String
  let flags: String

  /// Nil where the text has another form, or a trace or step of zeros only.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "00", Self.isHexadecimal(parts[1], 32),
      Self.isHexadecimal(parts[2], 16), Self.isHexadecimal(parts[3], 2),
      parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" })
    else { return nil }
    (traceID, stepID, flags) = (parts[1], parts[2], parts[3])
  }

  private init(traceID: String, flags: String) {
    self.traceID = traceID
    self.stepID = Self.digits()
    self.flags = flags
  }

  /// A trace that begins here.
  static func new() -> TraceParent {
    TraceParent(traceID: digits() + digits(), flags: "00")
  }

  /// The step after this one.
  func next() -> TraceParent { TraceParent(traceID: traceID, flags: flags) }

  var description: String { "00-\(traceID)-\(stepID)-\(flags)" }

  /// Sixteen hexadecimal digits that are not all zeros.
  private static func digits() -> String {
    let text = String(UInt64.random(in: 1...UInt64.max), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static func isHexadecimal(_ text: String, _ length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
