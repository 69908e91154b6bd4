// SPDX-License-Identifier: Apache-2.0
import Domain

/// The pages of an order, in their order.
enum OrderStep: String, CaseIterable, Sendable {
  case person, assignment = "uppdrag", documents = "underlag", check = "kontrollera"
  case sent = "skickas"

  /// The pages with questions.
  static let questions: [OrderStep] = [.person, .assignment, .documents]

  var next: OrderStep {
    switch self {
    case .person: .assignment
    case .assignment: .documents
    case .documents, .check, .sent: .check
    }
  }
}

/// An order (beställning) with its underlag as it is being written. It begins with what is
/// known: the request, the registered person, and an order that came back.
struct OrderWizard: Sendable {
  let draft: WizardDraft
  let setting: ActionSetting

  /// The underlag's field.
  static let documentsField = "documents"

  private var state: Assessment { setting.state }
  private var last: OrderPlaced? { state.order?.placed }
  private var known: InsuredIdentity? { last?.identity ?? state.insured }

  func address(_ step: OrderStep) -> SiteAddress { .order(state.id, step: step.rawValue) }

  /// The page of questions with what has been saved.
  func step(_ step: OrderStep) -> WizardStep {
    let parts = parts(step)
    var values = draft.values(step.rawValue, parts)
    if step == .documents {
      let rows = DocumentRows(values, Self.documentsField).joined(with: setting.unsent)
      values = values.replacing(Self.documentsField, by: rows)
    }
    return WizardStep(
      step.rawValue, at: address(step), OrderTexts.title(step), lead: OrderTexts.lead(step),
      parts: parts, values: values, today: setting.today
    ) { form in
      switch step {
      case .person: _ = readPerson(&form)
      case .assignment: _ = readAssignment(&form)
      case .documents: _ = form.documents("documents", isWhole: true)
      case .check, .sent: break
      }
    }
  }

  var steps: [WizardStep] { OrderStep.questions.map(step) }

  func parts(_ step: OrderStep) -> [FormPart] {
    switch step {
    case .person:
      return IdentityFields.parts(known)
        + IdentityFields.contact(known, isProtected: isProtected)
    case .assignment: return assignment
    case .documents:
      return [
        ActionForm.uploadLink(setting),
        .documents(
          Self.documentsField, Bilingual(sv: "Handlingar", en: "Documents"),
          hint: OrderTexts.documents,
          rows: last.map { DocumentRows($0.documents) } ?? .onePerPart, files: setting.unsent,
          asksAbsence: true),
        .yesNo(
          "documentsByPost",
          Bilingual(
            sv: "Skickas någon handling med post?", en: "Does any document come by post?"),
          isOptional: true, value: last?.documentsByPost),
      ]
    case .check, .sent: return []
    }
  }

  private var assignment: [FormPart] {
    let request = state.request
    return [
      .text(
        "purpose", EventLabel.purpose,
        hint: Bilingual(
          sv: "Vad ska utredningen ge svar på?", en: "What is the assessment to answer?"),
        value: last?.purpose ?? request?.assess),
      .text(
        "background", EventLabel.background,
        hint: Bilingual(
          sv: "Det utföraren behöver veta om ärendet.",
          en: "What the performer needs to know about the case."),
        value: last?.background),
      .text(
        "plannedActions", EventLabel.plannedActions, isOptional: true, value: last?.plannedActions),
      .yesNo(
        "extensionAllowed",
        Bilingual(
          sv: "Får utföraren föreslå utvidgad utredning?",
          en: "May the performer propose an extension?"),
        value: last?.extensionAllowed),
    ]
      + InterpreterFields.parts(last?.interpreter ?? request?.need.interpreter)
      + [
        CommonFields.specialNeeds(
          "specialNeeds", value: last?.specialNeeds ?? request?.need.specialNeeds)
      ]
      + OfficerFields.parts(last?.officer ?? request?.officer, name: setting.actor.name)
      + [CommonFields.comment()]
  }

  private var isProtected: Bool {
    let saved = draft.value("identity.protected").map { $0 == FormChoice.yes }
    return saved ?? known?.protected ?? false
  }

  private func readPerson(_ form: inout FormReader) -> InsuredIdentity? {
    let identity = IdentityFields.read(&form)
    if let identity, !identity.protected, identity.address == nil, identity.phone == nil {
      form.refuse("identity.address", ReaderTexts.write)
      return nil
    }
    return identity
  }

  private func readAssignment(_ form: inout FormReader) -> OrderPlaced? {
    let purpose = form.text("purpose")
    let background = form.text("background")
    let planned = form.optionalText("plannedActions")
    let allowed = form.yesNo("extensionAllowed")
    let interpreter = InterpreterFields.read(&form)
    let needs = form.optionalText("specialNeeds")
    let officer = OfficerFields.read(&form)
    let comment = form.optionalText("comment")
    guard let purpose, let background, let allowed, let interpreter, let officer,
      let performer = state.performer, let identity = readIdentity()
    else { return nil }
    return OrderPlaced(
      performer: performer, identity: identity, purpose: purpose, background: background,
      plannedActions: planned, extensionAllowed: allowed, interpreter: interpreter,
      specialNeeds: needs, officer: officer, documents: DocumentList([]), comment: comment,
      agencyNumber: state.request?.agencyNumber)
  }

  private func readIdentity() -> InsuredIdentity? {
    let parts = parts(.person)
    let values = draft.values(OrderStep.person.rawValue, parts)
    var form = FormReader(values, parts, today: setting.today)
    return readPerson(&form)
  }

  /// The order, once nothing is missing.
  var order: OrderPlaced? {
    let steps = steps
    guard steps.allSatisfy(\.errors.isEmpty) else { return nil }
    var assignment = FormReader(steps[1].values, steps[1].parts, today: setting.today)
    var underlag = FormReader(steps[2].values, steps[2].parts, today: setting.today)
    guard var order = readAssignment(&assignment),
      let documents = underlag.documents("documents", isWhole: true)
    else { return nil }
    order.documents = documents
    order.documentsByPost = underlag.optionalYesNo("documentsByPost")
    return order
  }
}

/// The words of an order.
enum OrderTexts {
  static let order = Bilingual(sv: "Beställ utredningen", en: "Order the assessment")
  static let documents = Bilingual(
    sv: "Underlaget ska ha fyra delar (6 § förordning 2018:1633). Lista varje handling, eller "
      + "skriv längre ner varför en del inte skickas.",
    en: "The documents shall have four parts (Ordinance 2018:1633, section 6). List each "
      + "document, or write below why a part is not sent.")

  static func title(_ step: OrderStep) -> Bilingual {
    switch step {
    case .person: Bilingual(sv: "Personen", en: "The person")
    case .assignment: Bilingual(sv: "Uppdraget", en: "The assignment")
    case .documents: Bilingual(sv: "Underlaget", en: "The documents")
    case .check, .sent: WizardTexts.check
    }
  }

  static func lead(_ step: OrderStep) -> Bilingual {
    switch step {
    case .person:
      Bilingual(
        sv: "Utföraren får veta vem personen är. Regionen får namn och personnummer men inte "
          + "kontaktuppgifter.",
        en: "The performer is told who the person is. The region gets name and number but not "
          + "the contact details.")
    case .assignment:
      Bilingual(
        sv: "Syfte, bakgrund och annan fritext går bara till utföraren och den försäkrade.",
        en: "Purpose, background and other free text go only to the performer and the insured.")
    case .documents, .check, .sent:
      Bilingual(
        sv: "Listan går till utföraren. Regionen får bara veta hur mycket det är.",
        en: "The list goes to the performer. The region is only told how much there is.")
    }
  }

  static let steps = OrderStep.questions.map(title) + [WizardTexts.check]

  static let aside: [(title: Bilingual, text: Bilingual)] = [
    (
      Bilingual(sv: "Vad händer sedan?", en: "What happens then?"),
      Bilingual(
        sv: "Utföraren tar emot beställningen och granskar underlaget. Fristen räknas från dagen "
          + "då underlaget är komplett.",
        en: "The performer accepts the order and reviews the documents. The time is counted "
          + "from the day they are complete.")
    ),
    RequestTexts.aside[1],
  ]

  static func checkLead(_ performer: Bilingual) -> Bilingual {
    Bilingual(
      sv: "När du skickar får \(performer.sv) hela beställningen. Läs igenom den först.",
      en: "When you send, \(performer.en) gets the whole order. Read it through first.")
  }

  static func send(_ performer: Bilingual) -> Bilingual {
    Bilingual(
      sv: "Skicka beställningen till \(performer.sv)", en: "Send the order to \(performer.en)")
  }

  static func extract(_ region: Bilingual) -> Bilingual {
    Bilingual(sv: "Det här får \(region.sv)", en: "What \(region.en) gets")
  }

  static let disclosure = [
    CheckedMatter(
      matter: Bilingual(sv: "Namn och personnummer", en: "Name and personal number"),
      event: .orderPlaced, inFacts: DisclosureTexts.all),
    CheckedMatter(
      matter: Bilingual(sv: "Adress och telefon", en: "Address and telephone"),
      event: .orderPlaced),
    CheckedMatter(
      matter: Bilingual(
        sv: "Syfte, bakgrund, behov och kommentar", en: "Purpose, background, needs"),
      event: .orderPlaced),
    CheckedMatter(
      matter: Bilingual(sv: "Handlingar", en: "Documents"), event: .orderPlaced,
      inFacts: DisclosureTexts.count),
    CheckedMatter(
      matter: Bilingual(sv: "Tolk och handläggare", en: "Interpreter and officer"),
      event: .orderPlaced, inFacts: DisclosureTexts.all),
  ]
}
