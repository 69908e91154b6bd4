// SPDX-License-Identifier: Apache-2.0
import Archive
import Exchange
import Foundation

/// A document as an import meets it.
struct FedDocument: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    /// Nothing can be read; the code says why.
    case refused(String)
    /// A file of another kind beside the documents, such as a list or a picture.
    case passedOver
  }

  /// Its path as it was named, and for an entry of an archive the entry's name.
  let name: String
  let content: Content
}

/// Gives the documents of files, folders, zip archives and streams one by one. What cannot be read
/// is given with a reason, and the rest goes on. It blocks, holds one document at a time, and is
/// used by one task at a time.
final class CertificateFeed {
  private enum Source {
    case file(String)
    case folder(String, FileManager.DirectoryEnumerator)
    case archive(String, ZipArchive, size: Int)
    case stream(FileHandle, CertificateStream)
  }

  /// Bytes of all files, and of those that are done; nil where a stream has no known end.
  private(set) var totalBytes: Int?
  private var doneBytes = 0
  private var sources: [Source]
  /// Entries met in the archive, or documents in the stream.
  private var count = 0
  private var ready: [FedDocument] = []
  /// What files are called that lie under another name.
  private let names: [String: String]

  private static let mostBytes = CertificateDocument.maximumBytes
  private static let pieceBytes = 1 << 16
  /// A year of the whole country in one archive.
  private static let archiveLimits = ArchiveLimits(
    maximumEntries: 5_000_000, maximumBytes: 256 << 30, maximumRatio: 200)

  /// - Parameters:
  ///   - paths: files and folders; `-` is standard input.
  ///   - names: what to call some of the files, by path.
  init(_ paths: [String], names: [String: String] = [:]) {
    self.names = names
    sources = paths.map { path in
      if path == "-" {
        return .stream(
          .standardInput, CertificateStream(mostBytes: Self.mostBytes))
      }
      return Self.source(path)
    }.reversed()
    totalBytes = paths.contains("-") ? nil : paths.reduce(0) { $0 + Self.bytes($1) }
  }

  private static func source(_ path: String) -> Source {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
      let below = FileManager.default.enumerator(atPath: path)
    {
      return .folder(path, below)
    }
    return .file(path)
  }

  private static func bytes(_ path: String) -> Int {
    guard case .folder(_, let below) = source(path) else { return size(path) }
    var sum = 0
    while below.nextObject() != nil { sum += size(below.fileAttributes) }
    return sum
  }

  private static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)).map(size) ?? 0
  }

  private static func size(_ attributes: [FileAttributeKey: Any]?) -> Int {
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return 0 }
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// Bytes that are done, in the measure of `totalBytes`.
  var readBytes: Int {
    guard case .archive(_, let archive, _) = sources.last else { return doneBytes }
    return doneBytes + archive.packedBytes
  }

  /// The next document; nil at the end.
  func next() -> FedDocument? {
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      guard let source = sources.popLast() else { return nil }
      switch source {
      case .file(let path): open(path)
      case .folder(let path, let below): nextFile(path, below)
      case .archive(let path, let archive, let size): nextEntry(path, archive, size)
      case .stream(let handle, let stream): nextPiece(handle, stream)
      }
    }
  }

  /// Links are passed over, so that nothing outside the folder is read.
  private func nextFile(_ path: String, _ below: FileManager.DirectoryEnumerator) {
    guard let name = below.nextObject() as? String else { return }
    sources.append(.folder(path, below))
    let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    switch below.fileAttributes?[.type] as? FileAttributeType {
    case FileAttributeType.typeDirectory: return
    case FileAttributeType.typeRegular:
      let lower = name.lowercased()
      guard lower.hasSuffix(".xml") || lower.hasSuffix(".zip") else {
        doneBytes += Self.size(below.fileAttributes)
        ready.append(FedDocument(name: whole, content: .passedOver))
        return
      }
      open(whole)
    default: ready.append(FedDocument(name: whole, content: .passedOver))
    }
  }

  private func name(_ path: String) -> String { names[path] ?? path }

  /// Reads no more of the file than a document may hold, and one byte to see that it is more.
  private func open(_ path: String) {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: Self.mostBytes + 1) ?? Data()
    else {
      ready.append(FedDocument(name: name(path), content: .refused("unreadable:file")))
      return
    }
    try? handle.close()
    let size = Self.size(path)
    if Self.isArchive(data.prefix(4)) {
      do throws(ArchiveFault) {
        count = 0
        sources.append(
          .archive(path, try ZipArchive(path: path, limits: Self.archiveLimits), size: size))
      } catch {
        doneBytes += size
        ready.append(
          FedDocument(name: name(path), content: .refused("archive:\(error.code.rawValue)")))
      }
      return
    }
    doneBytes += size
    ready.append(FedDocument(name: name(path), content: .bytes([UInt8](data))))
  }

  private static func isArchive(_ head: some Collection<UInt8>) -> Bool {
    let signatures: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    return signatures.contains { head.starts(with: $0) }
  }

  /// An entry that is refused leaves the others; a fault of the whole ends the archive.
  private func nextEntry(_ path: String, _ archive: ZipArchive, _ size: Int) {
    count += 1
    func add(_ name: String, _ content: FedDocument.Content) {
      ready.append(FedDocument(name: "\(self.name(path))!\(name)", content: content))
    }
    do throws(ArchiveFault) {
      guard let entry = try archive.next() else {
        doneBytes += size
        return
      }
      let lower = entry.name.lowercased()
      if lower.hasPrefix("__macosx/") || lower.contains("/._") || lower.hasPrefix("._") {
        add(entry.name, .passedOver)
      } else if lower.hasSuffix(".zip") {
        add(entry.name, .refused("archive:nested"))
      } else if lower.hasSuffix(".xml") {
        let bytes = try Self.entry(archive)
        add(
          entry.name,
          Self.isArchive(bytes.prefix(4)) ? .refused("archive:nested") : .bytes(bytes))
      } else {
        add(entry.name, .passedOver)
      }
      sources.append(.archive(path, archive, size: size))
    } catch {
      switch error.code {
      case .path, .kind, .encrypted:
        add("\(count)", .refused("archive:\(error.code.rawValue)"))
        sources.append(.archive(path, archive, size: size))
      case .unreadable, .damaged, .empty, .tooManyEntries, .tooLarge, .bomb:
        doneBytes += size
        add("\(count)", .refused("archive:\(error.code.rawValue)"))
      }
    }
  }

  private static func entry(_ archive: ZipArchive) throws(ArchiveFault) -> [UInt8] {
    var bytes = try archive.read()
    while bytes.count <= mostBytes {
      let piece = try archive.read()
      if piece.isEmpty { break }
      bytes += piece
    }
    return Array(bytes.prefix(mostBytes + 1))
  }

  private func nextPiece(_ handle: FileHandle, _ stream: CertificateStream) {
    var stream = stream
    guard let data = try? handle.read(upToCount: Self.pieceBytes), !data.isEmpty else {
      take(stream.finish())
      return
    }
    let piece = [UInt8](data)
    if count == 0, Self.isArchive(piece.prefix(4)) {
      var first: [UInt8]? = piece
      let next = { () -> [UInt8] in
        if let held = first {
          first = nil
          return held
        }
        return [UInt8]((try? handle.read(upToCount: Self.pieceBytes)) ?? Data())
      }
      do throws(ArchiveFault) {
        let archive = try ZipArchive(limits: Self.archiveLimits, reading: next)
        sources.append(.archive("stdin", archive, size: 0))
      } catch {
        ready.append(
          FedDocument(name: "stdin", content: .refused("archive:\(error.code.rawValue)")))
      }
      return
    }
    take(stream.read(piece))
    sources.append(.stream(handle, stream))
    // Only the beginning of a stream tells that it is an archive.
    count = max(count, 1)
  }

  private var streamed = 0

  private func take(_ documents: [[UInt8]]) {
    for document in documents {
      streamed += 1
      ready.append(FedDocument(name: "stdin!\(streamed)", content: .bytes(document)))
    }
  }
}
