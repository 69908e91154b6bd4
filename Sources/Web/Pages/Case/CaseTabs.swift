// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The sides of a case that have pages of their own.
struct CaseTabs: Sendable {
  enum Side: Sendable { case overview, documents }

  let tabs: [TabBar.Tab]

  /// Nothing where the case has but one side for the reader.
  init(_ source: CaseSource, current: Side) {
    let list = source.state.order?.documents
    let mayUpload = source.asOf == nil && source.state.uploadAccess(of: source.view.actor) == nil
    guard list != nil || mayUpload else {
      tabs = []
      return
    }
    tabs = [
      TabBar.Tab(
        source.say(CaseTabsTexts.overview), SiteAddress.assessment(source.id).href,
        isCurrent: current == .overview),
      TabBar.Tab(
        source.say(DocumentsTexts.title), SiteAddress.documents(source.id).href,
        count: list?.count ?? 0, isCurrent: current == .documents),
    ]
  }

  func html(_ language: Language) -> HTML {
    tabs.isEmpty ? .empty : TabBar(label: CaseTabsTexts.label[language], tabs: tabs).html
  }
}

enum CaseTabsTexts {
  static let label = Bilingual(sv: "Ärendets sidor", en: "Pages of the case")
  static let overview = Bilingual(sv: "Ärendet", en: "The case")
}
