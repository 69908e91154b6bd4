// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Foundation
import Store
import Synthetic

extension SamsynService {
  /// Cases written in one transaction when a demonstration is filled.
  private static let batch = 100
  /// People whose performers have cases with files.
  private static let shownStaff = 60
  /// Only so many of the newest cases have files; people look at those.
  private static let newest = 500

  /// Fills an empty database with a made-up country: regions, performers, people and cases in
  /// every state, with days around today.
  ///
  /// - Parameter progress: called with the number of cases written so far.
  /// - Throws: `.notDemonstration` where the database holds anything already; nothing is changed
  ///   then.
  public func fillDemonstration(
    seed: UInt64, cases count: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) async throws(ServiceError) {
    guard try await position() == 0 else { throw .notDemonstration }
    let country = SyntheticCountry(seed: seed)
    try await found(country)
    let keyring = self.keyring
    let caseload = SyntheticCaseload(
      count: count, now: clock.now(), country: country, rules: rules, calendar: calendar,
      drawSecret: { keyring.drawSecret(caseID: $0.description) },
      sha256: { Array(SHA256.hash(data: $0)) })
    let telling = ConversationTelling(country, now: clock.now())
    // The performers of the people who come first in the list of who can sign in.
    let shown = Set(country.people.compactMap(\.party.performerID).prefix(Self.shownStaff))
    var withFiles = 0
    var insured: [InsuredCandidate] = []
    var waiting: [DemonstrationStory] = []
    var writing: Task<Int, any Error>?
    var written = 0
    do {
      for (place, story) in caseload.enumerated() {
        let hasFiles =
          place >= count - Self.newest && withFiles < Self.demonstrationCasesWithFiles
          && story.events.hasDocuments(at: shown)
        if hasFiles { withFiles += 1 }
        let told = DemonstrationStory(
          number: story.number, events: story.events, hasFiles: hasFiles)
        if place >= count - Self.newest {
          insured += [InsuredCandidate(told, now: clock.now())].compactMap { $0 }
        }
        waiting.append(told)
        guard waiting.count == Self.batch else { continue }
        // The next stories are told while the last ones are written.
        if let begun = writing {
          written += try await begun.value
          progress?(written)
        }
        writing = Task { [waiting] in try await self.add(waiting, telling) }
        waiting = []
      }
      written += try await writing?.value ?? 0
      written += try await add(waiting, telling)
      try await addInsured(insured.preferring(country.people.compactMap(\.party.performerID)))
    } catch {
      throw ServiceError(error)
    }
    progress?(written)
    try await anchor()
    try await write { try Meta($0).set(Self.filledKey, "yes") }
  }

  private static let filledKey = "demonstrationFilled"

  /// The database was being filled with a demonstration when something stopped it.
  public func isUnfinishedDemonstration() async throws(ServiceError) -> Bool {
    guard try await isDemonstration() else { return false }
    return try await read { try Meta($0).value(Self.filledKey) == nil }
  }

  /// Regions with their settings and the people who may sign in.
  private func found(_ country: SyntheticCountry) async throws(ServiceError) {
    let now = clock.now()
    let people = country.people.map { person in
      StaffMember(
        id: person.id, name: person.name, function: person.function, party: person.party,
        organisation: person.organisationName, title: person.titleWithRights,
        // Nobody lives there: the name is kept for examples (RFC 2606).
        mail: "\(person.id)@samsyn.example")
    }
    try await write { connection in
      try Meta(connection).set(Meta.kindKey, Meta.demonstration)
      let text = String(decoding: try JSONEncoder().encode(people), as: UTF8.self)
      try Meta(connection).set(Self.peopleKey, text)
      for region in country.regions {
        let system = Actor(
          party: .region(region.id), person: "samsyn", name: "Samsyn", function: .system)
        try self.regions(connection).save(region.settings, by: system, at: now)
      }
      try self.add(
        country.people.filter(\.isAnalyst).map {
          Analyst(party: $0.party.description, person: $0.id, since: now)
        }, connection)
      try self.fillRegisters(connection, country, at: now)
    }
  }

  /// Writes whole histories with everything that follows from them. Returns how many.
  func add(
    _ stories: [DemonstrationStory], _ telling: ConversationTelling? = nil
  ) async throws(ServiceError) -> Int {
    guard !stories.isEmpty else { return 0 }
    let now = clock.now()
    return try await write { connection in
      let history = CaseHistory(connection, self.keyring)
      let journal = Journal(connection, self.keyring)
      for story in stories {
        let id = story.number
        let events =
          story.hasFiles
          ? try self.withStatement(
            connection, id, try self.withFiles(connection, id, story.events))
          : story.events
        try history.append(events, to: id, correlation: "synthetic", recorded: now)
        try journal.reserveCaseNumbers(year: id.year, through: id.serial)
        try CaseProjection(
          id: id, history: events, context: try self.caseContext(connection, events),
          keyring: self.keyring
        ).write(connection)
        let talk = telling?.tell(id, history: events) ?? []
        guard !talk.isEmpty else { continue }
        try ConversationHistory(connection, self.keyring).append(
          talk, to: id, correlation: "synthetic", recorded: now)
        try self.projectConversation(connection, id, events)
      }
      return stories.count
    }
  }
}

/// One case of a demonstration, and whether its documents get files.
struct DemonstrationStory: Sendable {
  let number: CaseNumber
  let events: [RecordedEvent]
  let hasFiles: Bool
}

extension Party {
  /// The performer that the party is; nil for others.
  fileprivate var performerID: HSAID? {
    if case .performer(let id) = self { id } else { nil }
  }
}
