// SPDX-License-Identifier: Apache-2.0

// Forms.
// Where a local property has the same name, write `Markup.label(…)`.

/// `<button>`: does something; always with `.type`.
public func button(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("button", attributes, content: content)
}

/// `<datalist>`: suggestions for a text field.
public func datalist(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("datalist", attributes, content: content)
}

/// `<fieldset>`: fields that answer one question.
public func fieldset(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("fieldset", attributes, content: content)
}

/// `<form>`: what is sent together.
public func form(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("form", attributes, content: content)
}

/// `<input>`: a field.
public func input(_ attributes: Attribute...) -> HTML { .void("input", attributes) }

/// `<label>`: the name of a field; always with `.for`.
public func label(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("label", attributes, content: content)
}

/// `<legend>`: the question of a `<fieldset>`.
public func legend(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("legend", attributes, content: content)
}

/// `<option>`: one option of a `<select>`.
public func option(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("option", attributes, content: content)
}

/// `<output>`: what was computed.
public func output(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("output", attributes, content: content)
}

/// `<select>`: a choice out of many.
public func select(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("select", attributes, content: content)
}

/// `<textarea>`: a field of several lines.
public func textarea(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("textarea", attributes, content: content)
}
