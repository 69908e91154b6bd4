// SPDX-License-Identifier: Apache-2.0

/// The longest texts that are received, in characters. The contract sets no limits; these are
/// the ones that the earlier system for the same contract refused longer texts at.
public enum TextLimit {
  /// Codes, identifiers, telephone numbers and postal codes.
  public static let code = 64
  /// Names, addresses and references.
  public static let name = 255
  /// Free text.
  public static let free = 4000
}
