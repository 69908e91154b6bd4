// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the conversation's pages.
enum ConversationTexts {
  static let title = Bilingual(sv: "Meddelanden", en: "Messages")
  static let lead = Bilingual(
    sv: "Frågor och svar mellan parterna i ärendet. Bara de som deltar i en tråd kan läsa den.",
    en: "Questions and answers between the parties of the case. Only those who take part in a "
      + "thread can read it.")
  static let threads = Bilingual(sv: "Trådar i ärendet", en: "Threads of the case")
  static let none = Bilingual(
    sv: "Ingen har skrivit något än", en: "Nobody has written anything yet")
  static let noneText = Bilingual(
    sv: "Det som skrivs till din organisation om ärendet visas här.",
    en: "What is written to your organisation about the case is shown here.")
  static let ownLead = Bilingual(
    sv: "Här kan du skriva till dem som utreder dig och till Försäkringskassan. Är det bråttom, "
      + "ring i stället.",
    en: "Here you can write to those who assess you and to Försäkringskassan. If it is urgent, "
      + "call instead.")
  static let ownThreads = Bilingual(sv: "Det ni har skrivit", en: "What has been written")
  static let ownNew = Bilingual(sv: "Skriv ett meddelande", en: "Write a message")
  static let ownWithHint = Bilingual(
    sv: "Bara de som du kryssar för läser det ni skriver till varandra.",
    en: "Only those that you tick read what you write to each other.")
  static let ownMatter = Bilingual(sv: "Min utredning i stort", en: "My assessment in general")
  static let ownSubjectHint = Bilingual(
    sv: "Några ord. Skriv inget om din hälsa här, utan i meddelandet.",
    en: "A few words. Write nothing of your health here, but in the message.")
  static let ownNone = Bilingual(
    sv: "Det som skrivs till dig visas här.", en: "What is written to you is shown here.")
  static let backToCase = Bilingual(sv: "Till ärendet", en: "To the case")

  static let new = Bilingual(sv: "Ny tråd", en: "New thread")
  static let with = Bilingual(sv: "Till vem skriver du?", en: "To whom do you write?")
  static let withHint = Bilingual(
    sv: "Det går bara att skriva till ärendets parter. Ingen kan läggas till i tråden senare.",
    en: "Only the parties of the case can be written to. Nobody can be added to the thread later.")
  static let matter = Bilingual(sv: "Vad gäller det?", en: "What is it about?")
  static let subject = Bilingual(sv: "Ämne", en: "Subject")
  static let subjectHint = Bilingual(
    sv: "Kort, utan namn och diagnoser. Ämnet syns i mottagarnas lista.",
    en: "Short, without names and diagnoses. The subject shows in the recipients' list.")
  static let text = Bilingual(sv: "Meddelande", en: "Message")
  static let send = Bilingual(sv: "Skicka meddelandet", en: "Send the message")
  static let keep = Bilingual(sv: "Spara utkast", en: "Save draft")
  static let kept = Bilingual(
    sv: "Utkastet är sparat. Bara du ser det.", en: "The draft is saved. Only you see it.")
  static let draftShown = Bilingual(
    sv: "Det här är ditt utkast. Det är inte skickat.",
    en: "This is your draft. It has not been sent.")

  static let wholeCase = Bilingual(sv: "Ärendet i stort", en: "The case in general")
  static let visit = Bilingual(sv: "Besök", en: "Visit")
  static let document = Bilingual(sv: "En handling", en: "A document")
  static func documentNamed(_ title: String) -> Bilingual {
    Bilingual(sv: "Handlingen ”\(title)”", en: "The document “\(title)”")
  }
  static let section = Bilingual(sv: "En del av utlåtandet", en: "A part of the statement")

  static let elsewhere = Bilingual(sv: "Det som inte är meddelanden", en: "What is no message")
  static let elsewhereText = Bilingual(
    sv: "Det som ändrar ärendet görs på ärendets sida, så att dagar och ansvar blir rätt:",
    en: "What changes the case is done on the case's page, so that days and duties are right:")
  static let elsewhereItems: [Bilingual] = [
    Bilingual(sv: "beställa och ändra beställningen", en: "order, and change the order"),
    Bilingual(
      sv: "begära och svara på komplettering", en: "ask for a supplement, and answer"),
    Bilingual(sv: "begära och besluta om anstånd", en: "ask for and decide on a deferral"),
    Bilingual(sv: "rapportera avvikelser", en: "report deviations"),
  ]

  static let takesPart = Bilingual(sv: "Vem kan läsa?", en: "Who can read this?")
  static let isFormer = Bilingual(
    sv: "Inte längre part: får inget nytt.", en: "No longer a party: is sent nothing new.")
  static let about = Bilingual(sv: "Gäller", en: "About")
  static let writeAboutDocument = Bilingual(
    sv: "Skriv ett meddelande om handlingen", en: "Write a message about the document")
  static let answer = Bilingual(sv: "Svara", en: "Answer")
  static let sendAnswer = Bilingual(sv: "Skicka svaret", en: "Send the answer")
  static let cannotWrite = Bilingual(sv: "Det går inte att svara.", en: "This cannot be answered.")
  static let cannotBegin = Bilingual(
    sv: "Du kan inte börja en tråd.", en: "You can begin no thread.")
  static let messages = Bilingual(sv: "Meddelanden i tråden", en: "Messages of the thread")
  static let sent = Bilingual(sv: "Meddelandet är skickat.", en: "The message is sent.")
  static let sentText = Bilingual(
    sv: "Här syns när det har lästs.", en: "You will see here when it has been read.")
  static let isNew = Bilingual(sv: "Nytt", en: "New")
  static let readHere = Bilingual(sv: "Läst hit av", en: "Read to here by")
  static let notRead = Bilingual(sv: "Inte läst än av", en: "Not yet read by")
  static let markRead = Bilingual(sv: "Markera som läst", en: "Mark as read")
  static let markReadText = Bilingual(
    sv: "Det nyaste kom medan sidan stod öppen.",
    en: "The newest came while the page stood open.")
  static let isSettled = Bilingual(sv: "Klar", en: "Settled")
  static let toAnswer = Bilingual(sv: "Att besvara", en: "To answer")
  static let waitsForOthers = Bilingual(sv: "Väntar på svar", en: "Waits for an answer")
  static let settledBy = Bilingual(sv: "Klarmarkerad av", en: "Marked as settled by")
  static let changed = Bilingual(
    sv: "Det kom ett meddelande medan du skrev.", en: "A message came while you wrote.")
  static let changedText = Bilingual(
    sv: "Inget är skickat, och det du skrev står kvar. Läs det nya och skicka igen om det "
      + "fortfarande stämmer.",
    en: "Nothing is sent, and what you wrote is still there. Read what is new and send again if "
      + "it still holds.")

  static let ours = Bilingual(sv: "Hos oss", en: "At our organisation")
  static let oursText = Bilingual(
    sv: "Andra organisationer ser inte vem som ansvarar.",
    en: "Other organisations do not see who answers for it.")
  static let assignee = Bilingual(sv: "Ansvarar för tråden:", en: "Answers for the thread:")
  static let nobody = Bilingual(sv: "Ingen än", en: "Nobody yet")
  static let you = Bilingual(sv: "du", en: "you")
  static let take = Bilingual(sv: "Ta över", en: "Take over")
  static let release = Bilingual(sv: "Lämna ifrån dig", en: "Let go")
  static let colleague = Bilingual(sv: "Kollega", en: "Colleague")
  static let choose = Bilingual(sv: "Välj en kollega", en: "Choose a colleague")
  static let handOver = Bilingual(sv: "Lämna över", en: "Hand over")
  static let settle = Bilingual(sv: "Klarmarkera", en: "Mark as settled")
  static let settleText = Bilingual(
    sv: "När inget mer väntas. Alla i tråden ser det, och ett nytt meddelande öppnar den igen.",
    en: "When nothing more is waited for. All in the thread see it, and a new message opens it "
      + "again.")

  static let inboxLead = Bilingual(
    sv: "Allt som har skrivits till din organisation, det senaste först.",
    en: "All that has been written to your organisation, the latest first.")
  static let show = Bilingual(sv: "Vilka trådar", en: "Which threads")
  static let inboxNone = Bilingual(sv: "Här finns inget", en: "There is nothing here")
  static let allThreads = Bilingual(sv: "Visa alla trådar", en: "Show all threads")
  static let between = Bilingual(sv: "Med", en: "With")
  static let last = Bilingual(sv: "Senast", en: "Latest")

  static func filter(_ filter: ThreadListFilter) -> Bilingual {
    switch filter {
    case .unread: Bilingual(sv: "Olästa", en: "Unread")
    case .awaiting: Bilingual(sv: "Att besvara", en: "To answer")
    case .mine: Bilingual(sv: "Mina", en: "Mine")
    case .unassigned: Bilingual(sv: "Utan ansvarig", en: "Unassigned")
    case .all: Bilingual(sv: "Alla", en: "All")
    }
  }

  static func noneOf(_ filter: ThreadListFilter) -> Bilingual {
    switch filter {
    case .unread:
      Bilingual(
        sv: "Allt som har kommit är läst av någon hos er.",
        en: "All that has come has been read by somebody at your organisation.")
    case .awaiting:
      Bilingual(
        sv: "Ingen väntar på svar från er.", en: "Nobody waits for an answer from you.")
    case .mine:
      Bilingual(
        sv: "Du ansvarar inte för någon tråd. Öppna en tråd och välj Ta över.",
        en: "You answer for no thread. Open a thread and choose Take over.")
    case .unassigned:
      Bilingual(
        sv: "Varje öppen tråd har någon som ansvarar.",
        en: "Every open thread has somebody who answers for it.")
    case .all:
      Bilingual(
        sv: "Ingen har skrivit till er än. En tråd börjar på ärendets sida.",
        en: "Nobody has written to you yet. A thread begins on the page of a case.")
    }
  }

  static func threadTitle(_ number: Int) -> Bilingual {
    Bilingual(sv: "Tråd \(number)", en: "Thread \(number)")
  }

  static func messageNumber(_ number: Int) -> Bilingual {
    Bilingual(sv: "Meddelande \(number)", en: "Message \(number)")
  }

  static let newMessages = CountText(
    one: Bilingual(sv: "nytt", en: "new"), many: Bilingual(sv: "nya", en: "new"))
  static let count = CountText(
    one: Bilingual(sv: "meddelande", en: "message"),
    many: Bilingual(sv: "meddelanden", en: "messages"))
}
