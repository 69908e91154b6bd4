// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The names of the fields, and what the buttons do. The first four are those that refusals name.
enum ThreadField {
  static let participants = "participants"
  static let matter = "matter"
  static let subject = "subject"
  static let text = "text"
  static let person = "person"
  /// The last message that the writer had before her.
  static let seen = "sett"
  static let act = "gor"
  /// Files that are chosen to be attached.
  static let files = "filer"
  /// The attachments that the writer had before her, by identity.
  static let attachments = "attachments"
  /// A button that takes one of them away.
  static let remove = "ta-bort"
  /// In the address: what a new thread is about.
  static let about = "om"
  /// A draft that the script keeps, which is answered without a page.
  static let silent = "tyst"
}

/// What a button of the pages asks for.
enum ThreadAct: String, CaseIterable {
  case send = "skicka"
  case attach = "bifoga"
  case draft = "utkast"
  case read = "las"
  case take = "ta-over"
  case release = "slapp"
  case handOver = "lamna-over"
  case settle = "klar"
}

/// What is typed in the form of a new thread or of an answer, and what was wrong with it.
struct ThreadForm: Sendable {
  var values: FormValues
  var refusal: Refusal?
  /// What stands there was kept as a draft.
  var isDraft = false
  /// What waits to go with the message.
  var attachments: [MessageAttachment] = []
  /// Files that were just chosen and not taken, with their sentences.
  var refused: [UnsentModel.Refused] = []

  /// Something has to be put right before it is sent.
  var hasErrors: Bool { refusal != nil || !refused.isEmpty }

  init(_ values: FormValues = FormValues(), refusal: Refusal? = nil, isDraft: Bool = false) {
    self.values = values
    self.refusal = refusal
    self.isDraft = isDraft
  }

  private static let kept = [
    ThreadField.participants, ThreadField.matter, ThreadField.subject, ThreadField.text,
  ]

  /// What is kept of a form; nil where nothing was written.
  ///
  /// - Parameter isWhole: also where only its choices were made, as when files are attached.
  static func draft(_ values: FormValues, isWhole: Bool = false) -> FormDraft? {
    let written = [ThreadField.subject, ThreadField.text].contains { values.text($0) != nil }
    guard written || isWhole else { return nil }
    return FormDraft(fields: values.fields.filter { kept.contains($0.key) })
  }

  /// What to say at a field.
  func error(_ field: String, _ language: Language) -> String? {
    guard let refusal, refusal.field == field else { return nil }
    if refusal.code == .missing { return Self.missing(field)[language] }
    return refusal.text[language]
  }

  func summary(_ language: Language) -> [FieldError] {
    if !refused.isEmpty {
      return [FieldError(ThreadField.files, AttachmentTexts.refusedLead[language])]
    }
    guard let refusal else { return [] }
    let field = refusal.field ?? ThreadField.text
    if field == ThreadField.attachments {
      return [FieldError(ThreadField.files, refusal.text[language])]
    }
    let place = field == ThreadField.participants ? ChoiceField.firstID(of: field) : field
    return [FieldError(place, error(field, language) ?? refusal.text[language])]
  }

  private static func missing(_ field: String) -> Bilingual {
    field == ThreadField.subject
      ? Bilingual(sv: "Skriv vad det gäller i några ord", en: "Say in a few words what it is about")
      : Bilingual(sv: "Skriv ditt meddelande", en: "Write your message")
  }
}
