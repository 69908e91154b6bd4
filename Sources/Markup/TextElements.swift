// SPDX-License-Identifier: Apache-2.0

// Running text.
// Where a local property has the same name, write `Markup.label(…)`.

/// `<a>`: a link.
public func a(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("a", attributes, content: content)
}

/// `<abbr>`: an abbreviation.
public func abbr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("abbr", attributes, content: content)
}

/// `<b>`: words that stand out without being more important.
public func b(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("b", attributes, content: content)
}

/// `<blockquote>`: a quotation.
public func blockquote(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("blockquote", attributes, content: content)
}

/// `<br>`: a line break inside one thought.
public func br(_ attributes: Attribute...) -> HTML { .void("br", attributes) }

/// `<code>`: something a machine reads.
public func code(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("code", attributes, content: content)
}

/// `<del>`: what no longer holds.
public func del(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("del", attributes, content: content)
}

/// `<em>`: stress.
public func em(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("em", attributes, content: content)
}

/// `<i>`: another voice.
public func i(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("i", attributes, content: content)
}

/// `<img>`: a picture; always with `.alt`.
public func img(_ attributes: Attribute...) -> HTML { .void("img", attributes) }

/// `<ins>`: what was added.
public func ins(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("ins", attributes, content: content)
}

/// `<kbd>`: a key.
public func kbd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("kbd", attributes, content: content)
}

/// `<mark>`: a passage pointed out.
public func mark(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("mark", attributes, content: content)
}

/// `<p>`: a paragraph.
public func p(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("p", attributes, content: content)
}

/// `<pre>`: text whose line breaks matter.
public func pre(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("pre", attributes, content: content)
}

/// `<progress>`: how far something has come.
public func progress(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("progress", attributes, content: content)
}

/// `<small>`: a side remark.
public func small(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("small", attributes, content: content)
}

/// `<span>`: words without meaning of their own.
public func span(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("span", attributes, content: content)
}

/// `<strong>`: importance.
public func strong(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("strong", attributes, content: content)
}

/// `<sub>`: lowered.
public func sub(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("sub", attributes, content: content)
}

/// `<sup>`: raised.
public func sup(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("sup", attributes, content: content)
}

/// `<time>`: a day or moment; always with `.datetime`.
public func time(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("time", attributes, content: content)
}
