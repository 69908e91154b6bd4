// SPDX-License-Identifier: Apache-2.0

// Tables.
// Where a local property has the same name, write `Markup.label(…)`.

/// `<caption>`: what the table shows.
public func caption(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("caption", attributes, content: content)
}

/// `<table>`: rows and columns.
public func table(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("table", attributes, content: content)
}

/// `<tbody>`: the rows.
public func tbody(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("tbody", attributes, content: content)
}

/// `<td>`: a value.
public func td(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("td", attributes, content: content)
}

/// `<tfoot>`: sums.
public func tfoot(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("tfoot", attributes, content: content)
}

/// `<th>`: a head; always with `.scope`.
public func th(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("th", attributes, content: content)
}

/// `<thead>`: the heads of the columns.
public func thead(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("thead", attributes, content: content)
}

/// `<tr>`: a row.
public func tr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element("tr", attributes, content: content)
}
