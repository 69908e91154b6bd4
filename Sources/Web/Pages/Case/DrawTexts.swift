// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words of the draw's replay.
enum DrawTexts {
  static let title = Bilingual(sv: "Lottningen", en: "The draw")
  static let lead = Bilingual(
    sv: "Regionen förseglade en hemlighet när begäran kom in, innan någon kunde veta vem som "
      + "skulle lottas fram. Hemligheten och ärendets nummer ger tillsammans ett frö, och fröet "
      + "pekar ut en av utförarna med ledig plats. Alla har lika stor chans. Eftersom "
      + "hemligheten var låst i förväg kan ingen ha påverkat utfallet i efterhand.",
    en: "The region sealed a secret when the request came in, before anybody could know who "
      + "would be drawn. The secret and the number of the case together give a seed, and the "
      + "seed points out one of the performers with a free place. All have the same chance. "
      + "Since the secret was locked beforehand nobody can have changed the outcome later.")
  static let none = Bilingual(sv: "Ingen lottning har gjorts", en: "No draw has been made")
  static let noneText = Bilingual(
    sv: "Utföraren i ärendet är inte vald genom lottning, eller så är ingen vald än.",
    en: "The performer was not chosen by a draw, or nobody is chosen yet.")
  static let back = Bilingual(sv: "Till ärendet", en: "To the case")
  static let sound = Bilingual(
    sv: "Lottningen är gjord om på den här sidan och allt stämmer.",
    en: "The draw was repeated for this page and everything agrees.")
  static let unsound = Bilingual(
    sv: "Lottningen stämmer inte.", en: "The draw does not agree.")
  static let unsoundText = Bilingual(
    sv: "Minst en av kontrollerna nedan visar fel. Kontakta regionen.",
    en: "At least one of the checks below fails. Contact the region.")
  static let pot = Bilingual(sv: "Utförarna i lottningen", en: "The performers in the draw")
  static let potCaption = Bilingual(
    sv: "Utförare i den ordning som användes, med lediga platser",
    en: "Performers in the order that was used, with free places")
  static let performer = Bilingual(sv: "Utförare", en: "Performer")
  static let free = Bilingual(sv: "Lediga platser", en: "Free places")
  static let place = Bilingual(sv: "Nummer", en: "Number")
  static let outcome = Bilingual(sv: "Utfall", en: "Outcome")
  static let wasDrawn = Bilingual(sv: "Lottades fram", en: "Was drawn")
  static let notInPot = Bilingual(sv: "Inte med: ingen ledig plats", en: "Not in: no free place")
  static let checks = Bilingual(sv: "Fyra kontroller", en: "Four checks")
  static let committed = Bilingual(
    sv: "Kontrollsumman är densamma som förseglades med begäran",
    en: "The checksum is the one that was sealed with the request")
  static let secret = Bilingual(
    sv: "Hemligheten ger kontrollsumman", en: "The secret gives the checksum")
  static let seed = Bilingual(
    sv: "Hemligheten och ärendets nummer ger fröet",
    en: "The secret and the number of the case give the seed")
  static let drawn = Bilingual(
    sv: "Fröet pekar ut den utförare som valdes", en: "The seed points out the chosen performer")
  static let ok = Bilingual(sv: "Stämmer", en: "Agrees")
  static let notOK = Bilingual(sv: "Stämmer inte", en: "Does not agree")
  static let notTold = Bilingual(sv: "Inte skickat till er", en: "Not sent to you")
  static let record = Bilingual(sv: "Det som användes", en: "What was used")
  static let commitment = Bilingual(sv: "Kontrollsumma", en: "Checksum")
  static let secretWord = Bilingual(sv: "Hemlighet", en: "Secret")
  static let seedWord = Bilingual(sv: "Frö", en: "Seed")
  static let byHand = Bilingual(sv: "Kontrollera själv", en: "Check it yourself")
  static let program = Bilingual(
    sv: "Med programmet Samsyn:", en: "With the program Samsyn:")
  static let commands = Bilingual(
    sv: "Utan Samsyn, på en dator med sha256sum. Den första raden ger kontrollsumman, den andra "
      + "fröet och den sista numret på den utförare som lottades fram:",
    en: "Without Samsyn, on a computer with sha256sum. The first result is the checksum, the "
      + "second the seed and the last the number of the performer that was drawn:")

  static func drew(_ name: String) -> Bilingual {
    Bilingual(sv: "\(name) lottades fram.", en: "\(name) was drawn.")
  }

  static func arithmetic(_ step: DrawModel.Arithmetic) -> Bilingual {
    Bilingual(
      sv: "Fröets siffror \(step.digits) är talet \(step.number). Delat med \(step.potSize) "
        + "utförare blir resten \(step.place), och det är numret på den som lottades fram.",
      en: "The seed's digits \(step.digits) are the number \(step.number). Divided by "
        + "\(step.potSize) performers the remainder is \(step.place), the number of the one "
        + "that was drawn.")
  }
}
