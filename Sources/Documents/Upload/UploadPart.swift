// SPDX-License-Identifier: Apache-2.0

/// What the headers of one part say.
public struct UploadPart: Hashable, Sendable {
  /// What a part holds.
  public enum Kind: Hashable, Sendable {
    /// The value of a field.
    case field
    /// A file, with its name made fit to show: no path, no invisible characters, at most 120
    /// characters, never empty. It is not unique and says nothing of the content.
    case file(name: String)
    /// A file field in which no file was chosen.
    case noFile
  }

  /// The field's name. Several parts may have the same.
  public let name: String
  /// What the part holds.
  public let kind: Kind
  /// The announced media type in lower case without parameters, such as `application/pdf`; nil
  /// when there is none. It is what the sender claims; see `FileSignature` for what a file is.
  public let announcedType: String?

  /// Reads the header lines of a part, each with its CR and LF, without the empty line after
  /// them. Line ends, folding and control characters have been checked by `MultipartReader`.
  init(header: ArraySlice<UInt8>, limits: UploadLimits) throws(UploadFault) {
    var disposition: HeaderValue?
    var type: String?
    var seen: Set<String> = []
    for line in header.split(separator: 0x0A) {
      let (name, content) = try UploadPart.field(line.dropLast())
      let known = ["content-disposition", "content-type", "content-transfer-encoding"]
      guard known.contains(name) else { continue }
      guard seen.insert(name).inserted, let value = HeaderValue(content) else {
        throw .headerForm
      }
      switch name {
      case "content-disposition": disposition = value
      case "content-type": type = value.main
      default:
        guard ["7bit", "8bit", "binary"].contains(value.main) else { throw .transferEncoding }
      }
    }
    guard let disposition, disposition.main == "form-data", let sent = disposition["name"] else {
      throw .disposition
    }
    guard sent.count <= limits.nameBytesMax else { throw .limit(.name) }
    name = try UploadPart.text(sent)
    kind = try UploadPart.kind(disposition)
    announcedType = type
  }

  private static func kind(_ disposition: HeaderValue) throws(UploadFault) -> Kind {
    guard let sent = disposition["filename"] else {
      // RFC 7578 section 4.2 forbids `filename*`. Alone it would make a file a field.
      if disposition["filename*"] != nil { throw .disposition }
      return .field
    }
    return sent.isEmpty ? .noFile : .file(name: FileName.tidy(try text(sent)))
  }

  /// A header's name in lower case, and its value.
  private static func field(
    _ line: ArraySlice<UInt8>
  ) throws(UploadFault) -> (name: String, value: ArraySlice<UInt8>) {
    var rest = line
    guard let name = HeaderValue.token(&rest), rest.popFirst() == UInt8(ascii: ":") else {
      throw .headerForm
    }
    return (String(decoding: name, as: UTF8.self).lowercased(), rest)
  }

  /// A name as text. Browsers write `%22`, `%0D` and `%0A` for the three characters that cannot
  /// stand in a quoted string, and leave every other per cent sign as it is.
  private static func text(_ bytes: [UInt8]) throws(UploadFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .textEncoding }
    guard text.contains("%") else { return text }
    var plain = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "%") {
      plain += rest[..<sign]
      rest = rest[sign...]
      switch rest.prefix(3).uppercased() {
      case "%22":
        plain.append("\"")
        rest = rest.dropFirst(3)
      case "%0D":
        plain.append("\r")
        rest = rest.dropFirst(3)
      case "%0A":
        plain.append("\n")
        rest = rest.dropFirst(3)
      default: plain.append(rest.removeFirst())
      }
    }
    return plain + rest
  }
}
