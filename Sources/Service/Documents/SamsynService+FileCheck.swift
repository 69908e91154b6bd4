// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

/// What the check of a whole file found.
struct FileFinding: Sendable {
  let digest: DocumentDigest
  let checked: DocumentDetails.Checked
}

extension SamsynService {
  /// Room for what the tools write beside the file itself.
  private static let toolRoomBytes = 64 * 1_048_576

  /// Checks a file that is all there. One that is not taken is removed before this throws.
  func inspect(_ stored: StoredDocument) async throws(ServiceError) -> FileFinding {
    let verdict: Result<FileFinding, Refusal>
    do {
      verdict = try await PrivateFolder.with(bytes: stored.sizeBytes + Self.toolRoomBytes) {
        folder in
        let writer = try FileWriter(in: folder)
        let digest = try await DocumentDigest.measure(stored.id, in: database, keyring) {
          try writer.append($0)
        }
        return await finding(of: try writer.close(), digest)
      }
    } catch {
      if let fault = error as? FileFault { throw .refused(Refusal(fault)) }
      throw ServiceError(error)
    }
    switch verdict {
    case .success(let finding): return finding
    case .failure(let refusal):
      if refusal.code != .documentCheckUnavailable {
        _ = try await write { try DocumentStore($0, self.keyring).remove(stored.id) }
      }
      throw .refused(refusal)
    }
  }

  private func finding(
    of file: PrivateFile, _ digest: DocumentDigest
  ) async -> Result<FileFinding, Refusal> {
    let checked: CheckedFile
    do throws(FileFault) {
      checked = try await FileCheck().check(file)
      // What is taken can be read: a text that cannot be taken out would close the reader, and the
      // search in every other document of the case with it.
      let pages = try await TextExtract().pages(of: file, kind: checked.kind)
      if pages.count < checked.pageCount { throw .broken(checked.kind) }
    } catch {
      return .failure(Refusal(error))
    }
    let scan: DocumentFile.Scan
    switch await virusScan.scan(file) {
    case .clean: scan = .clean
    case .unchecked: scan = .unchecked
    case .infected: return .failure(Refusal(.documentInfected))
    case .unavailable: return .failure(Refusal(.documentCheckUnavailable))
    }
    return .success(
      FileFinding(
        digest: digest,
        checked: .init(
          mediaType: DocumentMedia(checked.kind), pages: checked.pageCount, scan: scan)))
  }

  /// A document's bytes as a file in the clear. It lies open for a while after `body`, since
  /// whoever reads one page reads the next.
  func withFile<T: Sendable>(
    _ stored: StoredDocument, _ body: (PrivateFile) async throws(FileFault) -> T
  ) async throws(ServiceError) -> T {
    do {
      let file = try await openFiles.file(of: stored.id) { [database, keyring] in
        let folder = try PrivateFolder(bytes: stored.sizeBytes + Self.toolRoomBytes)
        let writer = try FileWriter(in: folder)
        for try await piece in try DocumentContent(stored, in: database, keyring) {
          try writer.append(piece)
        }
        return try writer.close()
      }
      return try await body(file)
    } catch {
      if let fault = error as? FileFault { throw .refused(Refusal(fault)) }
      throw ServiceError(error)
    }
  }

  /// Removes files in the clear that a killed program left. Meant for the program's start.
  public static func removeLeftFiles() { PrivateFolder.sweep() }
}
