// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// An assessment as the insured person is told of it: what has happened, what comes, and who has
/// what about her.
struct OwnModel: Sendable {
  /// One step on the way.
  struct Step: Sendable {
    enum Place: Sendable { case done, now, later }
    let title: Bilingual
    let text: Bilingual
    var place: Place
  }

  let view: CaseView
  let steps: [Step]
  /// Visits that are to come, the nearest first.
  let coming: [Visit]
  /// Those that have been, or were cancelled, the latest first.
  let earlier: [Visit]
  let holders: [OwnHolder]
  /// What she has just done, in words.
  let done: Bilingual?
  /// Threads that she takes part in, and how many of them have something new.
  let talk: CaseTalk
  /// Somebody acts for her.
  let isRepresentative: Bool

  var id: CaseNumber { view.state.id }
  var hasStatement: Bool { view.state.statement?.signed != nil }

  /// Why there is no statement to read.
  var missingStatement: Bilingual {
    if view.state.statement?.isKeptFromInsured == true { return OwnOppositionTexts.kept }
    if view.state.opposition != nil { return OwnOppositionTexts.opposed }
    return OwnTexts.noStatement(view.state.statement != nil)
  }

  /// To where she says that the statement is not to be handed over, or takes that back; nil where
  /// it is too late or too early for both.
  var oppositionLink: Bilingual? {
    if view.permission(.withdrawOpposition, subject: nil).isAllowed {
      return OwnOppositionTexts.withdrawTitle
    }
    return view.permission(.recordOpposition, subject: nil).isAllowed
      ? OwnOppositionTexts.link : nil
  }

  init(
    _ view: CaseView, reads: [OwnRead], done: Bilingual? = nil, isRepresentative: Bool = false,
    talk: CaseTalk = CaseTalk(threads: 0, unread: 0)
  ) {
    self.view = view
    self.done = done
    self.talk = talk
    self.isRepresentative = isRepresentative
    let now = view.context.now
    let visits = view.state.visits
    coming = visits.filter { $0.isBooked && $0.start > now }.sorted { $0.start < $1.start }
    earlier = visits.filter { !($0.isBooked && $0.start > now) }.sorted { $0.start > $1.start }
    holders = OwnHolder.all(view.state, reads)
    steps = Self.steps(view)
  }

  private static func steps(_ view: CaseView) -> [Step] {
    let state = view.state
    var steps = [OwnSteps.request(state), OwnSteps.allocation(state), OwnSteps.order(state)]
    let met = state.currentVisits.sorted { $0.start < $1.start }
    steps += met.compactMap { OwnSteps.visit($0) }
    if met.isEmpty { steps.append(OwnSteps.noVisit) }
    steps.append(
      OwnSteps.statement(state, last: view.deadline.last, today: view.context.today))
    steps.append(OwnSteps.after(state))
    // The first that is not done is where it stands.
    if state.ended == nil, let first = steps.firstIndex(where: { $0.place != .done }) {
      steps[first].place = .now
    }
    return steps
  }
}

/// A party that has something about her: what, and who there has read it.
struct OwnHolder: Sendable {
  let role: PartyRole
  let name: Bilingual
  let has: Bilingual
  let documents: Int
  /// Names of who has read, the latest first, and when last.
  let readers: [String]
  let last: Instant?

  static func all(_ state: Assessment, _ reads: [OwnRead]) -> [OwnHolder] {
    var holders = [
      OwnHolder(
        .fk, PartyRole.fk.title, OwnTexts.agencyHas, reads.filter { $0.entry.party == .fk })
    ]
    if let region = state.region {
      holders.append(
        OwnHolder(
          .region, PartyRole.region.title, OwnTexts.regionHas,
          reads.filter { $0.entry.party == .region(region) }))
    }
    if let unit = state.allocation?.unit {
      let items = state.order?.documents.items ?? []
      holders.append(
        OwnHolder(
          .performer, Bilingual(sv: unit.name, en: unit.name),
          state.order == nil
            ? OwnTexts.nothingYet
            : OwnTexts.performerHas(items.count, items.reduce(0) { $0 + $1.pages }),
          reads.filter { $0.entry.party == .performer(unit.id) }, documents: items.count))
    }
    return holders
  }

  private init(
    _ role: PartyRole, _ name: Bilingual, _ has: Bilingual, _ reads: [OwnRead],
    documents: Int = 0
  ) {
    self.role = role
    self.name = name
    self.has = has
    self.documents = documents
    var names: [String] = []
    for read in reads {
      if let name = read.name, !names.contains(name) { names.append(name) }
    }
    readers = names
    last = reads.first?.entry.at
  }
}

/// The steps of an assessment in plain words.
enum OwnSteps {
  private static func step(
    _ title: Bilingual, _ text: Bilingual, _ isDone: Bool
  ) -> OwnModel.Step {
    OwnModel.Step(title: title, text: text, place: isDone ? .done : .later)
  }

  static func request(_ state: Assessment) -> OwnModel.Step {
    let asked = state.requestedAt?.day.shortWords
    let informed = state.informed?.day.shortWords
    return step(
      Bilingual(
        sv: "Försäkringskassan bad om en utredning",
        en: "Försäkringskassan asked for an assessment"),
      Bilingual(
        sv: (asked.map { "\($0.sv). " } ?? "")
          + (informed.map { "Du fick veta varför, och vad som lämnas ut \($0.sv)." } ?? ""),
        en: (asked.map { "\($0.en). " } ?? "")
          + (informed.map { "You were told why, and what is handed over, on \($0.en)." } ?? "")),
      state.request != nil)
  }

  static func allocation(_ state: Assessment) -> OwnModel.Step {
    let name = state.allocation?.unit.name
    let day = state.allocatedAt?.day.shortWords
    let isDone = name != nil
    return step(
      isDone
        ? Bilingual(sv: "Regionen valde vem som utreder", en: "The region chose who assesses")
        : Bilingual(sv: "Regionen väljer vem som utreder", en: "The region chooses who assesses"),
      Bilingual(
        sv: [day?.sv, name].compactMap { $0 }.joined(separator: ". "),
        en: [day?.en, name].compactMap { $0 }.joined(separator: ". ")),
      isDone)
  }

  static func order(_ state: Assessment) -> OwnModel.Step {
    let isDone = state.order != nil && state.order?.returned == nil
    let day = state.order?.at.day.shortWords
    return step(
      isDone
        ? Bilingual(
          sv: "Försäkringskassan skickade ditt underlag",
          en: "Försäkringskassan sent your documents")
        : Bilingual(
          sv: "Försäkringskassan skickar ditt underlag",
          en: "Försäkringskassan sends your documents"),
      Bilingual(
        sv: isDone ? "\(day?.sv ?? "")." : "Det går bara till den som utreder dig.",
        en: isDone ? "\(day?.en ?? "")." : "They go only to those who assess you."),
      isDone)
  }

  /// Nil for a visit that was cancelled or fell away: it stands among the earlier ones.
  static func visit(_ visit: Visit) -> OwnModel.Step? {
    let who = visit.profession.label
    let name = visit.examiner.map { " \($0)" } ?? ""
    let day = visit.start.words
    switch visit.outcome {
    case .performed:
      return step(
        Bilingual(sv: "Du träffade \(who.sv)", en: "You met: \(who.en)"),
        Bilingual(sv: "\(day.sv).\(name)", en: "\(day.en).\(name)"), true)
    case .booked:
      return step(
        Bilingual(sv: "Du ska träffa \(who.sv)", en: "You are to meet: \(who.en)"),
        Bilingual(sv: "\(day.sv).\(name)", en: "\(day.en).\(name)"), false)
    case .missed, .cancelled, .lapsed: return nil
    }
  }

  static let noVisit = step(
    Bilingual(sv: "Du träffar en läkare", en: "You meet a doctor"),
    Bilingual(
      sv: "Du får en kallelse när tiden är bokad.",
      en: "You get a summons when the time is booked."), false)

  static func statement(_ state: Assessment, last: Day?, today: Day) -> OwnModel.Step {
    if let sent = state.statement?.sentDay ?? state.statement?.arrivedDay {
      return step(
        Bilingual(sv: "Läkaren skrev ett utlåtande", en: "The doctor wrote a statement"),
        Bilingual(sv: "Skickat \(sent.shortWords.sv).", en: "Sent on \(sent.shortWords.en)."), true)
    }
    let by = last?.shortWords
    let isLate = last.map { $0 < today } ?? false
    let (sv, en) =
      isLate ? ("Det skulle ha varit", "It was to reach") : ("Det ska vara", "It is to reach")
    return step(
      Bilingual(sv: "Läkaren skriver ett utlåtande", en: "The doctor writes a statement"),
      Bilingual(
        sv: (by.map { "\(sv) hos Försäkringskassan senast \($0.sv). " } ?? "")
          + "Du kan läsa det här samtidigt.",
        en: (by.map { "\(en) Försäkringskassan no later than \($0.en). " } ?? "")
          + "You can read it here at the same time."), false)
  }

  static func after(_ state: Assessment) -> OwnModel.Step {
    if state.ended != nil {
      let day = state.endedAt?.day.shortWords
      return step(
        Bilingual(sv: "Utredningen är avslutad", en: "The assessment has ended"),
        Bilingual(sv: day.map { "\($0.sv)." } ?? "", en: day.map { "\($0.en)." } ?? ""), true)
    }
    return step(
      Bilingual(sv: "Försäkringskassan går vidare", en: "Försäkringskassan goes on"),
      Bilingual(
        sv: "Försäkringskassan använder utlåtandet när den prövar din rätt till ersättning. "
          + "Samsyn fattar inga beslut.",
        en: "Försäkringskassan uses the statement when it considers your right to benefit. Samsyn "
          + "makes no decisions."), false)
  }
}
