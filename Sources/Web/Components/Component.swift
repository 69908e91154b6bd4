// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// A part that pages are built of: a small model that writes itself as markup.
///
/// Its examples drive the gallery page, the tests and the accessibility check, so that what is
/// looked at, tested and used is the same thing.
protocol Component: Sendable {
  /// What the part is called in the gallery.
  static var name: Bilingual { get }
  /// What it is for, in a sentence or two.
  static var purpose: Bilingual { get }
  /// One of each kind, with believable invented content. Ids differ between components.
  static func examples(_ language: Language) -> [Self]

  /// The part in the language of the page.
  func html(_ language: Language) -> HTML
}
