// SPDX-License-Identifier: Apache-2.0

/// One object of the national directory of health care (HSA) as a file held it: an organisation,
/// a unit or a function. Its texts are the catalogue's own and are never corrected.
public struct DirectoryUnit: Hashable, Sendable {
  /// The HSA-id as `DirectoryUnit.normalized` writes it. Ids of the catalogue are not always of
  /// the form that the rules prescribe, so any text is kept.
  public var id: String
  public var name: String
  public var publicName: String?
  /// Where it stands in the tree (distinguished name). The tree is organisational only.
  public var place: DistinguishedName
  public var organisationNumber: String?
  /// The first and the last day, as far as they are told.
  public var starts: Day?
  public var ends: Day?
  public var flags: DirectoryFlags
  /// The care provider that a care unit names as responsible.
  public var provider: String?
  /// The units that a care unit lists as its own, in alphabetical order.
  public var members: [String]

  /// A unit of the catalogue; ids are normalized here.
  public init(
    id: String, name: String, publicName: String? = nil, place: String,
    organisationNumber: String? = nil, starts: Day? = nil, ends: Day? = nil,
    flags: DirectoryFlags = [], provider: String? = nil, members: [String] = []
  ) {
    self.id = Self.normalized(id)
    self.name = name
    self.publicName = publicName
    self.place = DistinguishedName(place)
    self.organisationNumber = organisationNumber
    self.starts = starts
    self.ends = ends
    self.flags = flags
    self.provider = provider.map(Self.normalized)
    self.members = Set(members.map(Self.normalized)).subtracting([""]).sorted()
  }

  /// The form in which ids are compared: without white space, in upper case.
  public static func normalized(_ id: String) -> String {
    isNormalized(id) ? id : String(id.filter { !$0.isWhitespace }).uppercased()
  }

  /// Whether an id is in that form already, which nearly every one is.
  static func isNormalized(_ id: String) -> Bool {
    id.utf8.allSatisfy { byte in
      (UInt8(ascii: "!")...UInt8(ascii: "~")).contains(byte)
        && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
  }

  /// Whether the unit has begun and not ended on a day; days that are not told do not count.
  public func isOpen(on day: Day) -> Bool {
    (starts ?? .earliest) <= day && day <= (ends ?? .latest)
  }
}

/// What the catalogue says that an object is.
public struct DirectoryFlags: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Vårdenhet.
  public static let careUnit = DirectoryFlags(rawValue: 1)
  /// Vårdgivare.
  public static let careProvider = DirectoryFlags(rawValue: 2)
  public static let unitArchived = DirectoryFlags(rawValue: 4)
  public static let careUnitArchived = DirectoryFlags(rawValue: 8)
  public static let careProviderArchived = DirectoryFlags(rawValue: 16)
  /// Test data of the catalogue.
  public static let feigned = DirectoryFlags(rawValue: 32)

  /// Any of the three ways of being archived.
  public static let archived: DirectoryFlags = [
    .unitArchived, .careUnitArchived, .careProviderArchived,
  ]

  /// The names of the flags that stand, in order.
  public var names: [String] {
    Self.named.filter { contains($0.flag) }.map(\.name)
  }

  private static let named: [(flag: DirectoryFlags, name: String)] = [
    (.careUnit, "careUnit"), (.careProvider, "careProvider"), (.unitArchived, "unitArchived"),
    (.careUnitArchived, "careUnitArchived"), (.careProviderArchived, "careProviderArchived"),
    (.feigned, "feigned"),
  ]
}

extension DirectoryUnit {
  /// One line with everything but the id, for storage: the same unit always gives the same line.
  public var line: String {
    [
      "1", name, publicName ?? "", place.text, organisationNumber ?? "",
      starts?.description ?? "", ends?.description ?? "", String(flags.rawValue), provider ?? "",
      members.joined(separator: " "),
    ].map(DirectoryLine.cell).joined(separator: DirectoryLine.separator)
  }

  /// Reads what `line` writes; nil for anything else.
  public init?(id: String, line: String) {
    let cells = DirectoryLine.cells(line)
    guard cells.count == 10, cells[0] == "1", let flags = Int(cells[7]) else { return nil }
    func optional(_ place: Int) -> String? { cells[place].isEmpty ? nil : cells[place] }
    self.init(
      id: id, name: cells[1], publicName: optional(2), place: cells[3],
      organisationNumber: optional(4), starts: optional(5).flatMap { Day($0) },
      ends: optional(6).flatMap { Day($0) }, flags: DirectoryFlags(rawValue: flags),
      provider: optional(8), members: cells[9].split(separator: " ").map(String.init))
  }
}

/// Cells of a stored line stand apart by a control character, which no XML document can hold.
enum DirectoryLine {
  static let separator = "\u{1F}"

  /// A cell without what would part it.
  static func cell(_ text: String) -> String {
    text.utf8.contains { $0 < 0x20 }
      ? String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }) : text
  }

  static func cells(_ line: String) -> [String] {
    line.utf8.split(separator: 0x1F, omittingEmptySubsequences: false).map { String($0) ?? "" }
  }
}
