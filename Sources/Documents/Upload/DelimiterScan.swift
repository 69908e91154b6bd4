// SPDX-License-Identifier: Apache-2.0

/// Searches pieces for a delimiter whose first byte, a CR, comes nowhere else in it. So when a
/// match breaks, the search goes on with the byte that broke it, and the bytes that had matched
/// in earlier pieces are known without having been kept: they are the delimiter's own.
struct DelimiterScan {
  private let delimiter: [UInt8]
  private var matched: Int

  /// A search in which so many bytes of the delimiter have been seen already.
  init(_ delimiter: [UInt8], matched: Int) {
    self.delimiter = delimiter
    self.matched = matched
  }

  /// Takes bytes from the piece up to and with the delimiter, or all of them. Hands on what is
  /// certainly no part of a delimiter. Gives how much has matched at the end.
  consuming func run(
    _ rest: inout ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>) -> Void
  ) -> (matched: Int, isWhole: Bool) {
    var carried = matched
    var candidate = rest.startIndex
    var place = rest.startIndex
    while place < rest.endIndex, matched < delimiter.count {
      if matched == 0 {
        place = rest[place...].firstIndex(of: 0x0D) ?? rest.endIndex
        candidate = place
        if place < rest.endIndex {
          matched = 1
          place += 1
        }
      } else if rest[place] == delimiter[matched] {
        matched += 1
        place += 1
      } else {
        if carried > 0 { take(delimiter[..<carried]) }
        carried = 0
        // The byte is looked at again, as a possible beginning.
        matched = 0
        candidate = place
      }
    }
    if carried == 0, rest.startIndex < candidate { take(rest[..<candidate]) }
    rest = rest[place...]
    return (matched, matched == delimiter.count)
  }
}
