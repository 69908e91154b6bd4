// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// What a form is made from: the case as the party sees it, who acts, and the registers that
/// offer choices.
struct ActionSetting: Sendable {
  let view: CaseView
  let actor: Actor
  let context: CaseContext
  /// The visit, question or event that the action is about, where the address names one.
  var number: Int?
  /// The performer that the address names, where it does.
  var performer: HSAID?
  /// What the region can choose among; empty for others.
  var choices: [PerformerChoice] = []
  /// The region's own settings; nil for others.
  var settings: RegionSettings?
  /// Doctors at the actor's own organisation.
  var doctors: [StaffMember] { colleagues.filter { $0.function == .examiner(.doctor) } }
  /// Examiners at the actor's own organisation.
  var colleagues: [StaffMember] = []
  /// The actor's own files that are uploaded and not sent.
  var unsent: [UnsentDocument] = []
  /// The part of the underlag that the address names, where it does.
  var part: DocumentKind?
  /// All regions, with the performers they name.
  var regions: [RegionSettings] = []

  var state: Assessment { view.state }
  var today: Day { context.today }
  /// The version of the case that the reader looks at.
  var version: Int { view.events.last?.version ?? 0 }

  /// The names that texts of events need.
  var names: EventNames {
    EventNames(view.events, regions: settings.map { [$0] + regions } ?? regions)
  }

  /// What an organisation is called; nil for one that is not known.
  func name(of id: HSAID) -> String? { names.name(of: id) }

  /// What a party is called: the organisation where it is known, else the role.
  func name(of party: Party) -> Bilingual {
    if let id = party.hsaID, let name = name(of: id) { return Bilingual(name) }
    return party.role.title
  }

  /// The region's name, or the word for it.
  var regionName: Bilingual {
    state.region.flatMap { name(of: $0) }.map(Bilingual.init(_:)) ?? PartyRole.region.title
  }

  /// The performer's name, or the word for it.
  var performerName: Bilingual {
    state.allocation.map { Bilingual($0.unit.name) } ?? PartyRole.performer.title
  }

  /// The visit that the action is about: the one in the address, else the first that fits.
  func visit(_ fits: (Visit) -> Bool = \.isBooked) -> Visit? {
    if let number { return state.visit(number) }
    return ownVisits.first(where: fits) ?? ownVisits.last
  }

  /// The visits of the acting performer; of the current one for others.
  private var ownVisits: [Visit] {
    guard case .performer(let id) = actor.party else { return state.currentVisits }
    return state.visits.filter { $0.performer == id }
  }

  /// The actor, on behalf of the responsible doctor where an administrator does what is the
  /// doctor's to do.
  func actor(for kind: ActionKind) -> Actor {
    guard kind == .proposeExtension || kind == .sendStatement,
      actor.function == .performerAdministrator, let doctor = state.doctor
    else { return actor }
    return Actor(
      party: actor.party, person: actor.person, name: actor.name, function: actor.function,
      onBehalfOf: doctor.name, route: actor.route)
  }

  /// Says that an administrator acts for the doctor.
  func onBehalf(_ kind: ActionKind) -> [FormPart] {
    guard let doctor = actor(for: kind).onBehalfOf else { return [] }
    return [
      .notice(
        .note,
        Bilingual(
          sv: "Du gör det här på uppdrag av \(doctor).", en: "You do this on behalf of \(doctor)."),
        Bilingual(
          sv: "Det kommer att stå i ärendet vem som gjorde det och för vem.",
          en: "The case will say who did it and for whom."))
    ]
  }
}

extension Visit {
  /// What the visit is, in a line: `Läkare, fredag 12 juni 2026 kl. 09.30`.
  var said: Bilingual {
    let who = profession.label.alone
    let when = start.fullWords
    return Bilingual(sv: "\(who.sv), \(when.sv)", en: "\(who.en), \(when.en)")
  }
}
