// SPDX-License-Identifier: Apache-2.0
import Statistics

extension MeasureQuery {
  /// Codes of a dimension, at most.
  private static let mostCodes = 1000

  /// Reads `category=F43,F32`; nil where the dimension is none, or no code is given.
  public static func restriction(_ text: String) -> (dimension: Dimension, codes: Set<String>)? {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let dimension = Dimension(rawValue: String(parts[0])) else {
      return nil
    }
    let codes = Set(parts[1].split(separator: ",").map(String.init))
    return codes.isEmpty || codes.count > mostCodes ? nil : (dimension, codes)
  }
}
