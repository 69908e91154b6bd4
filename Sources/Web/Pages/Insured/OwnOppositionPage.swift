// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Where the insured says that the statement is not to be handed over, or that it may be after all
/// (förordning 2018:1633 11 §).
struct OwnOppositionPage: Sendable {
  /// What she says with the button, whatever has happened since the page was shown.
  static let said = "sagt"
  static let yes = "ja"
  static let no = "nej"

  let id: CaseNumber
  /// She has opposed it before, and takes it back here.
  let isOpposed: Bool
  let formKey: String

  var title: Bilingual {
    isOpposed ? OwnOppositionTexts.withdrawTitle : OwnOppositionTexts.title
  }

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let text = isOpposed ? OwnOppositionTexts.withdrawText : OwnOppositionTexts.text
    return PageShell(frame) {
      h1 { title[language] }
      div(.class("stack", "prose")) {
        for paragraph in text { p { paragraph[language] } }
        PostForm(
          to: SiteAddress.ownOpposition(id).href, token: frame.token, isGuarded: false,
          hidden: [
            (name: OwnVisitForm.key, value: formKey),
            (name: Self.said, value: isOpposed ? Self.yes : Self.no),
          ]
        ).html {
          div(.class("row")) {
            Button.submit(
              (isOpposed ? OwnOppositionTexts.withdraw : OwnOppositionTexts.oppose)[language],
              isOpposed ? .main : .warn
            ).html
            Button.link(
              OwnOppositionTexts.back[language], to: SiteAddress.ownCase(id).href, .plain
            ).html
          }
        }
      }
    }.render()
  }
}

enum OwnOppositionTexts {
  static let title = Bilingual(
    sv: "Om du inte vill att utlåtandet lämnas",
    en: "If you do not want the statement to be handed over")
  static let text = [
    Bilingual(
      sv: "Utlåtandet är det som läkaren skriver efter utredningen. Du kan säga att det inte ska "
        + "lämnas till Försäkringskassan. Då stannar det hos utföraren.",
      en: "The statement is what the doctor writes after the assessment. You can say that it is "
        + "not to be handed over to Försäkringskassan. It then stays with the performer."),
    Bilingual(
      sv: "Försäkringskassan och regionen får veta att du motsätter dig, men inte varför. "
        + "Fråga din handläggare vad det kan betyda för dig innan du bestämmer dig.",
      en: "Försäkringskassan and the region are told that you oppose it, but not why. "
        + "Ask your case officer what that can mean for you before you make up your mind."),
    Bilingual(
      sv: "Du kan ändra dig så länge ärendet inte är avslutat.",
      en: "You can change your mind as long as the case has not ended."),
  ]
  static let withdrawTitle = Bilingual(
    sv: "Låt utlåtandet lämnas", en: "Let the statement be handed over")
  static let withdrawText = [
    Bilingual(
      sv: "Du har sagt att utlåtandet inte ska lämnas till Försäkringskassan. Om du har ändrat "
        + "dig kan läkaren skicka det som vanligt.",
      en: "You have said that the statement is not to be handed over to Försäkringskassan. If "
        + "you have changed your mind, the doctor can send it as usual.")
  ]
  static let oppose = Bilingual(
    sv: "Jag vill inte att det lämnas", en: "I do not want it handed over")
  static let withdraw = Bilingual(sv: "Det får lämnas", en: "It may be handed over")
  static let back = Bilingual(sv: "Tillbaka utan att ändra", en: "Back without a change")
  static let link = Bilingual(
    sv: "Jag vill inte att utlåtandet lämnas", en: "I do not want the statement handed over")
  static let opposed = Bilingual(
    sv: "lämnas inte till Försäkringskassan, eftersom du har sagt det.",
    en: "is not handed over to Försäkringskassan, because you have said so.")
  static let kept = Bilingual(
    sv: "är skickat till Försäkringskassan. Utföraren går igenom det innan du kan läsa det här.",
    en: "is sent to Försäkringskassan. The performer goes through it before you can read it here.")
  static let saidNo = Bilingual(
    sv: "Du har sagt att utlåtandet inte ska lämnas. Utföraren, Försäkringskassan och regionen "
      + "vet det nu.",
    en: "You have said that the statement is not to be handed over. The performer, "
      + "Försäkringskassan and the region know it now.")
  static let saidYes = Bilingual(
    sv: "Du har sagt att utlåtandet får lämnas.",
    en: "You have said that the statement may be handed over.")
}
