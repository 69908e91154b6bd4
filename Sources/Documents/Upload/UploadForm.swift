// SPDX-License-Identifier: Apache-2.0

/// A form that was sent with files, read to its end. The files lie in a private folder.
public struct UploadForm: Sendable {
  /// A field with its value.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// What was written, with line ends as they were sent.
    public let value: String
  }

  /// A file that was chosen.
  public struct File: Sendable {
    /// The name of the field in which it was chosen.
    public let field: String
    /// Its own name, fit to show; see `UploadPart.Kind.file`.
    public let name: String
    /// Its content, unchecked: see `FileCheck`.
    public let content: PrivateFile
  }

  /// Fields in the order they were sent; a name may come several times.
  public let fields: [Field]
  /// Files in the order they were sent. Fields in which none was chosen give nothing.
  public let files: [File]

  /// The value of the first field with the name; nil when there is none.
  public func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Reads a form from the pieces of a body. Files are written as they come and never held in
  /// memory.
  ///
  /// Throws `UploadFault`, `FileFault.storage` when a file cannot be written, and what the body
  /// itself throws.
  public static func read<Pieces: AsyncSequence>(
    _ pieces: Pieces, boundary: MultipartBoundary, limits: UploadLimits = .standard,
    into folder: PrivateFolder
  ) async throws -> UploadForm where Pieces.Element == ArraySlice<UInt8> {
    var reader = MultipartReader(boundary: boundary, limits: limits)
    var assembly = FormAssembly(folder: folder)
    for try await piece in pieces {
      for event in try reader.feed(piece) { try assembly.take(event) }
    }
    try reader.finish()
    return UploadForm(fields: assembly.fields, files: assembly.files)
  }
}

/// Makes fields and files of a reader's events.
private struct FormAssembly {
  let folder: PrivateFolder
  var fields: [UploadForm.Field] = []
  var files: [UploadForm.File] = []
  private var part: UploadPart?
  private var value: [UInt8] = []
  private var writer: FileWriter?

  init(folder: PrivateFolder) { self.folder = folder }

  mutating func take(_ event: MultipartReader.Event) throws {
    switch event {
    case .partBegins(let part):
      self.part = part
      value = []
      if case .file = part.kind { writer = try FileWriter(in: folder) }
    case .bytes(let bytes):
      if let writer { try writer.append(bytes) } else { value += bytes }
    case .partEnds: try endPart()
    case .end: break
    }
  }

  private mutating func endPart() throws {
    guard let part else { return }
    switch part.kind {
    case .noFile: break
    case .field:
      guard let text = String(validating: value, as: UTF8.self) else {
        throw UploadFault.textEncoding
      }
      fields.append(UploadForm.Field(name: part.name, value: text))
    case .file(let name):
      guard let content = try writer?.close() else { return }
      files.append(UploadForm.File(field: part.name, name: name, content: content))
    }
    writer = nil
    self.part = nil
  }
}
