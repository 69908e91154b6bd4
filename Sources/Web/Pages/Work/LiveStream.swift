// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import NIOCore
import Service
import ServiceLifecycle

/// Tells an open page that something new was sent to its party, and nothing else. The page then
/// asks for itself anew, with all that a request is checked for.
struct LiveStream: Sendable {
  /// Milliseconds of silence after which a line is sent, so that nothing on the way closes the
  /// connection and a page that has gone is noticed.
  static let heartbeatMilliseconds = 15_000
  /// Milliseconds after which the stream ends. The page connects anew, and is then again checked
  /// for being signed in.
  static let longestMilliseconds = 300_000

  let service: SamsynService
  let actor: Actor
  /// The position that the page has seen.
  let start: Int

  /// From the later of where the page was made and the last place the browser was told; from now
  /// where it tells no place that it was given.
  init(
    service: SamsynService, actor: Actor, query: String?, lastEventID: String?
  ) async throws {
    self.service = service
    self.actor = actor
    let seen = [query, lastEventID].compactMap { $0.flatMap(service.position(at:)) }
    if let last = seen.max() {
      start = last
    } else {
      start = try await service.position()
    }
  }

  static func message(_ place: String) -> String { "id: \(place)\ndata: new\n\n" }

  /// A comment that also moves the place from which a lost connection goes on.
  static func heartbeat(_ place: String) -> String { ": still here\nid: \(place)\n\n" }

  var response: Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { writer in
        try await write { try await writer.write(ByteBuffer(string: $0)) }
        try await writer.finish(nil)
      })
  }

  /// Writes until the time is out or the program is told to stop, which open pages must not hold
  /// up. It ends with an error when the client has gone.
  private func write(_ send: (String) async throws -> Void) async throws {
    var position = start
    var quiet = 0
    try await send("retry: 3000\n\n")
    for _ in 0..<(Self.longestMilliseconds / WebLimit.liveMilliseconds) {
      try await Task.sleep(for: .milliseconds(WebLimit.liveMilliseconds))
      if Task.isShuttingDownGracefully { return }
      let news = try await service.news(for: actor, after: position)
      position = news.position
      quiet += WebLimit.liveMilliseconds
      if news.isNew {
        try await send(Self.message(service.place(at: position)))
        quiet = 0
      } else if quiet >= Self.heartbeatMilliseconds {
        try await send(Self.heartbeat(service.place(at: position)))
        quiet = 0
      }
    }
  }
}
