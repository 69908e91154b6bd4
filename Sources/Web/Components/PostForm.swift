// SPDX-License-Identifier: Apache-2.0

import Markup

/// A form that changes something: it carries the session's token, so that no other site can send
/// it.
struct PostForm: Sendable {
  /// The name of the hidden token field.
  static let tokenName = "csrf"

  var action: Href
  /// The token of the session.
  var token: String
  /// Sends files as well.
  var isMultipart = false
  /// Warns before the page is left with what was typed not sent.
  var isGuarded = true
  /// Keeps what is typed as the writer's own draft while she types.
  var isDrafted = false
  /// Values that go along unseen.
  var hidden: [(name: String, value: String)] = []
  var cssClass: String?
  var id: String?

  init(
    to action: Href, token: String, isMultipart: Bool = false, isGuarded: Bool = true,
    isDrafted: Bool = false, hidden: [(name: String, value: String)] = [], cssClass: String? = nil,
    id: String? = nil
  ) {
    self.action = action
    self.token = token
    self.isMultipart = isMultipart
    self.isGuarded = isGuarded
    self.isDrafted = isDrafted
    self.hidden = hidden
    self.cssClass = cssClass
    self.id = id
  }

  /// What is typed is sent while it is typed, where there is script; nil sends it by the button
  /// alone.
  var autosave: AutosaveWords?

  /// The form around its fields.
  func html(@HTMLBuilder fields: () -> HTML) -> HTML {
    form(
      .class(cssClass), .id(id), .method(.post), .action(action), .novalidate,
      .when(isMultipart, .multipart), .data("data-guard", isGuarded ? "yes" : nil),
      .data("data-draft", isDrafted ? "yes" : nil),
      // The browser must not put back old words over what a colleague has written since.
      .when(autosave != nil, .autocomplete("off")), .data("data-autosave", autosave?.status),
      .data("data-saved", autosave?.saved),
      .data("data-saving", autosave?.saving), .data("data-failed", autosave?.failed),
      .data("data-signin", autosave?.signInAgain), .data("data-conflict", autosave?.conflict)
    ) {
      input(.type(Attribute.InputKind.hidden), .name(Self.tokenName), .value(token))
      for pair in hidden {
        input(.type(Attribute.InputKind.hidden), .name(pair.name), .value(pair.value))
      }
      fields()
    }
  }
}

/// The words that the script shows while it saves, and where.
struct AutosaveWords: Sendable {
  /// The id of the element that says how it goes.
  var status: String
  var saved: String
  var saving: String
  var failed: String
  var signInAgain: String
  var conflict: String
}
