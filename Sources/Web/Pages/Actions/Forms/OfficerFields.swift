// SPDX-License-Identifier: Apache-2.0
import Domain

/// The questions about Försäkringskassan's officer, an interpreter and special needs, which
/// stand in several forms.
enum OfficerFields {
  static func parts(_ officer: CaseOfficer?, name: String? = nil) -> [FormPart] {
    [
      .line(
        "officer.name", Bilingual(sv: "Handläggare", en: "Case officer"), width: .middle,
        value: officer?.name ?? name),
      .line(
        "officer.phone", Bilingual(sv: "Handläggarens telefon", en: "The officer's telephone"),
        width: .middle, value: officer?.phone),
      .line(
        "officer.email", Bilingual(sv: "Handläggarens e-post", en: "The officer's e-mail"),
        hint: Bilingual(
          sv: "Skriv inga personuppgifter i e-post.", en: "Write no personal data in e-mail."),
        width: .middle, isOptional: true, value: officer?.email),
      .line(
        "officer.office", Bilingual(sv: "Kontor eller grupp", en: "Office or team"),
        width: .middle, isOptional: true, value: officer?.office),
    ]
  }

  static func read(_ form: inout FormReader) -> CaseOfficer? {
    let name = form.text("officer.name")
    let phone = form.text("officer.phone")
    let email = form.optionalText("officer.email")
    let office = form.optionalText("officer.office")
    guard let name, let phone else { return nil }
    return CaseOfficer(name: name, phone: phone, email: email, office: office)
  }
}

enum InterpreterFields {
  static func parts(_ interpreter: Interpreter?) -> [FormPart] {
    [
      .yesNo(
        "interpreter.needed",
        Bilingual(sv: "Behöver personen tolk?", en: "Does the person need an interpreter?"),
        value: interpreter?.needed),
      .line(
        "interpreter.language", Bilingual(sv: "Språk", en: "Language"),
        hint: Bilingual(
          sv: "Bara om personen behöver tolk. Även teckenspråk skrivs här.",
          en: "Only where an interpreter is needed. Sign language is written here too."),
        width: .middle, isOptional: true, value: interpreter?.language),
    ]
  }

  static func read(_ form: inout FormReader) -> Interpreter? {
    let needed = form.yesNo("interpreter.needed")
    let language = form.optionalText("interpreter.language")
    guard let needed else { return nil }
    if !needed, language != nil {
      form.refuse("interpreter.language", Refusal(.languageWithoutNeed).text)
      return nil
    }
    return Interpreter(needed: needed, language: language)
  }
}

/// Questions that are put in the same words wherever they stand.
enum CommonFields {
  static func reason(_ hint: Bilingual? = nil, isOptional: Bool = false, value: String? = nil)
    -> FormPart
  {
    .text(
      "reason", Bilingual(sv: "Skäl", en: "Reason"), hint: hint, isOptional: isOptional,
      value: value)
  }

  static func comment(_ hint: Bilingual? = nil) -> FormPart {
    .text("comment", Bilingual(sv: "Kommentar", en: "Comment"), hint: hint, isOptional: true)
  }

  static func specialNeeds(_ name: String, value: String? = nil) -> FormPart {
    .text(
      name, Bilingual(sv: "Särskilda behov", en: "Special needs"),
      hint: Bilingual(
        sv: "Till exempel lokal som fungerar med rullstol, täta pauser eller ledsagare.",
        en: "For example premises for a wheelchair, frequent breaks or an escort."),
      isOptional: true, value: value)
  }

  /// What the region must not be told.
  static let noIdentity = Bilingual(
    sv: "Skriv inget som visar vem personen är.", en: "Write nothing that shows who it is.")

  static let channel = Bilingual(sv: "Hur?", en: "How?")
  static let channels = FormChoice.all(Channel.allCases, \.label.alone)
}
