// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Store

/// A performer as the region sees it when it allocates.
public struct PerformerChoice: Sendable, Hashable {
  public let performer: RegionPerformer
  /// Running assessments that the performer has.
  public let running: Int
  /// Places less running assessments, never below 0.
  public let freePlaces: Int
  /// It has reported a conflict of interest in the case at hand.
  public let isConflicted: Bool
  /// Published times that nobody has booked, by profession, in the weeks of
  /// `CapacityLimit.weeksShown`; nil where the performer has published none.
  public var freeTimes: [Profession: Int]?
}

extension SamsynService {
  func regions(_ connection: any Connection) -> RegionStore {
    RegionStore(connection: connection, keyring: keyring, cache: regionCache)
  }

  /// Targets where a region has set none of its own: those of the rule book that are in force
  /// on a day.
  public func standardTargets(on day: Day) -> ServiceTargets {
    ServiceTargets(inForce: rules, on: day)
  }

  /// All regions that a request can be sent to, by name. Names and numbers of organisations are
  /// no secret.
  public func regionList() async throws(ServiceError) -> [RegionSettings] {
    let all = try await read { try self.regions($0).all() }
    return all.sorted { $0.name < $1.name }
  }

  /// A region's settings. Its own staff may read them; others get nothing.
  public func settings(
    of region: HSAID, for actor: Actor
  ) async throws(ServiceError) -> RegionSettings {
    guard actor.party == .region(region) else { throw .refused(Refusal(.wrongParty)) }
    guard let settings = try await read({ try self.regions($0).load(region) }) else {
      throw .refused(Refusal(.notFound))
    }
    return settings
  }

  /// The counties that a region can state as its own: the one where the catalogue has most of its
  /// care units, unless another region has stated it; both where two have equally many. Who states
  /// a county reads all its care units by name, so nobody states another's. Empty where the
  /// catalogue tells of no care unit of the region, or there is no edition yet.
  public func countyChoices(of region: HSAID) async throws(ServiceError) -> [County] {
    let units = try await openEdition()?.source.units ?? []
    return Self.counties(of: region, units, beside: try await regionList())
  }

  private static func counties(
    of region: HSAID, _ units: [UnitTable.Unit], beside regions: [RegionSettings]
  ) -> [County] {
    let counties = units.filter { $0.provider == region.text }
      .compactMap { $0.region.flatMap(County.init(rawValue:)) }
    let counts = Dictionary(counties.map { ($0, 1) }, uniquingKeysWith: +)
    let taken = Set(regions.filter { $0.region != region }.compactMap(\.county))
    let most = counts.values.max()
    return County.allCases.filter { counts[$0] == most && most != nil }
      .filter { !taken.contains($0.rawValue) }
  }

  /// A county that is stated anew must be one that the region can state, also when another region
  /// states it at the same moment.
  private func checkCounty(
    _ settings: RegionSettings, _ units: [UnitTable.Unit], _ store: RegionStore
  ) throws {
    guard let county = settings.county, let stored = try store.load(settings.region),
      stored.county != county
    else { return }
    let choices = Self.counties(of: settings.region, units, beside: try store.all())
    guard choices.contains(where: { $0.rawValue == county }) else {
      throw Refusal(.outOfRange, field: "county")
    }
  }

  /// Replaces a region's settings, and computes its open cases anew where targets changed.
  public func save(
    _ settings: RegionSettings, by actor: Actor
  ) async throws(ServiceError) {
    guard actor.party == .region(settings.region), actor.function == .regionCoordinator else {
      throw .refused(Refusal(.wrongParty))
    }
    let units = try await openEdition()?.source.units ?? []
    let now = clock.now()
    let streams = try await write { connection -> [String] in
      try settings.check()
      let store = self.regions(connection)
      try self.checkCounty(settings, units, store)
      try store.save(settings, by: actor, at: now)
      let query = CaseQuery(party: actor.party.description, limit: Limits.pageRows)
      return try self.streams(connection, query)
    }
    try await project(streams)
  }

  /// The performers a region can choose among in a case, with what they have free, in the
  /// region's own order.
  public func performerChoices(
    in id: CaseNumber, for actor: Actor
  ) async throws(ServiceError) -> [PerformerChoice] {
    guard case .region(let region) = actor.party else {
      throw .refused(Refusal(.wrongParty))
    }
    return try await read { connection in
      let history = try CaseHistory(connection, self.keyring)
        .load(id, for: actor, on: self.clock.now().day)
      let state = Assessment(id: id, events: history)
      guard state.region == region, let settings = try self.regions(connection).load(region)
      else { throw Refusal(.notFound) }
      return try self.choices(connection, settings, conflicted: state.conflicted).map { choice in
        var choice = choice
        choice.freeTimes = try self.freeTimes(connection, choice.performer.unit.id)
        return choice
      }
    }
  }

  /// Performers under contract today, with what they have free.
  func choices(
    _ connection: any Connection, _ settings: RegionSettings, conflicted: Set<HSAID>
  ) throws -> [PerformerChoice] {
    let today = clock.now().day
    let asked: Set<String> = [
      Status.inquiryReceived.rawValue, Status.inquiryAnswered.rawValue,
    ]
    return try settings.performers(underContractOn: today).map { performer in
      let party = Party.performer(performer.unit.id).description
      let counts = try CaseRows(connection, keyring).counts(party: party)
      let running = counts.filter { !$0.isEnded && !asked.contains($0.status) }
        .reduce(0) { $0 + $1.count }
      return PerformerChoice(
        performer: performer, running: running,
        freePlaces: max(0, performer.places - running),
        isConflicted: conflicted.contains(performer.unit.id))
    }
  }

  /// A command that names performers or a region must name such that exist, and a region chooses
  /// only in ways it has settled on.
  func checkDirectory(
    _ connection: any Connection, _ command: Command, _ actor: Actor, _ context: CaseContext
  ) throws {
    switch command {
    case .requestPerformer(let request, _):
      if try regions(connection).load(request.region) == nil {
        throw Refusal(.outOfRange, field: "region")
      }
    case .sendInquiries(let performers, _, _):
      try check(connection, performers, method: .inquiry, actor, context)
    case .allocate(let unit, let method, _, _):
      try check(connection, [unit.id], method: method, actor, context)
      if method == .rotation, let region = actor.party.hsaID {
        try regions(connection).rotated(to: unit.id, in: region)
      }
    case .appointDoctor(let doctor):
      if let person = doctor.person {
        try checkPerson(connection, person, doctor.name, .doctor, actor)
      }
    case .appointExaminer(let person, let name, let profession):
      try checkPerson(connection, person, name, profession, actor)
    default:
      break
    }
  }

  /// Documents are opened by account, so an account that is named must be that of an examiner of
  /// the profession at the actor's own organisation, and the name is the account's: it comes to
  /// stand in the statement. Where nobody can sign in there is no directory to ask.
  private func checkPerson(
    _ connection: any Connection, _ person: String, _ name: String, _ profession: Profession,
    _ actor: Actor
  ) throws {
    let people = try directory(connection)
    if people.isEmpty { return }
    let found = people.first {
      $0.id == person && $0.party == actor.party && $0.function == .examiner(profession)
    }
    guard let found else { throw Refusal(.examinerUnknown, field: "person") }
    if found.name != name { throw Refusal(.examinerUnknown, field: "name") }
  }

  private func check(
    _ connection: any Connection, _ performers: [HSAID], method: AllocationMethod,
    _ actor: Actor, _ context: CaseContext
  ) throws {
    guard case .region(let region) = actor.party,
      let settings = try regions(connection).load(region)
    else { throw Refusal(.wrongParty) }
    guard settings.processes.contains(method) else {
      throw Refusal(.outOfRange, field: "method")
    }
    let known = Set(settings.performers(underContractOn: context.today).map(\.unit.id))
    if !known.isSuperset(of: performers) {
      throw Refusal(.performerUnknown, field: "performers")
    }
  }
}
