// SPDX-License-Identifier: Apache-2.0

/// How large a document may be before it is refused. Every limit is there because a document
/// comes from outside: without them a small message can cost much memory and time.
public struct XMLLimits: Hashable, Sendable {
  /// The whole document, in bytes.
  public let maximumBytes: Int
  /// Elements inside each other, the root counted as 1.
  public let maximumDepth: Int
  /// Elements in the whole document.
  public let maximumElements: Int
  /// Attributes of one element; namespace declarations are not counted.
  public let maximumAttributes: Int
  /// Text directly in one element, or in one attribute, in bytes of UTF-8.
  public let maximumTextBytes: Int

  /// The limits for a contract message: 1 MiB, 32 levels, 10 000 elements, 64 attributes and
  /// 64 KiB of text in one element. A message with every text at its longest is some 60 KiB.
  public static let message = XMLLimits(
    maximumBytes: 1_048_576, maximumDepth: 32, maximumElements: 10_000,
    maximumAttributes: 64, maximumTextBytes: 65_536)

  /// The limits for a document about a certificate: 1 MiB, 48 levels (an envelope and a signature
  /// with its transformations around and inside), 2 000 elements, 64 attributes. A certificate
  /// with every text at its longest and a signature is some 60 KiB and 600 elements; rules compare
  /// its answers with each other, so their number has to be small.
  public static let certificate = XMLLimits(
    maximumBytes: 1_048_576, maximumDepth: 48, maximumElements: 2_000,
    maximumAttributes: 64, maximumTextBytes: 1_048_576)

  /// Own limits, in the units of the properties.
  public init(
    maximumBytes: Int, maximumDepth: Int, maximumElements: Int, maximumAttributes: Int,
    maximumTextBytes: Int
  ) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumElements = maximumElements
    self.maximumAttributes = maximumAttributes
    self.maximumTextBytes = maximumTextBytes
  }
}
