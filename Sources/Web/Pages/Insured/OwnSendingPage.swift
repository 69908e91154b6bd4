// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The exact list of her own documents that leaves, and to whom, before she sends it.
struct OwnSendingPage: Sendable {
  let view: CaseView
  let list: SentDocuments
  /// The list is another than the one she had before her.
  var isChanged = false

  func render(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let id = view.state.id
    return PageShell(frame) {
      if isChanged {
        ErrorSummary([FieldError(list.id, SentDocuments.changed[language])]).html(language)
      }
      h1 { GivingTexts.sendTitle[language] }
      div(.class("stack")) {
        if list.hasFiles {
          p(.class("lead")) {
            GivingTexts.goesTo(view.state.allocation?.unit.name)[language]
          }
          list.html(SentDocuments.willBeSent, language)
          PostForm(
            to: SiteAddress.ownSending(id).href, token: frame.token,
            hidden: [
              (name: OwnVisitForm.key, value: FormKey.new()),
              (name: SentDocuments.field, value: list.fingerprint),
            ], cssClass: "row"
          ).html {
            Button.submit(GivingTexts.send[language]).html
            Button.link(
              GivingTexts.back[language], to: SiteAddress.documents(id).href, .plain
            ).html
          }
        } else {
          EmptyState(
            title: GivingTexts.nothing[language], text: GivingTexts.nothingText[language],
            icon: .document
          ).html
          p { a(.href(SiteAddress.documents(id).href)) { GivingTexts.add[language] } }
        }
      }
    }.render()
  }
}

enum GivingTexts {
  static let title = Bilingual(sv: "Vill du lägga till något?", en: "Do you want to add anything?")
  static let add = Bilingual(
    sv: "Lägg till egna handlingar", en: "Add documents of your own")
  static let sendTitle = Bilingual(sv: "Skicka dina handlingar", en: "Send your documents")
  static let send = Bilingual(sv: "Skicka", en: "Send")
  static let back = Bilingual(sv: "Tillbaka till handlingarna", en: "Back to the documents")
  static let nothing = Bilingual(
    sv: "Du har inga handlingar att skicka", en: "You have no documents to send")
  static let nothingText = Bilingual(
    sv: "Ladda upp filerna först.", en: "Upload the files first.")
  static let sent = Bilingual(
    sv: "Dina handlingar är skickade till dem som utreder dig och till Försäkringskassan.",
    en: "Your documents are sent to those who assess you and to Försäkringskassan.")
  static let rated = Bilingual(
    sv: "Din självskattning är lämnad. Du kan ändra den tills utlåtandet är skickat.",
    en: "Your self-rating is given. You can change it until the statement is sent.")
  static let ratingTitle = Bilingual(sv: "Din självskattning", en: "Your self-rating")
  static let ratingLead = Bilingual(
    sv: "Hur mycket begränsad är du, som du själv ser det? Det finns inget rätt svar. Läkaren "
      + "bedömer själv, och din skattning står bredvid i utlåtandet.",
    en: "How limited are you, as you see it yourself? There is no right answer. The doctor makes "
      + "an assessment of her own, and your rating stands beside it in the statement.")
  static let caution = Bilingual(
    sv: "Det här är inte Försäkringskassans eget formulär för självskattning. Har du fyllt i det "
      + "följer det med underlaget.",
    en: "This is not Försäkringskassan's own form for self-rating. If you have filled that in, it "
      + "goes with the documents.")
  static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
  static let give = Bilingual(sv: "Lämna självskattningen", en: "Give the self-rating")
  static let rate = Bilingual(sv: "Lämna din självskattning", en: "Give your self-rating")
  static let change = Bilingual(sv: "Läs eller ändra din självskattning", en: "Read or change it")
  static let read = Bilingual(sv: "Läs din självskattning", en: "Read your self-rating")
  static let notRated = Bilingual(sv: "Inte skattad", en: "Not rated")
  static let closed = Bilingual(
    sv: "Självskattningen kan inte ändras längre.", en: "The self-rating can no longer be changed.")
  static let noLevel = Bilingual(
    sv: "Välj en nivå för minst en förmåga", en: "Choose a level for at least one ability")

  static func goesTo(_ unit: String?) -> Bilingual {
    Bilingual(
      sv: "Handlingarna går till \(unit ?? "dem som utreder dig") och till Försäkringskassan. Det "
        + "som är skickat kan inte tas tillbaka.",
      en: "The documents go to \(unit ?? "those who assess you") and to Försäkringskassan. What is "
        + "sent cannot be taken back.")
  }

  static func given(_ at: Instant) -> Bilingual {
    Bilingual(
      sv: "Lämnad \(at.day.shortWords.sv).", en: "Given on \(at.day.shortWords.en).")
  }
}
