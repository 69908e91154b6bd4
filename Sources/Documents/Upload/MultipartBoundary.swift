// SPDX-License-Identifier: Apache-2.0

/// What stands between the parts of a form: the `boundary` of its Content-Type.
public struct MultipartBoundary: Hashable, Sendable {
  /// 1 to 70 of the characters in RFC 2046 section 5.1.1; a space is never last.
  public let bytes: [UInt8]

  /// The boundary in the value of a Content-Type header, quoted or not.
  ///
  /// Throws `contentType` when the header is something else than `multipart/form-data` with
  /// well-formed parameters, and `boundary` when the boundary is missing or not well-formed.
  public init(contentType: String) throws(UploadFault) {
    guard let value = HeaderValue(Array(contentType.utf8)[...]),
      value.main == "multipart/form-data"
    else { throw .contentType }
    guard let boundary = value["boundary"] else { throw .boundary }
    try self.init(bytes: boundary)
  }

  /// A boundary as it is. Throws `boundary` when it is not well-formed.
  public init(bytes: [UInt8]) throws(UploadFault) {
    guard (1...70).contains(bytes.count), bytes.last != 0x20,
      bytes.allSatisfy(MultipartBoundary.isAllowed)
    else { throw .boundary }
    self.bytes = bytes
  }

  /// The line end, the two hyphens and the boundary: what ends a part. Nothing but its first
  /// byte is a CR, which makes it simple to search for.
  var delimiter: [UInt8] { [0x0D, 0x0A, 0x2D, 0x2D] + bytes }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "'()+_,-./:=? ".utf8.contains(byte)
    }
  }
}
