// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Service

@Suite(.enabled(if: AcceptanceSpecs.isThere, "SKIPPED: the specifications are not there"))
struct AcceptanceTests {
  /// The outcome of every expected table, by specification and number from 1.
  private func outcomes(
    _ spec: AcceptanceSpecs.Spec
  ) throws -> [(String, AcceptanceTable.Outcome)] {
    var world = AcceptanceWorld()
    var outcomes: [(String, AcceptanceTable.Outcome)] = []
    for step in spec.steps {
      if let script = step.script { try world.run(script) }
      guard let fixture = step.fixture, let columns = step.columns else { continue }
      let rows = (step.rows ?? []).map { AcceptanceRow(columns, $0) }
      switch step.kind {
      case "given": try world.give(fixture, rows)
      case "expect":
        let outcome = try AcceptanceTable.outcome(fixture, rows, &world)
        outcomes.append(("\(spec.number)#\(outcomes.count + 1)", outcome))
      default: throw NotUnderstood("a step of \(spec.id)")
      }
    }
    return outcomes
  }

  @Test func `every table of the specifications matches, or differs for a reason that is told`()
    throws
  {
    var counts: [String: Int] = [:]
    var left = Set(AcceptanceDifferences.all.keys)
    for spec in try AcceptanceSpecs.load() {
      let found: [(String, AcceptanceTable.Outcome)]
      do { found = try outcomes(spec) } catch {
        Issue.record("\(spec.id) is not understood: \(error)")
        continue
      }
      for (key, outcome) in found {
        let told = AcceptanceDifferences.all[key]
        left.remove(key)
        switch outcome {
        case .matches:
          #expect(told == nil, "\(key) matches, and is told to differ")
          counts["matches", default: 0] += 1
        case .outside(let reason):
          #expect(told == reason, "\(key) is outside: \(reason)")
          counts["\(reason)", default: 0] += 1
        case .differs(let rows):
          #expect(told != nil, "\(key) differs: \(rows.joined(separator: "; "))")
          counts[told.map { "\($0)" } ?? "untold", default: 0] += 1
        }
      }
    }
    #expect(left.isEmpty, "told to differ, and not there: \(left.sorted())")
    print(counts.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" })
  }
}
