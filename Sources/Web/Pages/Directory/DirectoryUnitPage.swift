// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// One unit of the directory.
func directoryUnitPage(_ model: DirectoryUnitModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(
      model.name.isEmpty ? DirectoryTexts.unnamed[language] : model.name,
      lead: model.answer.unit + " · "
        + DirectoryTexts.asOf(model.day, latest: model.isLatest, language)
    ).html
    if model.unit == nil { Notice(.soon, DirectoryTexts.gone[language]).html }
    if let latest = model.answer.latest {
      Notice(
        .soon, DirectoryTexts.later[language],
        DirectoryTexts.tie(latest.link)[language] + (latest.careUnit.map { ": \($0)" } ?? "."),
        link: ("\(latest.snapshot)", DirectoryModel.href(unit: model.answer.unit, day: nil))
      ).html
    }
    div(.class("stack")) {
      belonging(model, language)
      if let unit = model.unit { facts(unit, model, language) }
      units(
        "vardenheter", DirectoryTexts.careUnits, model.careUnits.map { ($0, nil) }, model, language)
      units("tillhor", DirectoryTexts.units, model.tied.map { ($0.unit, $0.tie) }, model, language)
      units("under", DirectoryTexts.below, model.below.map { ($0, nil) }, model, language)
      history(model, language)
    }
  }.render()
}

private func belonging(_ model: DirectoryUnitModel, _ language: Language) -> HTML {
  let answer = model.answer
  func unit(_ id: String?, _ name: String?) -> HTML {
    guard let id else { return .text("–") }
    return fragment {
      if name == nil && id != answer.unit {
        "\(id) (\(DirectoryTexts.notInCatalogue[language]))"
      } else {
        directoryLink(name ?? id, href(id, model), language)
      }
      if name != nil {
        " "
        span(.class("muted", "ref")) { id }
      }
    }
  }
  return Card("hor-till", DirectoryTexts.belongs[language]) {
    SummaryList([
      .init(
        DirectoryTexts.careUnit[language], html: unit(answer.careUnit, answer.careUnitName)),
      .init(
        DirectoryTexts.provider[language],
        html: unit(answer.careProvider, answer.careProviderName)),
      .init(DirectoryTexts.tie[language], DirectoryTexts.tie(answer.link)[language]),
    ]).html(language)
    if !answer.notes.isEmpty {
      ul(.class("section-s")) {
        for note in answer.notes { li { DirectoryTexts.note(note)[language] } }
      }
    }
    if let candidates = answer.candidates {
      p { candidates.joined(separator: ", ") }
    }
  }.html
}

private func facts(
  _ unit: DirectoryUnit, _ model: DirectoryUnitModel, _ language: Language
) -> HTML {
  var lines: [SummaryList.Line] = []
  func add(_ term: Bilingual, _ value: String?) {
    if let value, !value.isEmpty { lines.append(.init(term[language], value)) }
  }
  add(DirectoryTexts.kind, flags(unit, language))
  add(DirectoryTexts.publicName, unit.publicName == unit.name ? nil : unit.publicName)
  add(DirectoryTexts.organisationNumber, unit.organisationNumber)
  add(DirectoryTexts.dates, span(unit))
  add(DirectoryTexts.place, model.above.joined(separator: " › "))
  for attribute in DirectoryAttribute.allCases {
    add(
      DirectoryTexts.attribute(attribute),
      model.attributes?.values[attribute]?.joined(separator: ", "))
  }
  return Card("uppgifter", DirectoryTexts.facts[language]) {
    SummaryList(lines).html(language)
  }.html
}

/// What the unit is; nil where it is nothing special.
private func flags(_ unit: DirectoryUnit, _ language: Language) -> String? {
  let names = unit.flags.names.map { DirectoryTexts.flag($0)[language] }
  return names.isEmpty ? nil : names.joined(separator: ", ")
}

/// `2014-03-28–2016-09-11`, open where nothing is told; nil where neither is.
private func span(_ unit: DirectoryUnit) -> String? {
  if unit.starts == nil && unit.ends == nil { return nil }
  return "\(unit.starts?.description ?? "")–\(unit.ends?.description ?? "")"
}

/// A list of units; nothing where there are none.
private func units(
  _ id: String, _ title: Bilingual, _ units: [(unit: DirectoryUnit, tie: CareUnitTie?)],
  _ model: DirectoryUnitModel, _ language: Language
) -> HTML {
  if units.isEmpty { return .empty }
  let shown = units.prefix(DirectoryUnitModel.rows)
  let hasTies = shown.contains { $0.tie != nil }
  let columns: [DataTable.Column] = [
    .init(DirectoryTexts.name[language]), .init("HSA-id"),
    .init((hasTies ? DirectoryTexts.tie : DirectoryTexts.dates)[language]),
  ]
  return Card(
    id, title[language], aside: .text(CountText.grouped(units.count)),
    foot: units.count > shown.count ? .text(DirectoryTexts.truncated[language]) : .empty,
    isFlush: true
  ) {
    DataTable(
      id: id + "-tabell", caption: title[language], columns: columns,
      rows: shown.map { one in
        [
          directoryLink(one.unit.name, href(one.unit.id, model), language),
          Markup.span(.class("ref")) { one.unit.id },
          .text(one.tie.map { DirectoryTexts.tie($0)[language] } ?? span(one.unit) ?? "–"),
        ]
      }
    ).html(language)
  }.html
}

private func history(_ model: DirectoryUnitModel, _ language: Language) -> HTML {
  Card("historik", DirectoryTexts.history[language], isFlush: true) {
    DataTable(
      id: "historik-tabell", caption: DirectoryTexts.history[language],
      columns: [
        .init(DirectoryTexts.historyFrom[language]),
        .init(DirectoryTexts.historyUntil[language]), .init(DirectoryTexts.name[language]),
        .init(DirectoryTexts.kind[language]), .init(DirectoryTexts.place[language]),
      ],
      rows: model.history.suffix(DirectoryUnitModel.rows).reversed().map { dated in
        [
          .text("\(dated.from)"),
          .text(dated.until?.description ?? DirectoryTexts.still[language]),
          .text(dated.unit.name),
          .text(flags(dated.unit, language) ?? "–"),
          .text(dated.unit.place.above.joined(separator: " › ")),
        ]
      }
    ).html(language)
  }.html
}

private func href(_ id: String, _ model: DirectoryUnitModel) -> Href {
  DirectoryModel.href(unit: id, day: model.isLatest ? nil : model.day)
}
