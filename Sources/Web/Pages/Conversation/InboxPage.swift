// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The organisation's threads in all cases.
struct InboxModel: Sendable {
  let filter: ThreadListFilter
  let page: ThreadPage
  let counts: ThreadCount
  let names: ThreadNames
  let actor: Actor
  /// From 1.
  let number: Int

  func count(_ filter: ThreadListFilter) -> Int? {
    switch filter {
    case .unread: counts.unread
    case .awaiting: counts.awaiting
    case .mine: counts.mine
    case .unassigned: counts.unassigned
    case .all: nil
    }
  }

  static func address(_ filter: ThreadListFilter, after cursor: String? = nil, page: Int = 1)
    -> Href
  {
    var query = [("visa", filter.rawValue)]
    if let cursor { query += [("efter", cursor), ("sida", "\(page)")] }
    return SiteAddress.inbox.href(query)
  }
}

/// The page of the inbox.
func inboxPage(_ model: InboxModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(
      ConversationTexts.title[language], lead: ConversationTexts.inboxLead[language]
    ).html
    TabBar(
      label: ConversationTexts.show[language],
      tabs: ThreadListFilter.allCases.map { filter in
        TabBar.Tab(
          ConversationTexts.filter(filter)[language], InboxModel.address(filter),
          count: model.count(filter), isCurrent: filter == model.filter)
      }
    ).html
    h2(.class("sr")) { ConversationTexts.filter(model.filter)[language] }
    if model.page.rows.isEmpty {
      EmptyState(
        title: ConversationTexts.inboxNone[language],
        text: ConversationTexts.noneOf(model.filter)[language],
        action: model.filter == .all
          ? .link(FrameTexts.cases[language], to: SiteAddress.cases.href, .quiet)
          : .link(
            ConversationTexts.allThreads[language], to: InboxModel.address(.all), .quiet),
        icon: .mail
      ).html
    } else {
      ThreadList(
        items: model.page.rows.map(ThreadList.Item.init), names: model.names,
        ownParty: model.actor.party, showsCase: true
      ).html(language)
    }
    PagePath(
      page: model.number, pageCount: nil,
      previous: model.number > 1 ? InboxModel.address(model.filter) : nil,
      previousIsFirst: true,
      next: model.page.next.map {
        InboxModel.address(model.filter, after: $0, page: model.number + 1)
      }
    ).html(language)
  }.render()
}
