// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The way from a case to its messages, with what is new there.
struct CaseTalk: Sendable {
  let id: CaseNumber
  /// Threads that the reader may read.
  let threads: Int
  /// Of them, those with something new.
  let unread: Int

  func html(_ language: Language) -> HTML {
    p(.class("row", "section-s", "no-print")) {
      Button.link(
        ConversationTexts.title[language], to: SiteAddress.threads(id).href, .quiet, icon: .mail,
        isSmall: true
      ).html
      if unread > 0 {
        Badge(.note, ConversationTexts.unread.text(unread, language)).html
      } else {
        span(.class("small", "muted")) {
          threads == 0
            ? ConversationTexts.none[language]
            : ConversationTexts.threadCount.text(threads, language)
        }
      }
    }
  }
}
