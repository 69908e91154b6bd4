// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Service

extension Site {
  /// The care unit and care provider of a unit on a day.
  func resolveUnit(_ query: APIQuery, _ context: SiteContext) async throws -> Response {
    try service.requireDirectoryReader(context.actor())
    let day = try query.value("on", Day.init) ?? service.clock.now().day
    return try .json(try await service.directoryAnswer(Self.unit(context), on: day))
  }

  /// A unit as every copy of the directory has it.
  func showUnit(_ context: SiteContext) async throws -> Response {
    try service.requireDirectoryReader(context.actor())
    let id = Self.unit(context)
    let history = try await service.directoryHistory(id)
    guard !history.isEmpty else { throw APIProblem.notFound }
    return try .json(DirectoryUnitJSON(id, history))
  }

  private static func unit(_ context: SiteContext) -> String {
    context.parameters.get("unit") ?? ""
  }
}
