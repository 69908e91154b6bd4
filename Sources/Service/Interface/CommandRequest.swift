// SPDX-License-Identifier: Apache-2.0
import Domain

/// A command as it is given over an interface: as `Command`, but an allocation names the performer
/// only by its HSA-id, and rotation and draw name none. What else an allocation tells comes from
/// the region's settings, and a draw is made here and never brought along.
public enum CommandRequest: Hashable, Sendable {
  case command(Command)
  case allocate(AllocationRequest)

  /// Which kind of command it is.
  public var kind: ActionKind {
    switch self {
    case .command(let command): command.kind
    case .allocate: .allocate
    }
  }
}

/// How the region wants to choose.
public struct AllocationRequest: Codable, Hashable, Sendable {
  /// The performer; nil for rotation and draw, which choose it themselves.
  public var performer: HSAID?
  public var method: AllocationMethod
  public var comment: String?
  /// The performers in the pot of a draw; nil is all of the region's.
  public var among: [HSAID]?

  public init(
    performer: HSAID?, method: AllocationMethod, comment: String? = nil, among: [HSAID]? = nil
  ) {
    self.performer = performer
    self.method = method
    self.comment = comment
    self.among = among
  }
}

extension CommandRequest: Codable {
  private enum Key: String, CodingKey { case kind, data }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    if try box.decode(String.self, forKey: .kind) == ActionKind.allocate.rawValue {
      self = .allocate(try box.decode(AllocationRequest.self, forKey: .data))
    } else {
      self = .command(try Command(from: decoder))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .command(let command):
      try command.encode(to: encoder)
    case .allocate(let request):
      var box = encoder.container(keyedBy: Key.self)
      try box.encode(ActionKind.allocate, forKey: .kind)
      try box.encode(request, forKey: .data)
    }
  }
}

extension SamsynService {
  /// Carries out what was asked for over an interface; see `execute` for commands.
  ///
  /// - Throws: `.refused`, also for what only Samsyn itself may do.
  public func execute(
    _ request: CommandRequest, in id: CaseNumber, by actor: Actor, expecting version: Int? = nil,
    key: String? = nil
  ) async throws(ServiceError) -> CommandResult {
    switch request {
    case .command(let command):
      // A whole allocation, with its draw, is made here and not received.
      if command.kind == .allocate { throw .refused(Refusal(.wrongFunction)) }
      return try await execute(command, in: id, by: actor, expecting: version, key: key)
    case .allocate(let request):
      return try await allocate(request, in: id, by: actor, expecting: version, key: key)
    }
  }

  private func allocate(
    _ request: AllocationRequest, in id: CaseNumber, by actor: Actor, expecting version: Int?,
    key: String?
  ) async throws(ServiceError) -> CommandResult {
    switch request.method {
    case .direct, .inquiry:
      guard let performer = request.performer else {
        throw .refused(Refusal(.missing, field: "performer"))
      }
      return try await allocate(
        id, to: performer, method: request.method, comment: request.comment, by: actor,
        expecting: version, key: key)
    case .rotation:
      return try await rotate(
        id, comment: request.comment, by: actor, expecting: version, key: key)
    case .draw:
      return try await draw(
        id, among: request.among.map(Set.init), comment: request.comment, by: actor,
        expecting: version, key: key)
    }
  }
}
