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
  /// What she is told by mail.
  var mail = MailWish.none
  /// The choice was just kept.
  var isMailKept = false

  /// The field of the mail choice.
  static let mailField = "mejl"

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
      mailChoice(model, frame)
      Card("logga-ut", ShellTexts.signOut[language]) {
        p { AccountTexts.signOutText[language] }
        PostForm(to: SiteAddress.signOut.href, token: frame.token, isGuarded: false).html {
          Button.submit(ShellTexts.signOut[language], .quiet).html
        }
      }.html
    }
  }.render()
}

/// Which news are mailed. The mail says nothing of what they are.
private func mailChoice(_ model: AccountModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  return Card("mejlval", AccountTexts.mail[language]) {
    if model.isMailKept { Notice(.done, AccountTexts.mailKept[language]).html }
    p {
      model.member.mail.map { AccountTexts.mailTo($0)[language] }
        ?? AccountTexts.mailUnknown[language]
    }
    PostForm(
      to: SiteAddress.account.href, token: frame.token, isGuarded: false, cssClass: "section-s"
    ).html {
      ChoiceField(
        frame: FieldFrame(
          AccountModel.mailField, AccountTexts.mailWhen[language],
          hint: AccountTexts.mailHint[language]),
        choices: MailWish.allCases.map {
          Choice($0.rawValue, AccountTexts.mailWish($0)[language])
        }, selected: [model.mail.rawValue]
      ).html(language)
      div(.class("field")) { Button.submit(AccountTexts.mailKeep[language], .quiet).html }
    }
  }.html
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
  static let mail = Bilingual(sv: "Mejl om nya meddelanden", en: "Mail about new messages")
  static let mailUnknown = Bilingual(
    sv: "Ingen adress är känd, så inget skickas.",
    en: "No address is known, so nothing is sent.")
  static let mailWhen = Bilingual(sv: "När vill du ha mejl?", en: "When do you want mail?")
  static let mailHint = Bilingual(
    sv: "Mejlet säger bara att det finns något nytt. Det nämner varken ärende eller person.",
    en: "The mail only says that there is something new. It names neither case nor person.")
  static let mailKeep = Bilingual(sv: "Spara valet", en: "Save the choice")
  static let mailKept = Bilingual(sv: "Valet är sparat.", en: "The choice is saved.")

  static func mailTo(_ address: String) -> Bilingual {
    Bilingual(sv: "Skickas till \(address).", en: "Sent to \(address).")
  }

  static func mailWish(_ wish: MailWish) -> Bilingual {
    switch wish {
    case .none: Bilingual(sv: "Aldrig", en: "Never")
    case .daily: Bilingual(sv: "Högst en gång om dagen", en: "At most once a day")
    case .atOnce: Bilingual(sv: "När något nytt kommer", en: "When something new comes")
    }
  }

  static let signOutText = Bilingual(
    sv: "Utkast som du har sparat finns kvar till nästa gång.",
    en: "Drafts that you have saved remain until next time.")
}
