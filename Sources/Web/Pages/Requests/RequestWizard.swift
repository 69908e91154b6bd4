// SPDX-License-Identifier: Apache-2.0
import Domain

/// The pages of a new request, in their order.
enum RequestStep: String, CaseIterable, Sendable {
  case person, assessment = "bedomning", needs = "behov", check = "kontrollera"
  case receipt = "kvitto"

  /// The pages with questions.
  static let questions: [RequestStep] = [.person, .assessment, .needs]

  var address: SiteAddress { .newRequest(step: rawValue) }

  var next: RequestStep {
    switch self {
    case .person: .assessment
    case .assessment: .needs
    case .needs, .check, .receipt: .check
    }
  }
}

/// A new request (begäran, förordning 2018:1633 5 §) as it is being written.
struct RequestWizard: Sendable {
  let draft: WizardDraft
  let regions: [RegionSettings]
  /// The officer who is signed in.
  let officer: String
  let today: Day

  /// The page of questions with what has been saved.
  func step(_ step: RequestStep) -> WizardStep {
    let parts = parts(step)
    return WizardStep(
      step.rawValue, at: step.address, RequestTexts.title(step), lead: RequestTexts.lead(step),
      parts: parts, values: draft.values(step.rawValue, parts), today: today
    ) { form in
      switch step {
      case .person: _ = readPerson(&form)
      case .assessment: _ = readAssessment(&form)
      case .needs: _ = readNeeds(&form)
      case .check, .receipt: break
      }
    }
  }

  var steps: [WizardStep] { RequestStep.questions.map(step) }

  func parts(_ step: RequestStep) -> [FormPart] {
    switch step {
    case .person:
      return IdentityFields.parts(nil)
        + RequestFields.region(regions, value: nil) + [
          .line(
            "agencyNumber", EventLabel.agencyNumber, width: .middle, isOptional: true)
        ]
    case .assessment:
      return [
        .one(
          "kind", Bilingual(sv: "Metod", en: "Method"),
          [
            FormChoice(
              AssessmentKind.afu.rawValue, RequestTexts.afu, hint: RequestTexts.afuHint)
          ],
          hint: RequestTexts.kindHint, value: AssessmentKind.afu.rawValue)
      ] + RequestFields.assess(nil)
    case .needs:
      return RequestFields.need(nil, isProtected: isProtected, performers: performers)
        + [RequestFields.answerBy(nil)]
        + OfficerFields.parts(nil, name: officer)
        + [CommonFields.comment(CommonFields.noIdentity)]
    case .check, .receipt: return []
    }
  }

  private var isProtected: Bool { draft.value("identity.protected") == FormChoice.yes }

  /// The performers of the region that has been chosen.
  private var performers: [RegionPerformer] {
    regions.first { $0.region.text == draft.value("region") }?.performers ?? []
  }

  /// The name of the region that has been chosen.
  var regionName: Bilingual {
    regions.first { $0.region.text == draft.value("region") }.map { Bilingual($0.name) }
      ?? PartyRole.region.inSentence
  }

  private func readPerson(
    _ form: inout FormReader
  ) -> (identity: InsuredIdentity, region: HSAID, agencyNumber: String?)? {
    let identity = IdentityFields.read(&form)
    let region = form.organisation("region")
    let agencyNumber = form.optionalText("agencyNumber")
    guard let identity, let region else { return nil }
    return (identity, region, agencyNumber)
  }

  private func readAssessment(
    _ form: inout FormReader
  ) -> (kind: AssessmentKind, assess: String)? {
    let kind: AssessmentKind? = form.choice("kind")
    let assess = form.text("assess")
    guard let kind, let assess else { return nil }
    return (kind, assess)
  }

  private func readNeeds(
    _ form: inout FormReader
  ) -> (need: AllocationNeed, answerBy: Day?, officer: CaseOfficer, comment: String?)? {
    let need = RequestFields.readNeed(&form, isProtected: isProtected)
    let answerBy = form.optionalDay("answerBy")
    if let answerBy, answerBy < today { form.refuse("answerBy", Refusal(.dayInPast).text) }
    let officer = OfficerFields.read(&form)
    let comment = form.optionalText("comment")
    guard let need, let officer else { return nil }
    return (need, answerBy, officer, comment)
  }

  /// The request, once nothing is missing.
  var request: (request: PerformerRequested, insured: InsuredIdentity)? {
    let steps = steps
    guard steps.allSatisfy(\.errors.isEmpty) else { return nil }
    func reader(_ step: WizardStep) -> FormReader {
      FormReader(step.values, step.parts, today: today)
    }
    var forms = steps.map(reader)
    guard let person = readPerson(&forms[0]), let assessment = readAssessment(&forms[1]),
      let needs = readNeeds(&forms[2])
    else { return nil }
    return (
      PerformerRequested(
        kind: assessment.kind, assess: assessment.assess, region: person.region,
        answerBy: needs.answerBy, need: needs.need, officer: needs.officer,
        comment: needs.comment, protected: person.identity.protected,
        agencyNumber: person.agencyNumber),
      person.identity
    )
  }
}

/// The words of a new request.
enum RequestTexts {
  static let newRequest = Bilingual(sv: "Ny begäran", en: "New request")
  static let afu = Bilingual(
    sv: "Aktivitetsförmågeutredning, AFU", en: "Activity ability assessment, AFU")
  static let afuHint = Bilingual(
    sv: "En läkare utreder. Psykolog, fysioterapeut och arbetsterapeut kan kopplas in senare.",
    en: "A doctor examines. A psychologist, physiotherapist or occupational therapist may join "
      + "later.")
  static let kindHint = Bilingual(
    sv: "Försäkringskassan bestämmer metoden (5 § förordning 2018:1633).",
    en: "Försäkringskassan decides the method (Ordinance 2018:1633, section 5).")

  static func title(_ step: RequestStep) -> Bilingual {
    switch step {
    case .person: Bilingual(sv: "Person och region", en: "Person and region")
    case .assessment: Bilingual(sv: "Vad ska bedömas?", en: "What is to be assessed?")
    case .needs: Bilingual(sv: "Behov och kontakt", en: "Needs and contact")
    case .check, .receipt: WizardTexts.check
    }
  }

  static func lead(_ step: RequestStep) -> Bilingual {
    switch step {
    case .person:
      Bilingual(
        sv: "Vem personen är stannar hos Försäkringskassan tills du beställer.",
        en: "Who the person is stays with Försäkringskassan until you order.")
    case .assessment:
      Bilingual(
        sv: "Begäran ska ange metod och på vilket sätt förmågan ska bedömas.",
        en: "The request shall state the method and in what way ability is to be assessed.")
    case .needs, .check, .receipt:
      Bilingual(
        sv: "Det regionen och de tillfrågade utförarna behöver för att kunna svara.",
        en: "What the region and the performers it asks need in order to answer.")
    }
  }

  static let steps = RequestStep.questions.map(title) + [WizardTexts.check]

  static let aside: [(title: Bilingual, text: Bilingual)] = [
    (
      Bilingual(sv: "Vad händer sedan?", en: "What happens then?"),
      Bilingual(
        sv: "Regionen väljer utförare och meddelar dig. Då kan du beställa och skicka underlag. "
          + "Lagen har ingen frist för regionens svar.",
        en: "The region chooses a performer and tells you. You can then order and send "
          + "documents. The law has no time for the region's answer.")
    ),
    (
      Bilingual(sv: "Utkastet", en: "The draft"),
      Bilingual(
        sv: "Det du skriver sparas för varje steg och syns bara för dig tills du skickar.",
        en: "What you write is saved at each step and seen only by you until you send.")
    ),
  ]

  static func checkLead(_ region: Bilingual) -> Bilingual {
    Bilingual(
      sv: "När du skickar får \(region.sv) begäran. Den går inte att ändra efteråt.",
      en: "When you send, \(region.en) gets the request. It cannot be changed afterwards.")
  }

  static func send(_ region: Bilingual) -> Bilingual {
    Bilingual(
      sv: "Skicka begäran till \(region.sv)", en: "Send the request to \(region.en)")
  }

  static let disclosure = [
    CheckedMatter(
      matter: Bilingual(
        sv: "Begäran: metod, vad som ska bedömas, behov", en: "The request"),
      event: .performerRequested, inFacts: DisclosureTexts.happened),
    CheckedMatter(
      matter: Bilingual(sv: "Vem personen är", en: "Who the person is"),
      event: .insuredRegistered),
    CheckedMatter(
      matter: Bilingual(sv: "Medicinskt underlag", en: "Medical documents"), event: nil),
  ]
}
