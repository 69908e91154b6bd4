// SPDX-License-Identifier: Apache-2.0
import Archive
import Domain
import Exchange
import Foundation
import Store

/// Why a file was not taken into the directory.
public enum DirectoryImportFault: Error, Hashable, Sendable {
  case unreadable
  case archive(ArchiveFault)
  /// The archive has no file of units or attributes, or several.
  case noEntry, severalEntries
  case file(DirectoryFault)
  /// Another copy of the same day is there.
  case dayTaken
  /// The day has not come.
  case future
  /// It has far fewer objects than the last copy.
  case shrunk(objects: Int, last: Day, lastObjects: Int)
  /// The day has no copy to be superseded, or has this one already.
  case nothingToSupersede
}

extension DirectoryImportFault: CustomStringConvertible {
  /// A sentence without anything from inside the file.
  public var description: String {
    switch self {
    case .unreadable: "the file cannot be read"
    case .archive(let fault): fault.description
    case .noEntry: "the archive has neither an .xml nor a .csv file"
    case .severalEntries: "the archive has several files; take them one by one"
    case .file(let fault): fault.description
    case .dayTaken: "another copy of that day is stored already, and is not replaced"
    case .future: "the day has not come"
    case .shrunk(let objects, let last, let lastObjects):
      "the file has \(objects) objects and the copy of \(last) has \(lastObjects): it may not be "
        + "whole; --accept-shrunk REASON takes it"
    case .nothingToSupersede: "that day has no copy, or has this one"
    }
  }

  /// A stable code.
  public var code: String {
    switch self {
    case .unreadable: "directory.unreadable"
    case .archive(let fault): "directory.archive.\(fault.code.rawValue)"
    case .noEntry: "directory.no-entry"
    case .severalEntries: "directory.several-entries"
    case .file: "directory.file"
    case .dayTaken: "directory.day-taken"
    case .future: "directory.future"
    case .shrunk: "directory.shrunk"
    case .nothingToSupersede: "directory.nothing-to-supersede"
    }
  }
}

/// Reads a file of the directory, whatever its form: XML, a table, or either in a zip archive.
struct DirectoryReading {
  private(set) var kind = DirectoryKind.units
  private(set) var entries: [DirectoryEntry] = []
  private(set) var passedOver = 0
  /// Days that are none, and units with a level of care that is none.
  private(set) var unreadDays = 0
  private(set) var unknownLevels = 0

  private static let pieceBytes = 1 << 16

  private typealias Pieces = () throws -> [UInt8]

  /// Reads all of a file. Blocks.
  init(path: String) throws(DirectoryImportFault) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    do {
      let pieces = { [UInt8](try handle.read(upToCount: Self.pieceBytes) ?? Data()) }
      let first = try pieces()
      if first.starts(with: [0x50, 0x4B]) {
        try readArchive(path)
      } else {
        try read(first, pieces)
      }
    } catch {
      throw DirectoryImportFault(error)
    }
  }

  /// The archive is walked to its end, so that nothing in it goes unlooked at.
  private mutating func readArchive(_ path: String) throws {
    let archive = try ZipArchive(path: path)
    var isFound = false
    while let entry = try archive.next() {
      let name = entry.name.lowercased()
      // What a Mac adds beside each file.
      guard !name.hasPrefix("__macosx/"), !name.contains("/._"), !name.hasPrefix("._") else {
        continue
      }
      guard name.hasSuffix(".xml") || name.hasSuffix(".csv") else { continue }
      guard !isFound else { throw DirectoryImportFault.severalEntries }
      isFound = true
      try read(archive.read()) { try archive.read() }
    }
    if !isFound { throw DirectoryImportFault.noEntry }
  }

  private mutating func read(_ first: [UInt8], _ pieces: Pieces) throws {
    let start = first.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let byte = start.first ?? 0
    // Also what begins like UTF-16, so that it is refused as the XML it may be.
    if byte == UInt8(ascii: "<") || byte == 0 || byte >= 0xFE {
      try readUnits(first, pieces)
    } else {
      try readAttributes(first, pieces)
    }
  }

  private mutating func readUnits(_ first: [UInt8], _ pieces: Pieces) throws {
    kind = .units
    var file = try DirectoryFile()
    var piece = first
    while !piece.isEmpty {
      for unit in try file.read(piece) {
        entries.append(DirectoryEntry(id: unit.id, line: unit.line))
      }
      guard entries.count <= DirectoryFile.mostUnits else { throw DirectoryFault.tooMany }
      piece = try pieces()
    }
    for unit in try file.finish() {
      entries.append(DirectoryEntry(id: unit.id, line: unit.line))
    }
    passedOver = file.withoutID
    unreadDays = file.unreadDays
  }

  private mutating func readAttributes(_ first: [UInt8], _ pieces: Pieces) throws {
    kind = .attributes
    var table = DirectoryTable()
    var piece = first
    while !piece.isEmpty {
      take(try table.read(piece))
      piece = try pieces()
    }
    take(try table.finish())
  }

  private mutating func take(_ units: [DirectoryAttributes]) {
    for unit in units {
      if unit.hasUnknownCareLevel { unknownLevels += 1 }
      entries.append(DirectoryEntry(id: unit.id, line: unit.line))
    }
  }
}

extension DirectoryImportFault {
  /// What reading threw.
  fileprivate init(_ error: any Error) {
    switch error {
    case let fault as DirectoryImportFault: self = fault
    case let fault as ArchiveFault: self = .archive(fault)
    case let fault as DirectoryFault: self = .file(fault)
    default: self = .unreadable
    }
  }
}
