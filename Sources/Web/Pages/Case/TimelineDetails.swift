// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What stands below an event: the lines that were sent, links to and from corrections, and the
/// way to correct it.
struct TimelineDetails: Sendable {
  let item: CaseTimeline.Item

  /// Characters that a line shows before the rest is folded away.
  static let foldLength = 280
  /// Lines that are shown before the rest is folded away.
  static let shownCount = 3

  func html(_ language: Language) -> HTML {
    fragment {
      list(item.details.prefix(shown), language)
      let rest = item.details.dropFirst(shown)
      if !rest.isEmpty {
        div(.class("small")) {
          Fold(CaseTimelineTexts.more(rest.count)[language]) { list(rest, language) }.html
        }
      }
      if item.isOnlyFacts {
        p(.class("small", "muted")) { CaseTimelineTexts.onlyFacts[language] }
      }
      if !links(language).isEmpty {
        p(.class("small", "row", "no-print")) { for link in links(language) { link.html } }
      }
    }
  }

  /// All of them, unless so many are left that folding them saves room.
  private var shown: Int {
    item.details.count <= Self.shownCount + 1 ? item.details.count : Self.shownCount
  }

  private func list(_ details: ArraySlice<CaseTimeline.Detail>, _ language: Language) -> HTML {
    if details.isEmpty { return .empty }
    return ul(.class("small")) { for detail in details { li { line(detail, language) } } }
  }

  private func line(_ detail: CaseTimeline.Detail, _ language: Language) -> HTML {
    fragment {
      b { detail.label + ":" }
      " "
      if detail.value.count > Self.foldLength {
        Fold(CaseTimelineTexts.wholeText[language]) { p { detail.value } }.html
      } else {
        detail.value
      }
    }
  }

  private func links(_ language: Language) -> [CaseLink] {
    var links: [CaseLink] = []
    if let version = item.correctedBy {
      links.append(
        CaseLink(
          text: CaseTimelineTexts.showCorrection[language],
          href: .fragment(CaseTimeline.anchor(version))))
    }
    if let version = item.corrects {
      links.append(
        CaseLink(
          text: CaseTimelineTexts.showCorrected[language],
          href: .fragment(CaseTimeline.anchor(version))))
    }
    return links + [item.correct].compactMap { $0 }
  }
}
