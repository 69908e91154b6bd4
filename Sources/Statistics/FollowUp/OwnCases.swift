// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The cases of the definition that was asked for last among those that are not kept, so that a
/// page with several figures cuts them once.
final class OwnCases: @unchecked Sendable {
  private let lock = NSLock()
  private var last: (gap: Int, cases: CaseColumns)?

  func cases(_ gap: Int, _ make: () -> CaseColumns) -> CaseColumns {
    lock.withLock {
      if let last, last.gap == gap { return last.cases }
      let cases = make()
      last = (gap, cases)
      return cases
    }
  }
}
