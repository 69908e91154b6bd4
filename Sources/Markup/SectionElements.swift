// SPDX-License-Identifier: Apache-2.0

// The parts of a page.
// Where a local property has the same name, write `Markup.label(…)`.

/// `<article>`: something that stands on its own, such as a case.
public func article(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("article", attributes, content: content)
}

/// `<aside>`: what stands beside the subject.
public func aside(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("aside", attributes, content: content)
}

/// `<div>`: a group without meaning of its own.
public func div(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("div", attributes, content: content)
}

/// `<footer>`: the foot of a page or a part.
public func footer(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("footer", attributes, content: content)
}

/// `<h1>`: the page's one main heading.
public func h1(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("h1", attributes, content: content)
}

/// `<h2>`: the heading of a part.
public func h2(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("h2", attributes, content: content)
}

/// `<h3>`: the heading of a part of a part.
public func h3(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("h3", attributes, content: content)
}

/// `<h4>`: the lowest heading in use.
public func h4(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("h4", attributes, content: content)
}

/// `<header>`: the head of a page or a part.
public func header(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("header", attributes, content: content)
}

/// `<hr>`: a change of subject.
public func hr(_ attributes: Attribute...) -> HTML { .void("hr", attributes) }

/// `<main>`: the page's subject.
public func main(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("main", attributes, content: content)
}

/// `<nav>`: a group of links; give it a name.
public func nav(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("nav", attributes, content: content)
}

/// `<section>`: a part with a heading.
public func section(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("section", attributes, content: content)
}

/// `<details>`: what opens on request.
public func details(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("details", attributes, content: content)
}

/// `<summary>`: the visible line of a `<details>`.
public func summary(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("summary", attributes, content: content)
}

/// `<figure>`: a drawing with its caption.
public func figure(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("figure", attributes, content: content)
}

/// `<figcaption>`: the text that says what a drawing shows.
public func figcaption(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("figcaption", attributes, content: content)
}

/// `<dl>`: terms and their values.
public func dl(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("dl", attributes, content: content)
}

/// `<dt>`: a term.
public func dt(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("dt", attributes, content: content)
}

/// `<dd>`: a value.
public func dd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("dd", attributes, content: content)
}

/// `<ul>`: a list in any order.
public func ul(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("ul", attributes, content: content)
}

/// `<ol>`: a list whose order matters.
public func ol(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("ol", attributes, content: content)
}

/// `<li>`: an item of a list.
public func li(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("li", attributes, content: content)
}
