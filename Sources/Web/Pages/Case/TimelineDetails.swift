// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What stands below an event: the lines that were sent, links to and from corrections, and the
/// way to correct it.
struct TimelineDetails: Sendable {
  let item: CaseTimeline.Item

  /// Characters that a line shows before the rest is folded away.
  static let foldLength = 280

  func html(_ language: Language) -> HTML {
    fragment {
      if !item.details.isEmpty {
        ul(.class("small")) { for detail in item.details { li { line(detail, language) } } }
      }
      if item.isOnlyFacts {
        p(.class("small", "muted")) { CaseTimelineTexts.onlyFacts[language] }
      }
      if !links(language).isEmpty {
        p(.class("small", "row", "no-print")) { for link in links(language) { link.html } }
      }
    }
  }

  private func line(_ detail: CaseTimeline.Detail, _ language: Language) -> HTML {
    fragment {
      b { detail.label + ":" }
      " "
      if detail.value.count > Self.foldLength {
        Fold(CaseTimelineTexts.more[language]) { p { detail.value } }.html
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
