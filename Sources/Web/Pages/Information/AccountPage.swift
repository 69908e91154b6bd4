// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Who is signed in, and what she has chosen for herself.
struct AccountModel: Sendable {
  let member: StaffMember
  let density: DataTable.Density
  /// Other assignments of the same person.
  let others: [StaffMember]

  /// The people of the demonstration with the same name, at other organisations or in other
  /// roles.
  static func others(of member: StaffMember, among people: [StaffMember]) -> [StaffMember] {
    people.filter { $0.name == member.name && $0.id != member.id }
  }
}

func accountPage(_ model: AccountModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(AccountTexts.title[language]).html
    div(.class("stack")) {
      Card("vem", AccountTexts.who[language]) {
        SummaryList([
          .init(AccountTexts.name[language], model.member.name),
          .init(
            AccountTexts.organisation[language],
            html: PartyName(model.member.party.role, model.member.organisation).html(language)),
          .init(AccountTexts.role[language], model.member.title[language]),
        ]).html(language)
      }.html
      if !model.others.isEmpty { assignments(model, frame) }
      Card("visning", AccountTexts.display[language]) {
        p(.class("strong")) { AccountTexts.density[language] }
        DensitySwitch(current: model.density) {
          SiteAddress.account.href([("rader", $0.rawValue)])
        }.html(language)
        p(.class("section-s")) {
          a(
            .href(frame.addresses.otherLanguage), .lang(language == .sv ? "en" : "sv"),
            .hreflang(language == .sv ? "en" : "sv")
          ) { ShellTexts.otherLanguage[language] }
        }
      }.html
      Card("logga-ut", ShellTexts.signOut[language]) {
        p { AccountTexts.signOutText[language] }
        PostForm(to: SiteAddress.signOut.href, token: frame.token, isGuarded: false).html {
          Button.submit(ShellTexts.signOut[language], .quiet).html
        }
      }.html
    }
  }.render()
}

private func assignments(_ model: AccountModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  return Card("uppdrag", AccountTexts.others[language]) {
    PostForm(to: SiteAddress.switchOffice.href, token: frame.token, isGuarded: false).html {
      ul(.class("ruled")) {
        for other in model.others {
          li(.class("row", "row--apart")) {
            span {
              PartyName(other.party.role, other.organisation).html(language)
              " " + other.title[language]
            }
            Button.submit(
              AccountTexts.switchTo[language], .quiet, name: "assignment", value: other.id,
              context: other.organisation, isSmall: true
            ).html
          }
        }
      }
    }
  }.html
}

enum AccountTexts {
  static let title = Bilingual(sv: "Ditt konto", en: "Your account")
  static let who = Bilingual(sv: "Vem du är", en: "Who you are")
  static let name = Bilingual(sv: "Namn", en: "Name")
  static let organisation = Bilingual(sv: "Organisation", en: "Organisation")
  static let role = Bilingual(sv: "Roll", en: "Role")
  static let others = Bilingual(sv: "Dina andra uppdrag", en: "Your other assignments")
  static let switchTo = Bilingual(sv: "Byt till", en: "Change to")
  static let display = Bilingual(sv: "Språk och visning", en: "Language and display")
  static let density = Bilingual(sv: "Radhöjd i tabeller", en: "Height of rows in tables")
  static let signOutText = Bilingual(
    sv: "Utkast som du har sparat finns kvar till nästa gång.",
    en: "Drafts that you have saved remain until next time.")
}
