// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service
import Statistics

extension MeasureModel {
  /// The selection as chips: the own bounds, which stay, what is usual, and what can be taken away.
  var chips: [FilterChips.Chip] {
    [FilterChips.Chip(scopeName, remove: nil), days] + divisions + caseChips + adjustment
      + restrictions
  }

  private func without(_ change: (inout MeasureFilter) -> Void) -> Href {
    filter.with(change).address(measure.id)
  }

  private var days: FilterChips.Chip {
    let words = MeasureTexts.days(query.from, query.to)[language]
    if filter.from.isEmpty && filter.to.isEmpty { return .init(words, remove: nil, isUsual: true) }
    return .init(
      words,
      remove: without {
        $0.from = ""
        $0.to = ""
      })
  }

  /// What was chosen to divide by; the usual stands in the headings.
  private var divisions: [FilterChips.Chip] {
    var chips: [FilterChips.Chip] = []
    if let period = filter.period {
      chips.append(
        .init(
          MeasureTexts.perPeriod(period)[language], remove: without { $0.period = nil }))
    }
    for dimension in filter.by {
      chips.append(
        .init(
          MeasureTexts.divided(MeasureTexts.dimension(dimension))[language],
          remove: without { $0.by.removeAll { $0 == dimension } }))
    }
    return chips
  }

  private var caseChips: [FilterChips.Chip] {
    guard measure.usesCases else { return [] }
    let words = MeasureTexts.cases(query.cases).asLabel(language)
    return [
      filter.cases.isEmpty
        ? .init(words, remove: nil, isUsual: true)
        : .init(words, remove: without { $0.cases = "" })
    ]
  }

  private var adjustment: [FilterChips.Chip] {
    guard filter.isAdjusted, measure.isAdjustable else { return [] }
    return [
      .init(MeasureTexts.adjustedValue[language], remove: without { $0.isAdjusted = false })
    ]
  }

  private var restrictions: [FilterChips.Chip] {
    filter.codes.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { dimension, codes in
      codes.sorted().map { code in
        FilterChips.Chip(
          "\(MeasureTexts.dimension(dimension)[language]): \(name(code, in: dimension))",
          remove: without {
            $0.codes[dimension]?.remove(code)
            if $0.codes[dimension]?.isEmpty == true { $0.codes[dimension] = nil }
          })
      }
    }
  }
}
