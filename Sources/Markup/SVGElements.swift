// SPDX-License-Identifier: Apache-2.0

// Drawings inside the page. Numbers are in the units of the view box.

/// `<svg>`: a drawing; always with `.viewBox`.
public func svg(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("svg", attributes, content: content)
}

/// `<g>`: shapes that belong together.
public func g(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("g", attributes, content: content)
}

/// `<path>`: a line or area.
public func path(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("path", attributes, content: content)
}

/// `<rect>`: a rectangle.
public func rect(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("rect", attributes, content: content)
}

/// `<circle>`: a circle.
public func circle(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("circle", attributes, content: content)
}

/// `<line>`: a straight line.
public func line(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("line", attributes, content: content)
}

/// `<polyline>`: a line through points.
public func polyline(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("polyline", attributes, content: content)
}

/// `<polygon>`: an area through points.
public func polygon(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("polygon", attributes, content: content)
}

/// `<text>`: words in a drawing.
public func svgText(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("text", attributes, content: content)
}
