// SPDX-License-Identifier: Apache-2.0

/// Something to follow up that no certificate tells, so that its values are supplied.
public struct IndicatorDefinition: Hashable, Sendable {
  /// What the values are.
  public enum Form: String, Hashable, Codable, CaseIterable, Sendable {
    /// A part of a whole; without numerator and denominator a number from 0 to 1.
    case share
    /// A number of something.
    case count
  }

  /// Stable, for files and addresses.
  public let id: String
  /// Its number among the seventeen measures.
  public let measure: Int
  public let name: Bilingual
  /// What is counted, of what.
  public let counts: Bilingual
  public let form: Form
  /// Who can tell.
  public let source: String

  /// A definition as it is.
  public init(
    id: String, measure: Int, name: Bilingual, counts: Bilingual, form: Form, source: String
  ) {
    self.id = id
    self.measure = measure
    self.name = name
    self.counts = counts
    self.form = form
    self.source = source
  }
}

/// One supplied value of an indicator.
public struct Indicator: Hashable, Codable, Sendable {
  /// The id of its definition.
  public let indicator: String
  /// The HSA-id, normalized; nil for the whole country.
  public let unit: String?
  /// The days it is about, both included.
  public let from: Day
  public let to: Day
  /// Either both of these, or `value`.
  public let numerator: Int?
  public let denominator: Int?
  public let value: SuppliedNumber?
  /// Who told it, in their words.
  public let source: String
  /// The day on which it was put together: of two that are about the same the later one counts.
  public let collected: Day

  /// A value as it is.
  public init(
    indicator: String, unit: String?, from: Day, to: Day, numerator: Int?, denominator: Int?,
    value: SuppliedNumber?, source: String, collected: Day
  ) {
    self.indicator = indicator
    self.unit = unit.map(DirectoryUnit.normalized)
    self.from = from
    self.to = to
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.source = source
    self.collected = collected
  }
}

/// A background variable of a unit, such as listed patients or a deprivation index.
public struct BackgroundValue: Hashable, Codable, Sendable {
  /// The HSA-id, normalized.
  public let unit: String
  /// The supplier's own name for it.
  public let variable: String
  public let value: SuppliedNumber
  public let source: String
  public let collected: Day

  /// A value as it is.
  public init(
    unit: String, variable: String, value: SuppliedNumber, source: String, collected: Day
  ) {
    self.unit = DirectoryUnit.normalized(unit)
    self.variable = variable
    self.value = value
    self.source = source
    self.collected = collected
  }
}

/// What became of a certificate at Försäkringskassan, as Försäkringskassan supplied it.
public struct CertificateDecision: Hashable, Codable, Sendable {
  /// How it ended.
  public enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
    case granted, refused, partly
  }

  /// What it is the outcome of.
  public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
    /// A decision about the benefit.
    case decision
    /// A control afterwards.
    case control
  }

  /// The certificate, by its id in a file, and by its key once it is stored.
  public let certificate: String
  public let day: Day
  public let outcome: Outcome
  public let kind: Kind

  /// A decision as it is.
  public init(certificate: String, day: Day, outcome: Outcome, kind: Kind) {
    self.certificate = certificate
    self.day = day
    self.outcome = outcome
    self.kind = kind
  }
}
