// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

/// The form that changes the selection. It is sent as an address, so it works without script and
/// can be kept.
struct MeasureFilterForm {
  let model: MeasureModel
  /// The care units that can be chosen by name.
  let units: [UnitTable.Unit]
  let language: Language

  var html: HTML {
    MeasureFilterFields(
      filter: model.filter, measure: model.measure, reader: model.answer.reader, units: units,
      labels: model.answer.labels, edition: model.answer.edition, faults: [], language: language
    ).html
  }
}

/// The fields of a selection: first what most people need, the rest on request.
struct MeasureFilterFields {
  typealias Name = MeasureFilter.Name

  let filter: MeasureFilter
  let measure: MeasureDefinition
  let reader: FollowUpReader
  let units: [UnitTable.Unit]
  let labels: MeasureLabels
  let edition: EditionFacts
  let faults: [(field: String, text: String)]
  let language: Language

  var html: HTML {
    form(.class("form-s", "stack"), .action(SiteAddress.measure(measure.id).href), .method(.get)) {
      if let purpose = filter.purpose {
        input(.type(Attribute.InputKind.hidden), .name(Name.purpose), .value(purpose.rawValue))
      }
      time
      division
      let first = restricting.filter(Self.first.contains)
      if !first.isEmpty {
        part(MeasureTexts.restrictionGroup) { for dimension in first { codes(dimension) } }
      }
      more
      Button.submit(MeasureTexts.show[language], icon: .filter, isSmall: true).html
    }
  }

  /// What most selections are about.
  private static let first: Set<Dimension> = [
    .region, .unit, .sex, .age, .chartGroup, .degree, .order,
  ]
  /// Of which there are so many codes that they are typed.
  private static let typed: Set<Dimension> = [.block, .category, .code]

  /// A part of the form with its fields beside each other.
  private func part(
    _ title: Bilingual, hint: Bilingual? = nil, @HTMLBuilder fields: () -> HTML
  ) -> HTML {
    fieldset(.class("filter-part")) {
      legend { title[language] }
      if let hint { p(.class("hint")) { hint[language] } }
      div(.class("filter")) { fields() }
    }
  }

  private var time: HTML {
    let usual = MeasureFilter().days(through: edition.observedThrough)
    return part(
      MeasureTexts.timeGroup, hint: usual.map { MeasureTexts.usualDays($0.from, $0.to) }
    ) {
      day(Name.from, MeasureTexts.from, filter.from)
      day(Name.to, MeasureTexts.to, filter.to)
      select(
        Name.period, MeasureTexts.period, choices(measure.dimensions.filter(\.isTime)),
        filter.period?.rawValue ?? "", prompt: MeasureTexts.usual)
    }
  }

  private var division: HTML {
    fragment {
      part(MeasureTexts.divisionGroup) {
        select(
          Name.by, MeasureTexts.by, choices(dimensions), filter.by.first?.rawValue ?? "",
          prompt: MeasureTexts.usual)
        select(
          Name.secondBy, MeasureTexts.secondBy, choices(dimensions),
          filter.by.dropFirst().first?.rawValue ?? "", prompt: MeasureTexts.nothing)
      }
      if measure.isAdjustable {
        CheckField(
          frame: FieldFrame(Name.adjusted, MeasureTexts.adjusted[language], id: "f-justerad"),
          isChecked: filter.isAdjusted
        ).html(language)
      }
    }
  }

  /// The rest, which opens when it is asked for, or where it holds something.
  private var more: HTML {
    let rest = restricting.filter { !Self.first.contains($0) }
    let (typed, listed) = (
      rest.filter(Self.typed.contains), rest.filter { !Self.typed.contains($0) }
    )
    let names = rest.map(\.rawValue) + [Name.cases]
    let isOpen =
      !filter.cases.isEmpty || rest.contains { filter.codes[$0] != nil }
      || faults.contains { names.contains($0.field) }
    return Fold(MeasureTexts.moreChoices[language], isOpen: isOpen) {
      div(.class("stack")) {
        if !listed.isEmpty || measure.usesCases {
          part(MeasureTexts.moreGroup) {
            if measure.usesCases { cases }
            for dimension in listed { codes(dimension) }
          }
        }
        if !typed.isEmpty {
          part(MeasureTexts.diagnosisGroup, hint: MeasureTexts.codesHint) {
            for dimension in typed { codes(dimension) }
          }
        }
      }
    }.html(language)
  }

  /// What it can be divided by, time first.
  private var dimensions: [Dimension] { measure.dimensions.filter(reader.uses) }

  /// What it can be restricted by, apart from what the address holds already.
  private var restricting: [Dimension] {
    dimensions.filter { !$0.isTime && ($0 != .region || reader.isContentOnly) }
  }

  private func choices(_ dimensions: [Dimension]) -> [Choice] {
    dimensions.map { Choice($0.rawValue, MeasureTexts.dimension($0)[language]) }
  }

  private func fault(_ name: String) -> String? { faults.first { $0.field == name }?.text }

  private func day(_ name: String, _ label: Bilingual, _ value: String) -> HTML {
    typed(name, label, value, mode: "numeric")
  }

  /// Days without a certificate within a case that are offered; any number can stand in an address.
  private static let gaps = [0, 5, 14, 30, 60]

  private var cases: HTML {
    var choices = [
      Choice(
        SickLeaveDefinition.sfb.rawValue, MeasureTexts.cases(.named(.sfb)).asLabel(language))
    ]
    var gaps = Self.gaps
    if case .own(let days)? = filter.caseDefinition, !gaps.contains(days) { gaps.append(days) }
    choices += gaps.sorted().map {
      Choice("\($0)", MeasureTexts.cases(.own(gapDays: $0)).asLabel(language))
    }
    let isUsual = filter.caseDefinition == .named(.inera)
    return select(
      Name.cases, MeasureTexts.cases, choices, isUsual ? "" : filter.cases,
      prompt: MeasureTexts.cases(.named(.inera)).asBilingualLabel)
  }

  private func typed(
    _ name: String, _ label: Bilingual, _ value: String, mode: String?
  ) -> HTML {
    let frame = FieldFrame(name, label[language], error: fault(name), id: "f-" + name)
    return div(.class(fault(name) == nil ? nil : "filter__wide")) {
      TextField(frame: frame, value: value, inputMode: mode).html(language)
    }
  }

  private func select(
    _ name: String, _ label: Bilingual, _ choices: [Choice], _ selected: String,
    prompt: Bilingual
  ) -> HTML {
    let field = SelectField(
      frame: FieldFrame(name, label[language], error: fault(name), id: "f-" + name),
      choices: choices, selected: selected, prompt: prompt[language], width: .full)
    // Without a fault it stands in the row; with one it needs room for it.
    return fault(name) == nil
      ? field.bare : div(.class("filter__wide")) { field.html(language) }
  }

  /// A list where the codes are known and one at most is chosen, else codes as they are typed.
  @HTMLBuilder private func codes(_ dimension: Dimension) -> HTML {
    let chosen = (filter.codes[dimension] ?? []).sorted()
    let known = known(dimension)
    let isKnown = chosen.allSatisfy { code in known.contains { $0.value == code } }
    if !known.isEmpty, chosen.count <= 1, isKnown {
      select(
        dimension.rawValue, MeasureTexts.dimension(dimension), known, chosen.first ?? "",
        prompt: MeasureTexts.any)
    } else {
      typed(
        dimension.rawValue, MeasureTexts.dimension(dimension), chosen.joined(separator: ", "),
        mode: nil)
    }
  }

  private func known(_ dimension: Dimension) -> [Choice] {
    if dimension == .unit {
      return units.map { Choice($0.id, $0.name.isEmpty ? $0.id : $0.name) }
    }
    if Self.typed.contains(dimension) { return [] }
    return labels.choices(in: dimension, for: reader).map {
      Choice($0, labels.label($0, in: dimension).asLabel(language))
    }
  }
}
