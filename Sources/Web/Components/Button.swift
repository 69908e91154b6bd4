// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Something to do: a link that looks like a button, or a button that sends its form.
///
/// A button is never greyed out. What cannot be done is left out, or says why in a `TaskList`.
struct Button: Component {
  enum Look: String, Sendable {
    /// The one main thing of a view.
    case main = ""
    case quiet = "btn--quiet"
    case plain = "btn--plain"
    /// Takes back, removes or ends.
    case warn = "btn--warn"
  }

  enum Target: Sendable {
    case link(Href)
    /// Sends the form around it, with a name and value if given.
    case submit(name: String?, value: String)
  }

  var text: String
  var target: Target
  var look: Look
  var icon: Icon?
  /// Words that only assistive technology reads, when the same text stands in many rows.
  var context: String?
  var isSmall = false

  /// A link.
  static func link(
    _ text: String, to href: Href, _ look: Look = .main, icon: Icon? = nil,
    context: String? = nil, isSmall: Bool = false
  ) -> Button {
    Button(
      text: text, target: .link(href), look: look, icon: icon, context: context,
      isSmall: isSmall)
  }

  /// A button that sends its form.
  static func submit(
    _ text: String, _ look: Look = .main, name: String? = nil, value: String = "",
    icon: Icon? = nil, context: String? = nil, isSmall: Bool = false
  ) -> Button {
    Button(
      text: text, target: .submit(name: name, value: value), look: look, icon: icon,
      context: context, isSmall: isSmall)
  }

  var html: HTML {
    let looks = Attribute.class("btn", look.rawValue, isSmall ? "btn--s" : nil)
    switch target {
    case .link(let href): return a(looks, .href(href)) { words }
    case .submit(nil, _): return button(looks, .type(.submit)) { words }
    case .submit(let name, let value):
      return button(looks, .type(.submit), .name(name), .value(value)) { words }
    }
  }

  func html(_ language: Language) -> HTML { html }

  private var words: HTML {
    fragment {
      if let icon { icon.html }
      text
      if let context {
        span(.class("sr")) { " " + context }
      }
    }
  }

  static let name = Bilingual(sv: "Knappar", en: "Buttons")
  static let purpose = Bilingual(
    sv: "En huvudknapp per vy. Knappar görs aldrig grå: säg varför i stället.",
    en: "One main button per view. Buttons are never greyed out: say why instead.")

  static func examples(_ language: Language) -> [Button] {
    let sv = language == .sv
    return [
      .submit(sv ? "Skicka begäran" : "Send the request"),
      .link(
        sv ? "Förhandsgranska" : "Preview", to: .fragment("button"), .quiet, icon: .document),
      .link(sv ? "Avbryt" : "Cancel", to: .fragment("button"), .plain),
      .submit(sv ? "Ta tillbaka begäran" : "Withdraw the request", .warn),
      .link(
        sv ? "Öppna" : "Open", to: .fragment("button"), .quiet, context: "AFU-2026-0412",
        isSmall: true),
    ]
  }
}
