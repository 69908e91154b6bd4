// SPDX-License-Identifier: Apache-2.0

/// Why a form with files was not read. It never holds anything of the form: faults end up in
/// logs and answers.
public enum UploadFault: Error, Hashable, Sendable {
  /// The body is not announced as `multipart/form-data`, or the announcement cannot be read.
  case contentType
  /// There is no boundary, or it breaks the form of RFC 2046 section 5.1.1.
  case boundary
  /// More than a limit allows.
  case limit(UploadLimit)
  /// A line of a header or a boundary does not end with CR and LF.
  case lineEnd
  /// A header goes on over several lines, which RFC 9112 section 5.2 has done away with.
  case headerFolded
  /// A NUL or another control character in a header.
  case controlCharacter
  /// A header that is no name, colon and value, or one that comes twice.
  case headerForm
  /// A part that does not say `form-data` with one name.
  case disposition
  /// A part in base64 or the like, which RFC 7578 section 4.7 has done away with.
  case transferEncoding
  /// A name or a value that is not UTF-8.
  case textEncoding
  /// Bytes for a file that has no name.
  case fileWithoutName
  /// A boundary that is followed by neither a new line nor two hyphens, or something after the
  /// last one.
  case delimiter
  /// The body ended before its last boundary.
  case truncated
  /// The form has been read to its end or has failed, and more was fed.
  case finished
}

extension UploadFault: CustomStringConvertible {
  /// A stable code for logs and interfaces, never reused.
  public var code: String {
    switch self {
    case .contentType: "upload-content-type"
    case .boundary: "upload-boundary"
    case .limit(let limit): "upload-limit-\(limit.rawValue)"
    case .lineEnd: "upload-line-end"
    case .headerFolded: "upload-header-folded"
    case .controlCharacter: "upload-control-character"
    case .headerForm: "upload-header-form"
    case .disposition: "upload-disposition"
    case .transferEncoding: "upload-transfer-encoding"
    case .textEncoding: "upload-text-encoding"
    case .fileWithoutName: "upload-file-without-name"
    case .delimiter: "upload-delimiter"
    case .truncated: "upload-truncated"
    case .finished: "upload-finished"
    }
  }

  /// The code.
  public var description: String { code }
}
