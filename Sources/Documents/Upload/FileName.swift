// SPDX-License-Identifier: Apache-2.0

/// A file's name as people may see it: never a path, never anything that a page, a log or a
/// file system could take for something else. It is for reading only; nothing is stored under it.
public enum FileName {
  /// Characters that are kept, ending included.
  public static let charactersMax = 120
  /// The name when nothing of the sent one can be kept.
  public static let unnamed = "dokument"

  /// The last component of a name as it was sent, with `/` and `\` as separators, without control
  /// characters, without marks of direction and other invisible ones, with single spaces, and at
  /// most 120 characters with its ending kept.
  public static func tidy(_ sent: String) -> String {
    let scalars = sent.unicodeScalars
    let last = scalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
    var kept = String.UnicodeScalarView()
    for scalar in last ?? scalars[...] {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        continue
      case .spaceSeparator:
        if let previous = kept.last, previous != " " { kept.append(" ") }
      default: kept.append(scalar)
      }
    }
    while kept.last == " " || kept.last == "." { kept.removeLast() }
    let name = shortened(String(kept))
    return name.isEmpty ? unnamed : name
  }

  private static func shortened(_ name: String) -> String {
    // Marks without end can be piled on one character, so their number counts as well.
    let scalarsMax = charactersMax * 2
    guard name.count > charactersMax || name.unicodeScalars.count > scalarsMax else {
      return name
    }
    var ending = ""
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      let candidate = name[dot...]
      if candidate.unicodeScalars.count <= 10 { ending = String(candidate) }
    }
    let room = charactersMax - ending.unicodeScalars.count
    let start = String(name.prefix(room).unicodeScalars.prefix(scalarsMax - 10))
    return start + ending
  }
}
