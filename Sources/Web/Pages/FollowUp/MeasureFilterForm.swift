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
  var faults: [(field: String, text: String)] = []
  let language: Language

  private var filter: MeasureFilter { model.filter }
  private var measure: MeasureDefinition { model.measure }

  var html: HTML {
    MeasureFilterFields(
      filter: filter, measure: measure, reader: model.answer.reader, units: units,
      labels: model.answer.labels, faults: faults, language: language
    ).html
  }
}

/// The fields of a selection.
struct MeasureFilterFields {
  typealias Name = MeasureFilter.Name

  let filter: MeasureFilter
  let measure: MeasureDefinition
  let reader: FollowUpReader
  let units: [UnitTable.Unit]
  let labels: MeasureLabels
  let faults: [(field: String, text: String)]
  let language: Language

  var html: HTML {
    form(.class("form-s"), .action(SiteAddress.measure(measure.id).href), .method(.get)) {
      if let purpose = filter.purpose {
        input(.type(Attribute.InputKind.hidden), .name(Name.purpose), .value(purpose.rawValue))
      }
      div(.class("filter")) {
        day(Name.from, MeasureTexts.from, filter.from)
        day(Name.to, MeasureTexts.to, filter.to)
        select(
          Name.period, MeasureTexts.period, choices(measure.dimensions.filter(\.isTime)),
          filter.period?.rawValue ?? "", prompt: MeasureTexts.usual)
        select(
          Name.by, MeasureTexts.by, choices(dimensions), filter.by.first?.rawValue ?? "",
          prompt: MeasureTexts.usual)
        select(
          Name.secondBy, MeasureTexts.secondBy, choices(dimensions),
          filter.by.dropFirst().first?.rawValue ?? "", prompt: MeasureTexts.nothing)
        if measure.usesCases { cases }
        for dimension in restricting { codes(dimension) }
      }
      CheckField(
        frame: FieldFrame(Name.adjusted, MeasureTexts.adjusted[language], id: "f-justerad"),
        isChecked: filter.isAdjusted
      ).html(language)
      Button.submit(MeasureTexts.show[language], icon: .filter, isSmall: true).html
    }
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
    typed(name, label, value, hint: nil, mode: "numeric")
  }

  private var cases: HTML {
    typed(
      Name.cases, MeasureTexts.cases, filter.cases, hint: MeasureTexts.casesHint, mode: nil)
  }

  private func typed(
    _ name: String, _ label: Bilingual, _ value: String, hint: Bilingual?, mode: String?
  ) -> HTML {
    let frame = FieldFrame(
      name, label[language], hint: hint?[language], error: fault(name), id: "f-" + name)
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
        dimension.rawValue, MeasureTexts.dimension(dimension),
        chosen.joined(separator: ", "), hint: MeasureTexts.codesHint, mode: nil)
    }
  }

  private func known(_ dimension: Dimension) -> [Choice] {
    if dimension == .unit {
      return units.map { Choice($0.id, $0.name.isEmpty ? $0.id : $0.name) }
    }
    let codes: [String] =
      switch dimension {
      case .sex: ["kvinna", "man"]
      case .degree: ["25", "50", "75", "100"]
      case .order: ["first", "renewal"]
      case .comorbidity: ["none", "psychiatric", "somatic", "both"]
      case .tie: CareUnitTie.allCases.map(\.rawValue)
      case .background: labels.backgroundCodes
      default: []
      }
    return codes.map { Choice($0, labels.label($0, in: dimension)[language]) }
  }
}
