// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Everything around a page's own content: who is signed in, for which organisation, where the
/// reader is, and where the other pages are.
struct PageFrame: Sendable {
  /// The signed-in person.
  struct User: Sendable {
    var name: String
    /// The page of the account.
    var account: Href
    /// Takes the form that signs out.
    var signOut: Href
  }

  /// An assignment: an organisation and the role the person has in it.
  struct Assignment: Sendable {
    /// What is sent when it is chosen.
    var value: String
    var party: PartyRole
    var organisation: String
    var role: String
  }

  /// The assignment in use and the others that can be switched to.
  struct Office: Sendable {
    var current: Assignment
    var others: [Assignment]
    /// Takes the form with the field `assignment`.
    var switchTo: Href
  }

  /// One line of the navigation.
  struct Destination: Sendable {
    var title: String
    var icon: Icon
    var href: Href
    /// How many wait there; nil shows no number.
    var count: Int?
    /// Marks a number that asks for action.
    var isHot: Bool
    var isCurrent: Bool

    init(
      _ title: String, _ icon: Icon, _ href: Href, count: Int? = nil, isHot: Bool = false,
      isCurrent: Bool = false
    ) {
      self.title = title
      self.icon = icon
      self.href = href
      self.count = count
      self.isHot = isHot
      self.isCurrent = isCurrent
    }
  }

  /// Lines of the navigation under one heading.
  struct Group: Sendable {
    var title: String
    var destinations: [Destination]

    init(_ title: String, _ destinations: [Destination]) {
      self.title = title
      self.destinations = destinations
    }
  }

  /// The demonstration's own day, and where it is changed.
  struct Demonstration: Sendable {
    var day: Day
    var change: Href
  }

  /// Lets an open page follow the journal.
  struct Live: Sendable {
    /// The stream of events that the page listens to.
    var stream: Href
    /// The place in the journal at which the page was made, sealed.
    var place: String
  }

  /// What is printed on top of the page.
  struct PrintHead: Sendable {
    /// `AFU-2026-0412, Region Östergötland`
    var subject: String
    var printed: Instant
    var hasPersonalData: Bool
  }

  /// How the page is laid out.
  enum Layout: Sendable {
    /// Navigation at the side: for those who work here.
    case work
    /// One calm column in larger type: for the insured person.
    case person
    /// One column without navigation: sign-in and faults.
    case solo
  }

  /// Addresses that every page needs.
  struct Addresses: Sendable {
    var home: Href
    /// Takes the exact search in the field `q`; nil hides the search.
    var search: Href?
    var help: Href?
    /// This page in the other language.
    var otherLanguage: Href
    var stylesheet: Href
    var script: Href
    var icon: Href
  }

  var language: Language
  /// The page's title, without the name of the site.
  var title: String
  var addresses: Addresses
  var layout = Layout.work
  /// The session's token, for the forms of the frame; empty when nobody is signed in.
  var token = ""
  var user: User?
  var office: Office?
  var navigation: [Group] = []
  var crumbs: Breadcrumbs?
  /// Links at the foot.
  var footLinks: [(text: String, href: Href)] = []
  var demonstration: Demonstration?
  var live: Live?
  var printHead: PrintHead?
  /// The number of the page in a list, for the title.
  var page: (number: Int, count: Int)?
  /// Whether a form on the page was refused; the title says so first.
  var hasErrors = false
  /// Scripts that only this page needs.
  var moreScripts: [Href] = []
  /// Seconds after which the page is fetched anew where there is no script; nil for never.
  var refreshSeconds: Int?
  /// Keys that only this page knows, for the list of shortcuts.
  var keys: [(key: String, does: Bilingual)] = []
  /// What was just searched for, to stand in the search field again.
  var searched = ""

  /// `Fel: Ny begäran – Samsyn`, `Ärenden, sida 2 av 4 – Samsyn`.
  var fullTitle: String {
    var text = title
    if let page, page.count > 1 {
      text += ShellTexts.pageOf(page.number, page.count)[language]
    }
    if hasErrors { text = ShellTexts.errorPrefix[language] + text }
    return text + " – Samsyn"
  }
}
