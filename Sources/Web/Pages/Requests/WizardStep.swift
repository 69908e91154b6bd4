// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// One page of questions in a form of several pages.
struct WizardStep: Sendable {
  /// Its name in the address.
  let id: String
  let address: SiteAddress
  let title: Bilingual
  let lead: Bilingual
  let parts: [FormPart]
  let values: FormValues
  let errors: FormErrors

  /// - Parameter read: reads the answers, to find what is wrong with them.
  init(
    _ id: String, at address: SiteAddress, _ title: Bilingual, lead: Bilingual,
    parts: [FormPart], values: FormValues, today: Day, read: (inout FormReader) -> Void
  ) {
    self.id = id
    self.address = address
    self.title = title
    self.lead = lead
    self.parts = parts
    self.values = values
    var reader = FormReader(values, parts, today: today)
    read(&reader)
    errors = reader.errors
  }

  /// What is missing or wrong, with where to mend it.
  var faults: [(text: Bilingual, href: Href)] {
    errors.items.map { item in
      let anchor = item.field.flatMap { name in parts.field(named: name)?.anchor(name) }
      return (
        item.text,
        address.href([(WizardFields.showErrors, "1")], fragment: anchor ?? FormErrors.wholeForm)
      )
    }
  }

  /// The answers as lines with a way to change each.
  func summary(_ language: Language) -> [SummaryList.Line] {
    parts.fields.flatMap { field in
      field.said(values).map { line in
        let change = address.href([], fragment: field.anchor(field.name))
        return SummaryList.Line(line.term[language], line.value[language], change: change)
      }
    }
  }
}

/// The names of what goes with a page of a wizard besides its answers.
enum WizardFields {
  /// Which button was pressed.
  static let button = "knapp"
  static let next = "vidare"
  static let later = "senare"
  static let discard = "slang"
  /// In the address: show what is wrong with what was saved.
  static let showErrors = "fel"
}

extension FormField {
  /// The answer in words, for reading through before it is sent.
  func said(_ values: FormValues) -> [(term: Bilingual, value: Bilingual)] {
    switch control {
    case .documents(_, _, let asksAbsence):
      return documentsSaid(DocumentRows(values, name), asksAbsence: asksAbsence)
    case .one(let choices), .several(let choices), .list(let choices):
      let chosen = choices.filter { values.all(name).contains($0.value) }.map(\.label)
      return [
        (
          label,
          chosen.isEmpty
            ? WizardTexts.nothing
            : Bilingual(
              sv: chosen.map(\.sv).joined(separator: ", "),
              en: chosen.map(\.en).joined(separator: ", "))
        )
      ]
    case .day:
      let day = values.text(name).flatMap { Day($0) }
      return [(label, day.map(\.fullWords) ?? plain(values))]
    default:
      return [(label, plain(values))]
    }
  }

  private func plain(_ values: FormValues) -> Bilingual {
    values.text(name).map(Bilingual.init(_:)) ?? WizardTexts.nothing
  }

  private func documentsSaid(
    _ written: DocumentRows, asksAbsence: Bool
  ) -> [(term: Bilingual, value: Bilingual)] {
    let rows = written.rows.filter { !$0.isBlank && $0.isSent }
    var lines = rows.map { row in
      let kind = DocumentKind(rawValue: row.kind).map(\.label.alone)
      let dated = row.dated.isEmpty ? "" : ", \(row.dated)"
      return (
        term: kind ?? label,
        value: Bilingual(
          sv: "\(row.title)\(dated), \(row.pages) sid.",
          en: "\(row.title)\(dated), \(row.pages) p.")
      )
    }
    let listed = Set(rows.map(\.kind))
    for kind in DocumentKind.allCases where asksAbsence && !listed.contains(kind.rawValue) {
      let reason = written.absent[kind]
      lines.append(
        (
          term: kind.label.alone,
          value: reason.map { Bilingual(sv: "Skickas inte: \($0)", en: "Not sent: \($0)") }
            ?? WizardTexts.nothing
        ))
    }
    return lines
  }
}

/// The words that the wizards share.
enum WizardTexts {
  static let nothing = Bilingual(sv: "Inget angivet", en: "Nothing stated")
  static let next = Bilingual(sv: "Spara och fortsätt", en: "Save and continue")
  static let later = Bilingual(sv: "Spara och fortsätt senare", en: "Save and continue later")
  static let discard = Bilingual(sv: "Släng utkastet", en: "Discard the draft")
  static let allNeeded = Bilingual(
    sv: "Allt behöver fyllas i om det inte står ”valfritt”.",
    en: "Everything is needed unless it says “optional”.")
  static let check = Bilingual(sv: "Kontrollera och skicka", en: "Check and send")
  static let missing = Bilingual(
    sv: "Det här behöver rättas innan du kan skicka.",
    en: "This has to be mended before you can send.")
  static let refused = Bilingual(sv: "Inget är skickat.", en: "Nothing is sent.")
  static let back = Bilingual(sv: "Tillbaka", en: "Back")
  static let sentTo = Bilingual(
    sv: "Det här skickas, och till vem", en: "What is sent, and to whom")
  static let sentTable = Bilingual(
    sv: "Tabell: uppgifter och parter", en: "Table: matters and parties")
  static let matter = Bilingual(sv: "Uppgift", en: "Matter")
}
