// SPDX-License-Identifier: Apache-2.0

/// Why a file was not taken, or could not be shown. It never holds anything of the file.
public enum FileFault: Error, Hashable, Sendable {
  /// There are no bytes.
  case empty
  /// More bytes than the limit.
  case tooLarge(bytesMax: Int)
  /// Not one of the kinds that are taken.
  case wrongKind(WrongKind)
  /// A PDF with encryption, also one that opens without a password: what must be readable for
  /// decades must not depend on a cipher.
  case encrypted
  /// The file begins as its kind does, but its structure is not sound or it is cut off.
  case broken(FileKind)
  /// More pages than the limit.
  case tooManyPages(pagesMax: Int)
  /// Text in another encoding than UTF-8, or with control characters.
  case textEncoding
  /// There is no such page.
  case noSuchPage
  /// A program that the check needs is not installed.
  case toolMissing(ExternalTool)
  /// The check took more time, memory or output than a reasonable file needs.
  case tooDemanding
  /// The file could not be stored or read while it was checked.
  case storage
  /// The check was cancelled.
  case cancelled
}

extension FileFault: CustomStringConvertible {
  /// A stable code for logs and interfaces, never reused.
  public var code: String {
    switch self {
    case .empty: "file-empty"
    case .tooLarge: "file-too-large"
    case .wrongKind(let kind): "file-wrong-kind-\(kind.rawValue)"
    case .encrypted: "file-encrypted"
    case .broken(let kind): "file-broken-\(kind.rawValue)"
    case .tooManyPages: "file-too-many-pages"
    case .textEncoding: "file-text-encoding"
    case .noSuchPage: "file-no-such-page"
    case .toolMissing: "file-tool-missing"
    case .tooDemanding: "file-too-demanding"
    case .storage: "file-storage"
    case .cancelled: "file-cancelled"
    }
  }

  /// The code, and the tool that is missing.
  public var description: String {
    if case .toolMissing(let tool) = self {
      return "\(code): \(tool.rawValue) of the Debian package \(tool.package)"
    }
    return code
  }

  /// Whether the machine is at fault and the same file may be taken later.
  public var isOurs: Bool {
    switch self {
    case .toolMissing, .storage, .cancelled: true
    default: false
    }
  }
}
