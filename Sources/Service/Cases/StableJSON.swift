// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A value as JSON with its fields in order, so that the same value always gives the same bytes:
/// what is hashed, sealed and compared.
func stableJSON(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  return Array(try encoder.encode(value))
}
