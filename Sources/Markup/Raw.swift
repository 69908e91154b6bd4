// SPDX-License-Identifier: Apache-2.0

/// Markup that is written without escaping.
///
/// It can only be made from a literal in the source: no value that comes from a person, a file
/// or a message can pass through it.
public struct Raw: Sendable {
  let markup: StaticString

  /// The literal, which has to be well-formed markup on its own.
  public init(_ markup: StaticString) { self.markup = markup }
}
