// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service

extension Site {
  /// Weeks that the interface gives at once.
  private static let capacityWeeks = 1...26

  func showCapacity(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    let today = service.clock.now().day
    let from = try query.value("from", Day.init) ?? today
    guard abs(from - today) <= 1500 else { throw APIProblem.unfit("from") }
    let weeks = try query.integer("weeks", in: Self.capacityWeeks) ?? 8
    let calendar = try await service.planning(
      from: from, weeks: weeks, for: try context.actor())
    return try .json(CapacityJSON(calendar))
  }

  /// Publishes times and answers with the weeks from now.
  func publishCapacity(_ request: Request, _ context: SiteContext) async throws -> Response {
    let actor = try context.actor()
    let body = try await request.json(CapacityPublished.self)
    try await service.publish(body.times, by: actor)
    let calendar = try await service.planning(
      from: service.clock.now().day, weeks: 8, for: actor)
    return try .json(CapacityJSON(calendar))
  }
}
