// SPDX-License-Identifier: Apache-2.0
import Domain

/// A measure: what it counts, among what, and everything that a reader must know to use it.
/// The method page, the API and `samsyn measures explain` are this.
public struct MeasureDefinition: Hashable, Sendable {
  /// What the value is.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    /// Numerator by denominator, 0 to 1.
    case share
    /// Sum by denominator.
    case mean
    case median
    case count
  }

  /// What the denominator is made of.
  public enum Population: String, Hashable, Codable, CaseIterable, Sendable {
    case certificates, requests, cases, persons
    /// Supplied from elsewhere, see `samsyn indicators`.
    case indicators
  }

  /// Stable name in addresses, commands and the API, such as `supplement-share`.
  public var id: String
  /// Its number among the 17 measures of appendix 1; nil for the rest.
  public var number: Int?
  public var name: Bilingual
  /// What question it answers, in one sentence.
  public var purpose: Bilingual
  public var kind: Kind
  public var population: Population
  /// What is counted, among what, and on which day it falls.
  public var numerator: Bilingual
  public var denominator: Bilingual
  public var timeAxis: Bilingual
  /// Where it comes from, and what it cannot tell.
  public var source: Bilingual
  public var limits: Bilingual
  /// What the value is counted in, such as days; empty for a share.
  public var unit: Bilingual
  /// What it can be divided and restricted by.
  public var dimensions: [Dimension]
  /// It depends on how sick-leave cases are defined.
  public var usesCases: Bool
  /// Its value can be adjusted for diagnosis, age and sex: it adds up over them.
  public var isAdjustable: Bool
  /// It is about the content of certificates, which Försäkringskassan follows up too.
  public var isContent: Bool

  public init(
    id: String, number: Int?, name: Bilingual, purpose: Bilingual, kind: Kind,
    population: Population,
    numerator: Bilingual, denominator: Bilingual, timeAxis: Bilingual, source: Bilingual,
    limits: Bilingual, unit: Bilingual, dimensions: [Dimension], usesCases: Bool,
    isAdjustable: Bool, isContent: Bool
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.purpose = purpose
    self.kind = kind
    self.population = population
    self.numerator = numerator
    self.denominator = denominator
    self.timeAxis = timeAxis
    self.source = source
    self.limits = limits
    self.unit = unit
    self.dimensions = dimensions
    self.usesCases = usesCases
    self.isAdjustable = isAdjustable
    self.isContent = isContent
  }
}
