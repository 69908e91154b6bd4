// SPDX-License-Identifier: Apache-2.0
import Domain

/// A performer's register of competence, as the interface gives it to one of its people.
public struct CompetenceJSON: Codable, Hashable, Sendable {
  /// An examiner with an account, and what is in force for her today.
  public struct Examiner: Codable, Hashable, Sendable {
    public let person: String
    public let name: String
    public let holds: [CompetenceRecord.Kind]
  }

  /// A record with who registered it and when.
  public struct Record: Codable, Hashable, Sendable {
    /// From 1 in the order they were registered.
    public let number: Int
    public let record: CompetenceRecord
    public let by: String
    public let byName: String
    public let at: Instant
    /// The record that took its place; missing while it stands.
    public let correctedBy: Int?
  }

  public let today: Day
  public let mayRegister: Bool
  public let people: [Examiner]
  public let records: [Record]
  public let policy: CompetencePolicy
  public let releasesStatements: Bool
  /// How many first statements pass a mentor; missing where the rule book does not know.
  public let firstStatements: Int?

  public init(_ list: CompetenceList) {
    today = list.today
    mayRegister = list.mayRegister
    people = list.people.map { person in
      Examiner(
        person: person.id, name: person.name,
        holds: CompetenceRecord.Kind.allCases.filter { list.holds($0, person) })
    }
    records = list.records.map {
      Record(
        number: $0.number, record: $0.record, by: $0.by, byName: $0.byName, at: $0.at,
        correctedBy: $0.correctedBy)
    }
    policy = list.policy
    releasesStatements = list.releasesStatements
    firstStatements = list.firstStatements
  }
}
