// SPDX-License-Identifier: Apache-2.0
import Domain
import XML

/// Reads the catalogue's file of units, `hsaunits.xml` of HSA FileService, as its bytes come.
///
/// The file's values are taken as they stand. Objects without HSA-id cannot be referred to; they
/// are counted and passed over. Unknown elements are passed over.
public struct DirectoryFile {
  /// The namespace of the file.
  public static let namespace = "urn:riv:hsa:HsaWsResponder:3"
  /// The name of its root.
  public static let root = "FileGetHsaUnitsResponse"
  /// More objects than this is another file. There were 91 110 in 2017.
  public static let mostUnits = 1_000_000

  private let records: XMLRecords
  private var read = 0
  /// Objects without HSA-id so far.
  public private(set) var withoutID = 0
  /// First and last days so far that are no days, such as 2020-13-45; they are left out.
  public private(set) var unreadDays = 0

  /// A reader at the beginning of a file.
  public init() throws(DirectoryFault) {
    do {
      records = try XMLRecords(
        name: "hsaUnit", namespace: Self.namespace, limits: .records)
    } catch {
      throw .xml(error)
    }
  }

  /// Reads some bytes and returns the units that are complete.
  public mutating func read(_ bytes: [UInt8]) throws(DirectoryFault) -> [DirectoryUnit] {
    do throws(XMLFault) {
      return try units(records.read(bytes))
    } catch {
      throw .xml(error)
    }
  }

  /// Says that the file has ended, and returns the last units.
  ///
  /// - Throws: `notUnits` when it is another document or has no units, `tooMany`.
  public mutating func finish() throws(DirectoryFault) -> [DirectoryUnit] {
    let last: [DirectoryUnit]
    do throws(XMLFault) {
      last = units(try records.finish())
    } catch {
      throw .xml(error)
    }
    guard let root = records.root, root.name == Self.root, root.namespace == Self.namespace,
      read > 0
    else { throw .notUnits }
    guard read <= Self.mostUnits else { throw .tooMany }
    return last
  }

  private mutating func units(_ elements: [XMLElement]) -> [DirectoryUnit] {
    read += elements.count
    return elements.compactMap { element in
      let unit = Self.unit(element)
      unreadDays += Self.unreadDays(element)
      if unit == nil { withoutID += 1 }
      return unit
    }
  }

  private static func unit(_ element: XMLElement) -> DirectoryUnit? {
    var values: [String: String] = [:]
    var members: [String] = []
    for child in element.children where child.namespace == namespace {
      if child.name == "hsaHealthCareUnitMembers" {
        members += child.children.filter { $0.name == "hsaHealthCareUnitMember" }.map(\.text)
      } else if values[child.name] == nil {
        values[child.name] = trimmed(child.text)
      }
    }
    guard let id = values["hsaIdentity"], !DirectoryUnit.normalized(id).isEmpty else {
      return nil
    }
    func optional(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    return DirectoryUnit(
      id: id, name: values["name"] ?? "", publicName: optional("publicName"),
      place: values["DN"] ?? "", organisationNumber: optional("orgNo"),
      starts: optional("startDate").flatMap(day), ends: optional("endDate").flatMap(day),
      flags: flags(values), provider: optional("hsaResponsibleHealthCareProvider"),
      members: members)
  }

  private static let flagNames: [(String, DirectoryFlags)] = [
    ("isHsaHealthCareUnit", .careUnit), ("isHsaHealthCareProvider", .careProvider),
    ("unitIsArchived", .unitArchived), ("healthCareUnitIsArchived", .careUnitArchived),
    ("healthCareProviderIsArchived", .careProviderArchived), ("feignedUnit", .feigned),
  ]

  private static func flags(_ values: [String: String]) -> DirectoryFlags {
    var flags: DirectoryFlags = []
    for (name, flag) in flagNames where ["true", "1"].contains(values[name]?.lowercased()) {
      flags.insert(flag)
    }
    return flags
  }

  private static func unreadDays(_ element: XMLElement) -> Int {
    element.children.reduce(0) { count, child in
      guard child.namespace == namespace, child.name == "startDate" || child.name == "endDate"
      else { return count }
      let text = trimmed(child.text)
      return text.isEmpty || day(text) != nil ? count : count + 1
    }
  }

  /// The day in Sweden; a bare date as it stands.
  private static func day(_ text: String) -> Day? {
    Instant(text)?.day ?? Day(String(text.prefix(10)))
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Why a file was not taken as one of the catalogue's.
public enum DirectoryFault: Error, Hashable, Sendable {
  case xml(XMLFault)
  case table(TableFault)
  /// Sound, and not the catalogue's file of units, or one without units.
  case notUnits
  /// More objects than `DirectoryFile.mostUnits`.
  case tooMany
}

extension DirectoryFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .xml(let fault): "the XML cannot be read: \(fault)"
    case .table(let fault): "the table cannot be read: \(fault)"
    case .notUnits: "this is not a file of units from HSA, or it has none"
    case .tooMany: "the file has more than \(DirectoryFile.mostUnits) objects"
    }
  }
}
