// SPDX-License-Identifier: Apache-2.0

/// The programs that are started beside Samsyn. The raw value is the name of the program.
public enum ExternalTool: String, Hashable, CaseIterable, Sendable {
  /// Checks PDF files.
  case qpdf
  /// Makes a picture of a page.
  case pdftoppm
  /// Takes the text out of a PDF.
  case pdftotext
  /// Starts another program with limits that the system's kernel holds.
  case prlimit
  /// Makes a PDF of a page. Only this one may be missing: the page can be printed instead.
  case weasyprint

  /// Nothing that people must be able to do waits for the program.
  public var isOptional: Bool { self == .weasyprint }

  /// The Debian package that the program comes with.
  public var package: String {
    switch self {
    case .qpdf: "qpdf"
    case .pdftoppm, .pdftotext: "poppler-utils"
    case .prlimit: "util-linux"
    case .weasyprint: "weasyprint"
    }
  }
}
