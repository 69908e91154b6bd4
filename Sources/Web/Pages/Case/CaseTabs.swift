// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The sides of a case that have pages of their own.
struct CaseTabs: Sendable {
  enum Side: Sendable { case overview, documents, messages }

  let tabs: [TabBar.Tab]

  init(_ source: CaseSource, talk: CaseTalk? = nil, current: Side) {
    self.init(
      source.id, source.state, source.view.actor, talk: talk, isNow: source.asOf == nil,
      current: current, source.language)
  }

  /// - Parameters:
  ///   - state: the case as the reader's party sees it.
  ///   - isNow: false where an earlier day is shown, on which nothing can be uploaded.
  init(
    _ id: CaseNumber, _ state: Assessment, _ actor: Actor, talk: CaseTalk?, isNow: Bool = true,
    current: Side, _ language: Language
  ) {
    var tabs = [
      TabBar.Tab(
        (actor.party == .insured ? OwnTexts.title : CaseTabsTexts.overview)[language],
        actor.party == .insured
          ? SiteAddress.ownCase(id).href : SiteAddress.assessment(id).href,
        isCurrent: current == .overview)
    ]
    let list = state.order?.documents
    if list != nil || (isNow && state.uploadAccess(of: actor) == nil) {
      tabs.append(
        TabBar.Tab(
          DocumentsTexts.title[language], SiteAddress.documents(id).href,
          count: list?.count ?? 0, isCurrent: current == .documents))
    }
    if Self.leadsToStatement(state, actor) {
      tabs.append(
        TabBar.Tab(CaseStatementTexts.title[language], SiteAddress.statement(id).href))
    }
    tabs.append(
      TabBar.Tab(
        ConversationTexts.title[language], SiteAddress.threads(id).href, count: talk?.threads,
        news: talk.flatMap { $0.unread == 0 ? nil : CaseTabsTexts.unread($0.unread)[language] },
        isCurrent: current == .messages))
    self.tabs = tabs
  }

  /// Something stands there for her: what was signed, or what she writes.
  private static func leadsToStatement(_ state: Assessment, _ actor: Actor) -> Bool {
    if state.statement != nil {
      return state.statement?.signed != nil && state.documentAccess(of: actor) == nil
    }
    return state.statementAccess(of: actor) == nil && state.order?.isAccepted == true
  }

  func html(_ language: Language) -> HTML {
    TabBar(label: CaseTabsTexts.label[language], tabs: tabs).html
  }
}

/// What a case's tab of messages says.
struct CaseTalk: Sendable {
  /// Threads that the reader may read.
  let threads: Int
  /// Of them, those with something new.
  let unread: Int
}

enum CaseTabsTexts {
  static let label = Bilingual(sv: "Ärendets sidor", en: "Pages of the case")
  static let overview = Bilingual(sv: "Ärendet", en: "The case")

  static func unread(_ count: Int) -> Bilingual {
    Bilingual(sv: count == 1 ? "1 oläst" : "\(count) olästa", en: "\(count) unread")
  }
}
