// SPDX-License-Identifier: Apache-2.0

/// How much a form with files may hold before it is refused. Every limit is there because the
/// bytes come from outside, before anybody has looked at them.
public struct UploadLimits: Hashable, Sendable {
  /// Parts of the form: fields and files together.
  public let partsMax: Int
  /// The headers of one part with their line ends, in bytes.
  public let headerBytesMax: Int
  /// The value of one field that is no file, in bytes.
  public let fieldBytesMax: Int
  /// One file, in bytes.
  public let fileBytesMax: Int
  /// The whole body with boundaries and headers, in bytes.
  public let totalBytesMax: Int
  /// The name of a field, in bytes of UTF-8.
  public let nameBytesMax: Int

  /// The limits for a page of Samsyn: 200 parts, 8 KiB of headers for each, 256 KiB in a field,
  /// 100 MiB in a file and 210 MiB in all, names of 100 bytes.
  public static let standard = UploadLimits(
    partsMax: 200, headerBytesMax: 8192, fieldBytesMax: 262_144, fileBytesMax: 104_857_600,
    totalBytesMax: 220_200_960, nameBytesMax: 100)

  /// Own limits, in the units of the properties.
  public init(
    partsMax: Int, headerBytesMax: Int, fieldBytesMax: Int, fileBytesMax: Int,
    totalBytesMax: Int, nameBytesMax: Int
  ) {
    self.partsMax = partsMax
    self.headerBytesMax = headerBytesMax
    self.fieldBytesMax = fieldBytesMax
    self.fileBytesMax = fileBytesMax
    self.totalBytesMax = totalBytesMax
    self.nameBytesMax = nameBytesMax
  }
}

/// The limits by name, for the fault that says which one was passed. The raw value is a stable
/// code that is never reused.
public enum UploadLimit: String, Hashable, CaseIterable, Sendable {
  /// `partsMax`.
  case parts
  /// `headerBytesMax`.
  case header
  /// `fieldBytesMax`.
  case field
  /// `fileBytesMax`.
  case file
  /// `totalBytesMax`.
  case total
  /// `nameBytesMax`.
  case name
}
