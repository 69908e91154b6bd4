// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Threads in a list, the latest message first.
struct ThreadList: Sendable {
  struct Item: Sendable {
    let id: CaseNumber
    let number: Int
    let subject: String
    let participants: [Party]
    let updated: Instant
    let messages: Int
    let unread: Int
    let awaitsAnswer: Bool
    let isSettled: Bool
    let assignee: String?
    let lastParty: Party
    let lastAuthor: String
    /// What the thread is about, as the whole list says it in the reader's language.
    let about: ThreadMatter
    let state: Assessment?

    init(_ row: ThreadListRow) {
      id = row.id
      number = row.number
      subject = row.subject
      participants = row.participants
      updated = row.updated
      messages = row.messages
      unread = row.unread
      awaitsAnswer = row.awaitsAnswer
      isSettled = row.isSettled
      assignee = row.assignee?.name
      lastParty = row.lastParty
      lastAuthor = row.lastAuthor
      about = row.matter
      state = nil
    }

    init(_ view: ThreadView, in id: CaseNumber) {
      let thread = view.thread
      let last = thread.messages.last?.author ?? thread.openedBy
      self.id = id
      number = thread.number
      subject = thread.subject
      participants = thread.participants
      updated = thread.updatedAt
      messages = thread.messages.count
      unread = view.unread.count
      awaitsAnswer = view.awaitsAnswer
      isSettled = thread.settled != nil
      assignee = view.assignee?.name
      lastParty = last.party
      lastAuthor = last.name
      about = thread.matter
      state = view.seen
    }
  }

  var items: [Item]
  var names: ThreadNames
  var ownParty: Party
  /// Whether each line says which case it belongs to.
  var showsCase: Bool

  func html(_ language: Language) -> HTML {
    ul(.class("talks")) { for item in items { line(item, language) } }
  }

  private func line(_ item: Item, _ language: Language) -> HTML {
    let others = item.participants.filter { $0 != ownParty }
    return li(.class(item.unread > 0 ? "is-new" : nil)) {
      div(.class("talks__what")) {
        h3 {
          a(.href(SiteAddress.thread(item.id, item.number).href)) { item.subject }
        }
        p(.class("row", "small", "muted")) {
          if showsCase {
            a(.class("ref"), .href(SiteAddress.assessment(item.id).href)) {
              item.id.description
            }
          }
          span { item.about.words(item.state, language) }
          for party in others { names.html(party, language) }
        }
      }
      div(.class("talks__state")) {
        p(.class("row")) {
          if item.unread > 0 {
            Badge(.note, ConversationTexts.newMessages.text(item.unread, language)).html
          }
          state(item, language).html
        }
        p(.class("small", "muted")) {
          item.lastAuthor + ", "
          DateText(language).tag(item.updated)
        }
        if let assignee = item.assignee {
          p(.class("small")) {
            span(.class("muted")) { ConversationTexts.assignee[language] + " " }
            assignee
          }
        }
      }
    }
  }

  private func state(_ item: Item, _ language: Language) -> Badge {
    if item.isSettled { return Badge(.done, ConversationTexts.isSettled[language]) }
    return item.awaitsAnswer
      ? Badge(.soon, ConversationTexts.toAnswer[language], icon: .edit)
      : Badge(.rest, ConversationTexts.waitsForOthers[language])
  }
}
