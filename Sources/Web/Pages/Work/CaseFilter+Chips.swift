// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

extension CaseFilter {
  /// Every filter that holds, each with the list without it. Order is no filter and stays.
  func chips(
    performers: [HSAID: String], today: Day, _ language: Language
  ) -> [FilterChips.Chip] {
    var chips: [FilterChips.Chip] = []
    func add(_ text: String, without change: (inout CaseFilter) -> Void) {
      var other = self
      change(&other)
      chips.append(.init(text, remove: other.address))
    }
    if state != .running { add(CasesTexts.state(state)[language]) { $0.state = .running } }
    if let standing { add(standing.label[language]) { $0.standing = nil } }
    if let nextActor {
      add(CasesTexts.nextStepAt[language] + " " + nextActor.inSentence[language]) {
        $0.nextActor = nil
      }
    }
    if let id = try? HSAID(performer) {
      add(performers[id] ?? id.description) { $0.performer = "" }
    }
    if let day = TypedDay.read(from, today: today) {
      add("\(CasesTexts.dueFrom[language]) \(day)") { $0.from = "" }
    }
    if let day = TypedDay.read(to, today: today) {
      add("\(CasesTexts.dueTo[language]) \(day)") { $0.to = "" }
    }
    if onlyDeviations { add(CasesTexts.withDeviations[language]) { $0.onlyDeviations = false } }
    return chips
  }

  /// The list without any filter, in the same order.
  var cleared: Href {
    var other = CaseFilter()
    other.sort = sort
    other.isDescending = isDescending
    return other.address
  }

  /// Whether anything but the order is chosen.
  var isNarrowed: Bool {
    var plain = CaseFilter()
    plain.sort = sort
    plain.isDescending = isDescending
    plain.cursor = cursor
    plain.page = page
    return plain != self
  }
}
