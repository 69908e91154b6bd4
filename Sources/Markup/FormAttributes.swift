// SPDX-License-Identifier: Apache-2.0

/// Attributes of forms and their fields.
extension Attribute {
  /// How a form is sent; `dialog` closes the dialog around it.
  public enum Method: String, Sendable { case get, post, dialog }

  /// The kinds of `<input>`. Dates and numbers are plain text: what a person types is kept.
  public enum InputKind: String, Sendable {
    case text, search, email, tel, password, hidden, radio, checkbox, file
  }

  /// The kinds of `<button>`.
  public enum ButtonKind: String, Sendable { case submit, button }

  /// Where the form is sent.
  public static func action(_ href: Href) -> Attribute { Attribute("action", href.description) }

  /// Another place for this button than the form's own.
  public static func formaction(_ href: Href) -> Attribute {
    Attribute("formaction", href.description)
  }

  /// The id of the form that a control outside it belongs to.
  public static func form(_ id: String) -> Attribute { Attribute("form", id) }

  /// Whether the form asks or changes.
  public static func method(_ method: Method) -> Attribute {
    Attribute("method", method.rawValue)
  }

  /// Sends files as well.
  public static let multipart = Attribute("enctype", "multipart/form-data")

  /// Sends files as well, where this button is what sends the form.
  public static let multipartButton = Attribute("formenctype", "multipart/form-data")

  /// Keeps the browser's own messages away: ours say what to do, in the page's language.
  public static let novalidate = Attribute("novalidate", flag: true)

  /// The kind of field.
  public static func type(_ kind: InputKind) -> Attribute { Attribute("type", kind.rawValue) }
  /// What the button does.
  public static func type(_ kind: ButtonKind) -> Attribute { Attribute("type", kind.rawValue) }

  /// The name that the value is sent under.
  public static func name(_ name: String?) -> Attribute { Attribute("name", name) }

  /// The value of a field, option or button.
  public static func value(_ value: String) -> Attribute { Attribute("value", value) }

  /// The id of the control that a label names.
  public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }

  /// Whether a radio or checkbox is chosen.
  public static func checked(_ isChecked: Bool) -> Attribute {
    Attribute("checked", flag: isChecked)
  }

  /// Whether an option is chosen.
  public static func selected(_ isSelected: Bool) -> Attribute {
    Attribute("selected", flag: isSelected)
  }

  /// Whether several values may be given.
  public static func multiple(_ isMultiple: Bool) -> Attribute {
    Attribute("multiple", flag: isMultiple)
  }

  /// `off`, or a purpose such as `username`.
  public static func autocomplete(_ purpose: String) -> Attribute {
    Attribute("autocomplete", purpose)
  }

  /// `numeric`, `decimal`, `email`: the keyboard that suits; nil leaves it out.
  public static func inputmode(_ mode: String?) -> Attribute { Attribute("inputmode", mode) }

  /// The greatest number of characters; nil leaves it out.
  public static func maxlength(_ count: Int?) -> Attribute {
    Attribute("maxlength", count.map(String.init))
  }

  /// The height of a text area in lines.
  public static func rows(_ count: Int) -> Attribute { Attribute("rows", "\(count)") }

  /// Whether the browser checks the spelling.
  public static func spellcheck(_ isOn: Bool) -> Attribute {
    Attribute("spellcheck", isOn ? "true" : "false")
  }

  /// The kinds of file that are accepted: `application/pdf`.
  public static func accept(_ types: [String]) -> Attribute {
    Attribute("accept", types.isEmpty ? nil : types.joined(separator: ","))
  }

  /// The whole of a `<progress>`.
  public static func max(_ value: Int) -> Attribute { Attribute("max", "\(value)") }
}
