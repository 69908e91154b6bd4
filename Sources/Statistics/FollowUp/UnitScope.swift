// SPDX-License-Identifier: Apache-2.0

/// Whose certificates a reader may have figures about.
public enum UnitScope: Hashable, Sendable {
  case everything
  /// The care units of a region, by county code.
  case region(String)
  /// The care units of a care provider, by HSA-id.
  case provider(String)
  /// Care units by HSA-id.
  case units(Set<String>)

  /// Whether a care unit is in it.
  public func holds(_ unit: UnitTable.Unit) -> Bool {
    switch self {
    case .everything: true
    case .region(let county): unit.region == county
    case .provider(let id): unit.provider == id
    case .units(let ids): ids.contains(unit.id)
    }
  }
}

/// Why a question has no answer.
public enum MeasureFault: Error, Hashable, Sendable {
  /// No measure has this name.
  case unknownMeasure(String)
  /// Certificates cannot tell it; it is supplied as an indicator.
  case supplied(String)
  /// The measure cannot be divided or restricted by it.
  case dimensionNotAllowed(Dimension)
  /// More than two, or the same twice.
  case tooManyDimensions
  /// The first day lies after the last.
  case noDays
  /// The table would be longer than can be read or kept in memory; restrict it.
  case tooManyRows
  /// An own definition of cases with a negative gap or one longer than a hundred years.
  case gapOutOfRange
}
