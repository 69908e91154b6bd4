// SPDX-License-Identifier: Apache-2.0

/// Collects the pieces between an element's braces.
///
/// A string stands for an escaped text. `if`, `switch` and `for` work as usual.
@resultBuilder
public enum HTMLBuilder {
  /// A piece stands for itself.
  public static func buildExpression(_ part: HTML) -> HTML { part }
  /// A string is an escaped text.
  public static func buildExpression(_ text: String) -> HTML { .text(text) }
  /// Empty braces are nothing.
  public static func buildBlock() -> HTML { .empty }
  /// One piece alone.
  public static func buildBlock(_ part: HTML) -> HTML { part }
  /// Several pieces after one another.
  public static func buildBlock(_ parts: HTML...) -> HTML { .row(parts) }
  /// An `if` that does not hold is nothing.
  public static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  /// The first branch.
  public static func buildEither(first part: HTML) -> HTML { part }
  /// The other branch.
  public static func buildEither(second part: HTML) -> HTML { part }
  /// The pieces of a `for`.
  public static func buildArray(_ parts: [HTML]) -> HTML { .row(parts) }
}

/// The pieces between the braces, without an element around them.
public func fragment(@HTMLBuilder content: () -> HTML) -> HTML { content() }
