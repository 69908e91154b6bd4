// SPDX-License-Identifier: Apache-2.0

/// Something that is supplied in files and stored as lines: what it is about, and what is said.
public protocol SuppliedValue: Sendable {
  /// The same for two values of which one replaces the other.
  var key: String { get }
  /// Of two with one key the later one counts; nil where the later file does.
  var version: Day? { get }
  /// Everything, for storage.
  var line: String { get }
  /// Reads what `line` writes; nil for anything else.
  init?(line: String)
}

private func joined(_ cells: [String]) -> String {
  cells.map(DirectoryLine.cell).joined(separator: DirectoryLine.separator)
}

extension Indicator: SuppliedValue {
  public var key: String { joined([indicator, unit ?? "", "\(from)", "\(to)"]) }
  public var version: Day? { collected }

  public var line: String {
    joined([
      indicator, unit ?? "", "\(from)", "\(to)", numerator.map(String.init) ?? "",
      denominator.map(String.init) ?? "", value?.description ?? "", source, "\(collected)",
    ])
  }

  public init?(line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == 9, let from = Day(cells[2]), let to = Day(cells[3]),
      let collected = Day(cells[8])
    else { return nil }
    self.init(
      indicator: cells[0], unit: cells[1].isEmpty ? nil : cells[1], from: from, to: to,
      numerator: Int(cells[4]), denominator: Int(cells[5]), value: SuppliedNumber(cells[6]),
      source: cells[7], collected: collected)
  }
}

extension BackgroundValue: SuppliedValue {
  public var key: String { joined([unit, variable]) }
  public var version: Day? { collected }
  public var line: String {
    joined([unit, variable, "\(value)", source, "\(collected)"])
  }

  public init?(line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == 5, let value = SuppliedNumber(cells[2]), let day = Day(cells[4])
    else { return nil }
    self.init(
      unit: cells[0], variable: cells[1], value: value, source: cells[3], collected: day)
  }
}

extension CertificateDecision: SuppliedValue {
  public var key: String { joined([certificate, "\(day)", kind.rawValue]) }
  public var version: Day? { nil }
  public var line: String {
    joined([certificate, "\(day)", outcome.rawValue, kind.rawValue])
  }

  public init?(line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == 4, let day = Day(cells[1]), let outcome = Outcome(rawValue: cells[2]),
      let kind = Kind(rawValue: cells[3])
    else { return nil }
    self.init(certificate: cells[0], day: day, outcome: outcome, kind: kind)
  }
}
