// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// A fact about an examiner as it stands in the form.
struct CompetenceForm: Hashable, Sendable {
  /// The field of the key that makes sending twice harmless.
  static let key = "nyckel"

  var person = ""
  var kind = CompetenceRecord.Kind.licence.rawValue
  var profession = ""
  var text = ""
  var from = ""
  var to = ""
  /// The number of the record that is corrected; empty for a new one.
  var corrects = ""
  var isWithdrawal = false

  init() {}

  /// The form that corrects a record, with what it says.
  init(correcting old: RegisteredCompetence) {
    let record = old.record
    person = record.person
    kind = record.kind.rawValue
    profession = record.profession?.rawValue ?? ""
    text = record.text ?? ""
    from = record.from?.description ?? ""
    to = record.to?.description ?? ""
    corrects = "\(old.number)"
  }

  init(_ form: FormValues) {
    person = form.text("person") ?? ""
    kind = form.text("kind") ?? ""
    profession = form.text("profession") ?? ""
    text = form.text("text") ?? ""
    from = form.text("from") ?? ""
    to = form.text("to") ?? ""
    corrects = form.text("corrects") ?? ""
    isWithdrawal = form.isChecked("isWithdrawal")
  }

  /// The record, or every fault of what was typed.
  ///
  /// - Parameter people: who can be registered; the one who is corrected stays.
  func read(
    _ people: [StaffMember], today: Day
  ) -> (record: CompetenceRecord?, faults: [FieldFault]) {
    var faults: [FieldFault] = []
    if person.isEmpty { faults.append(FieldFault("person", CompetenceTexts.choosePerson)) }
    let kind = CompetenceRecord.Kind(rawValue: kind)
    if kind == nil { faults.append(FieldFault("kind", CompetenceTexts.chooseKind)) }
    func day(_ field: String, _ text: String) -> Day? {
      let day = TypedDay.read(text, today: today)
      if day == nil && !text.isEmpty { faults.append(FieldFault(field, TypedDay.fault)) }
      return day
    }
    let from = day("from", from)
    let to = day("to", to)
    guard faults.isEmpty, let kind else { return (nil, faults) }
    var profession = Profession(rawValue: profession)
    if profession == nil, let member = people.first(where: { $0.id == person }),
      case .examiner(let own) = member.function
    {
      profession = own
    }
    return (
      CompetenceRecord(
        person: person, kind: kind, profession: kind == .licence ? profession : nil,
        text: text.isEmpty ? nil : text, from: from, to: to, corrects: Int(corrects),
        isWithdrawal: isWithdrawal), []
    )
  }
}

/// The words about competence.
enum CompetenceTexts {
  static let title = Bilingual(sv: "Kompetens", en: "Competence")
  static let lead = Bilingual(
    sv: "Legitimation, Försäkringskassans utbildning och mentorer. Inget skrivs över: en rättelse "
      + "är en ny uppgift.",
    en: "Licences, Försäkringskassan's training and mentors. Nothing is written over: a "
      + "correction is a new record.")
  static let people = Bilingual(sv: "Utredare i dag", en: "Examiners today")
  static let peopleColumns = [
    Bilingual(sv: "Utredare", en: "Examiner"), Bilingual(sv: "Legitimation", en: "Licence"),
    Bilingual(sv: "Utbildning", en: "Training"), Bilingual(sv: "Mentor", en: "Mentor"),
    Bilingual(sv: "Introducerad", en: "Introduced"),
  ]
  static let yes = Bilingual(sv: "Gäller", en: "In force")
  static let no = Bilingual(sv: "Inte registrerad", en: "Not registered")
  static let noPeople = Bilingual(sv: "Inga utredare", en: "No examiners")
  static let noPeopleText = Bilingual(
    sv: "Utredare med konto hos utföraren visas här.",
    en: "Examiners with an account at the performer are shown here.")
  static let records = Bilingual(sv: "Registrerade uppgifter", en: "Registered records")
  static let recordColumns = [
    Bilingual(sv: "Nr", en: "No."), Bilingual(sv: "Utredare", en: "Examiner"),
    Bilingual(sv: "Uppgift", en: "Record"), Bilingual(sv: "Gäller", en: "In force"),
    Bilingual(sv: "Registrerad", en: "Registered"), Bilingual(sv: "Läge", en: "State"),
  ]
  static let noRecords = Bilingual(sv: "Inget är registrerat", en: "Nothing is registered")
  static let noRecordsText = Bilingual(
    sv: "Det som registreras visas här med vem som gjorde det och när.",
    en: "What is registered is shown here with who did it and when.")
  static let stands = Bilingual(sv: "Står", en: "Stands")
  static let withdrawn = Bilingual(sv: "Återtagen", en: "Withdrawn")
  static let correct = Bilingual(sv: "Rätta", en: "Correct")
  static let new = Bilingual(sv: "Registrera en uppgift", en: "Register a record")
  static let correcting = Bilingual(sv: "Rätta uppgift", en: "Correct record")
  static let person = Bilingual(sv: "Utredare", en: "Examiner")
  static let kind = Bilingual(sv: "Uppgift", en: "Record")
  static let profession = Bilingual(sv: "Profession", en: "Profession")
  static let professionHint = Bilingual(
    sv: "Gäller legitimation. Tomt är utredarens egen.",
    en: "For a licence. Empty is the examiner's own.")
  static let text = Bilingual(sv: "Nummer eller kurs", en: "Number or course")
  static let textHint = Bilingual(
    sv: "Legitimationens nummer som det står, eller kursens namn.",
    en: "The licence's number as it stands, or the name of the course.")
  static let from = Bilingual(sv: "Från, eller genomförd", en: "From, or completed")
  static let to = Bilingual(sv: "Till och med", en: "Through")
  static let withdraw = Bilingual(
    sv: "Uppgiften var fel och ska utgå", en: "The record was wrong and is to go")
  static let save = Bilingual(sv: "Registrera", en: "Register")
  static let cancel = Bilingual(sv: "Avbryt", en: "Cancel")
  static let saved = Bilingual(sv: "Uppgiften är registrerad.", en: "The record is registered.")
  static let releaseStep = Bilingual(
    sv: "Utlåtandet till den försäkrade", en: "The statement to the insured")
  static let releaseStepText = Bilingual(
    sv: "Den försäkrade kan annars läsa utlåtandet i samma stund som det skickas.",
    en: "The insured can otherwise read the statement the moment it is sent.")
  static let releases = Bilingual(
    sv: "Vi går igenom utlåtandet innan den försäkrade kan läsa det",
    en: "We go through the statement before the insured can read it")
  static let saveReleaseStep = Bilingual(sv: "Spara", en: "Save")
  static let savedReleaseStep = Bilingual(
    sv: "Sparat. Det gäller utlåtanden som skickas från och med nu.",
    en: "Saved. It holds for statements that are sent from now on.")
  static let savedPolicy = Bilingual(sv: "Kraven är sparade.", en: "The demands are saved.")
  static let policy = Bilingual(sv: "Krav", en: "Demands")
  static let policyText = Bilingual(
    sv: "Kraven är era egna och ingen lag. Regionen kan kräva samma sak av sina utförare.",
    en: "The demands are your own and no law. The region can demand the same of its performers.")
  static let requiresTraining = Bilingual(
    sv: "Bara den som har legitimation och utbildning registrerad kan utses",
    en: "Only those with licence and training registered can be appointed")
  static let requiresMentor = Bilingual(
    sv: "En ny utredares första utlåtanden ska godkännas av en mentor",
    en: "A new examiner's first statements are to pass a mentor")
  static let savePolicy = Bilingual(sv: "Spara kraven", en: "Save the demands")
  static let choosePerson = Bilingual(sv: "Välj en utredare", en: "Choose an examiner")
  static let chooseKind = Bilingual(sv: "Välj vad uppgiften gäller", en: "Choose what it is about")

  static func first(_ count: Int?) -> Bilingual {
    guard let count else {
      return Bilingual(
        sv: "Regelboken säger inte hur många utlåtanden det gäller.",
        en: "The rule book does not say how many statements.")
    }
    return Bilingual(
      sv: "De första \(count), enligt Försäkringskassans utbildningssida (regel "
        + "MENTOR_FIRST_CASES; praxis, inte lag).",
      en: "The first \(count), by Försäkringskassan's page on training (rule "
        + "MENTOR_FIRST_CASES; practice, not law).")
  }

  static func corrected(_ number: Int) -> Bilingual {
    Bilingual(sv: "Rättad av nr \(number)", en: "Corrected by no. \(number)")
  }
}

extension CompetenceRecord.Kind {
  var label: Bilingual {
    switch self {
    case .licence: Bilingual(sv: "Legitimation", en: "Licence")
    case .training:
      Bilingual(
        sv: "Försäkringskassans utbildning", en: "Försäkringskassan's training")
    case .mentor: Bilingual(sv: "Mentor för andra", en: "Mentor for others")
    case .introduced:
      Bilingual(
        sv: "Introducerad: de första utlåtandena är redan godkända",
        en: "Introduced: the first statements have already passed")
    }
  }
}
