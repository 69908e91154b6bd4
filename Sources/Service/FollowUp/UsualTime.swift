// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// The time that follow-up shows unless another is asked for: the last whole months that an
/// edition tells about.
public enum UsualTime {
  /// How many months.
  public static let months = 24
  /// How the overview divides them.
  public static let period = Dimension.quarter

  /// The last day: the day itself where it ends its month, else the end of the month before.
  public static func end(through last: Day) -> Day {
    last.adding(days: 1).dayOfMonth == 1 ? last : last.adding(days: -last.dayOfMonth)
  }

  /// The first day, where the last is another than usual; nil before the calendar begins.
  public static func begin(endingOn last: Day) -> Day? {
    let months = last.year * 12 + last.month - 1 - (months - 1)
    return Day(year: months / 12, month: months % 12 + 1, day: 1)
  }
}

extension SamsynService {
  /// Opens the newest edition and has the figures of the overview ready before somebody asks for
  /// them: the country's, and each region's where they cannot be added up from those of its care
  /// units. It costs nothing where that is done already. Nothing is shown to anybody.
  public func readyFollowUp() async throws(ServiceError) {
    guard let edition = try await openEdition(), edition.isFirstReadying else { return }
    let to = UsualTime.end(through: edition.facts.observedThrough)
    guard let from = UsualTime.begin(endingOn: to) else { return }
    let regions = Set(edition.source.units.compactMap(\.region)).sorted()
    for measure in edition.source.definitions
    where measure.population != .indicators && measure.number != nil
      && measure.dimensions.contains(UsualTime.period)
    {
      var query = MeasureQuery(measure: measure.id, by: [UsualTime.period], from: from, to: to)
      _ = try? edition.table(query, within: .everything)
      await Task.yield()
      guard measure.population == .persons || measure.kind == .median else { continue }
      for region in regions {
        for by in [[UsualTime.period], []] {
          query.by = by
          _ = try? edition.table(query, within: .region(region))
        }
        await Task.yield()
      }
    }
  }
}
