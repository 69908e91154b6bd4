// SPDX-License-Identifier: Apache-2.0

extension EventText.Detail {
  /// Text as somebody wrote it; nil where none was sent.
  static func text(_ label: Bilingual, _ text: String?) -> Self? {
    guard let text, !text.isEmpty else { return nil }
    return Self(label, Bilingual(text))
  }

  /// Words that Samsyn has in both languages.
  static func words(_ label: Bilingual, _ words: Bilingual?) -> Self? {
    words.map { Self(label, $0) }
  }

  static func day(_ label: Bilingual, _ day: Day?) -> Self? {
    day.map { Self(label, $0.fullWords) }
  }

  static func moment(_ label: Bilingual, _ moment: Instant?) -> Self? {
    moment.map { Self(label, $0.fullWords) }
  }

  /// Yes or no; nil where it was not told.
  static func answer(_ label: Bilingual, _ answer: Bool?) -> Self? {
    answer.map { Self(label, Bilingual.answer($0)) }
  }

  static func professions(_ label: Bilingual, _ professions: [Profession]) -> Self? {
    professions.isEmpty ? nil : Self(label, Bilingual.list(professions.map(\.label)))
  }
}

extension Bilingual {
  /// `ja` or `nej`.
  public static func answer(_ answer: Bool) -> Bilingual {
    answer ? Bilingual(sv: "ja", en: "yes") : Bilingual(sv: "nej", en: "no")
  }

  /// The same words in both languages: names, and what somebody wrote.
  public init(_ same: String) { self.init(sv: same, en: same) }

  /// `läkare och psykolog`, `a doctor and a psychologist`.
  static func list(_ words: [Bilingual]) -> Bilingual {
    Bilingual(sv: list(words.map(\.sv), and: "och"), en: list(words.map(\.en), and: "and"))
  }

  private static func list(_ words: [String], and: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// The words with a capital first letter, to stand alone.
  public var alone: Bilingual {
    Bilingual(
      sv: sv.prefix(1).uppercased() + sv.dropFirst(),
      en: en.prefix(1).uppercased() + en.dropFirst())
  }

  /// The words with a lower-case first letter, to stand inside a sentence, unless they begin
  /// with a name.
  public var insideSentence: Bilingual {
    Bilingual(sv: Self.lowered(sv), en: Self.lowered(en))
  }

  private static func lowered(_ text: String) -> String {
    if text.hasPrefix("Försäkringskassan") || text.hasPrefix("Samsyn") { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// What lines of the texts are called that occur in several of them.
public enum EventLabel {
  public static let reason = Bilingual(sv: "Skäl", en: "Reason")
  public static let cause = Bilingual(sv: "Orsak", en: "Cause")
  public static let comment = Bilingual(sv: "Kommentar", en: "Comment")
  public static let message = Bilingual(sv: "Meddelande", en: "Message")
  public static let question = Bilingual(sv: "Fråga", en: "Question")
  public static let answer = Bilingual(sv: "Svar", en: "Answer")
  public static let answerBy = Bilingual(sv: "Svar önskas senast", en: "Answer wanted by")
  public static let begins = Bilingual(sv: "Börjar", en: "Begins")
  public static let day = Bilingual(sv: "Dag", en: "Day")
  public static let channel = Bilingual(sv: "Sätt", en: "By")
  public static let performer = Bilingual(sv: "Utförare", en: "Performer")
  public static let insuredName = Bilingual(sv: "Namn", en: "Name")
  public static let insuredNumber = Bilingual(sv: "Personnummer", en: "Personal number")
  public static let officer = Bilingual(sv: "Handläggare", en: "Case officer")
  public static let phone = Bilingual(sv: "Telefon", en: "Telephone")
  public static let email = Bilingual(sv: "E-post", en: "E-mail")
  public static let address = Bilingual(sv: "Adress", en: "Address")
  public static let town = Bilingual(sv: "Ort", en: "Town")
  public static let interpreter = Bilingual(sv: "Tolk", en: "Interpreter")
  public static let specialNeeds = Bilingual(sv: "Särskilda behov", en: "Special needs")
  public static let documents = Bilingual(sv: "Handlingar", en: "Documents")
  public static let parts = Bilingual(sv: "Delar av underlaget", en: "Parts of the documents")
  public static let purpose = Bilingual(sv: "Syfte", en: "Purpose")
  public static let background = Bilingual(sv: "Bakgrund", en: "Background")
  public static let plannedActions = Bilingual(sv: "Planerade åtgärder", en: "Planned actions")
  public static let place = Bilingual(sv: "Plats", en: "Place")
  public static let visit = Bilingual(sv: "Besök", en: "Visit")
  public static let lastDay = Bilingual(sv: "Ny sista dag", en: "New last day")
  public static let expectedDay = Bilingual(sv: "Väntas klart", en: "Expected")
  public static let lastSupplementDay = Bilingual(
    sv: "Sista dag för kompletteringsbegäran", en: "Last day to request a supplement")
  public static let agencyNumber = Bilingual(
    sv: "Försäkringskassans nummer", en: "Försäkringskassan's number")
}
