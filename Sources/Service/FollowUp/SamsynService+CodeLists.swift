// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import RuleData
import Store

/// What became of one file of a folder of code lists.
public struct CodeListImport: Codable, Sendable {
  /// How it ended.
  public enum Outcome: String, Codable, Sendable {
    case added, known
    /// Another copy of the same kind and day is there, from another file or another time.
    case dayTaken = "day-taken"
    /// No list of codes of a kind that is known.
    case passedOver = "passed-over"
    /// A list that cannot be read, with the reason.
    case refused
  }

  /// The name of the file, without folder.
  public let file: String
  public let kind: CodeListKind?
  public let entries: Int
  public let outcome: Outcome
  /// Line and reason where it was refused.
  public let reason: String?
}

extension SamsynService {
  /// Takes every file of a folder that is a list of codes as the copy of a day. Each file is
  /// stored whole or not at all; the same list again changes nothing, and another list of the same
  /// kind and day is refused.
  ///
  /// For the operator: nobody who is signed in can do it.
  ///
  /// - Parameter person: who runs the program.
  /// - Returns: one for each file by name; nil where there is no such folder.
  /// - Throws: `.refused(.outOfRange)` with `day` where the day has not come.
  public func importCodeLists(
    folder: String, asOf day: Day, by person: String
  ) async throws(ServiceError) -> [CodeListImport]? {
    let now = clock.now()
    guard day <= now.day else { throw .refused(Refusal(.outOfRange, field: "day")) }
    let place = URL(filePath: folder)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return nil
    }
    var done: [CodeListImport] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let file = place.appending(path: name)
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
      guard values?.isRegularFile == true, values?.isSymbolicLink != true else { continue }
      done.append(try await take(file, name, day, person, now))
    }
    return done
  }

  private func take(
    _ file: URL, _ name: String, _ day: Day, _ person: String, _ now: Instant
  ) async throws(ServiceError) -> CodeListImport {
    let list: CodeList
    do throws(CodeListFault) {
      list = try CodeListFile.read(Self.bytes(file), name: name)
    } catch {
      let isOther = error.code == .notRecognised
      return CodeListImport(
        file: name, kind: nil, entries: 0, outcome: isOther ? .passedOver : .refused,
        reason: error.description)
    }
    let addition = try await write { connection in
      try CodeListStore(connection).add(list, day: day, file: name, by: person, at: now)
    }
    let outcome: CodeListImport.Outcome =
      switch addition {
      case .added: .added
      case .known: .known
      case .dayTaken: .dayTaken
      }
    return CodeListImport(
      file: name, kind: list.kind, entries: list.entries.count, outcome: outcome, reason: nil)
  }

  /// No more of a file than a list may have, and one byte to see that it is more.
  private static func bytes(_ file: URL) -> [UInt8] {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return [] }
    defer { try? handle.close() }
    return [UInt8]((try? handle.read(upToCount: CodeListFile.mostBytes + 1)) ?? Data())
  }

  /// The stored copies of lists of codes by kind, the oldest first.
  public func codeLists() async throws(ServiceError) -> [StoredCodeList] {
    try await read { try CodeListStore($0).all() }
  }

  /// The classification with the lists that were in force on a day, by default today: of each
  /// kind the latest copy that is not later, else the first, else what comes with the program.
  /// What is invented is there only in a demonstration. It is built once and kept.
  public func diagnosisIndex(on day: Day? = nil) async throws(ServiceError) -> DiagnosisIndex {
    let day = day ?? clock.now().day
    let stored = try await codeLists()
    let inForce = CodeListKind.allCases.compactMap { kind in
      let copies = stored.filter { $0.kind == kind }
      return copies.last { $0.day <= day } ?? copies.first
    }
    let key = inForce.flatMap(\.digest)
    if let kept = diagnosisCache.withLock({ $0 }), kept.key == key { return kept.index }
    let isDemonstration = try await isDemonstration()
    var lists = try await read { connection in
      try inForce.map { try CodeListStore(connection).list($0) }
    }
    let index: DiagnosisIndex
    do {
      let shipped = try ShippedCodeLists.load(forDemonstration: isDemonstration)
      let there = Set(lists.map(\.kind))
      lists += shipped.filter { !there.contains($0.kind) }
      index = DiagnosisIndex(lists, groups: try DiagnosisGroupFile.load())
    } catch {
      throw ServiceError(error)
    }
    diagnosisCache.withLock { $0 = (key, index) }
    return index
  }
}
