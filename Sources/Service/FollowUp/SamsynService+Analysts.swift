// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// A person who may take in files for follow-up and make editions, whatever her function is. The
/// operator gives the right and takes it back (decision 0040).
public struct Analyst: Codable, Hashable, Sendable {
  /// Her organisation, as `Party` writes it.
  public let party: String
  public let person: String
  /// Since when.
  public let since: Instant
}

extension SamsynService {
  private static let analystsKey = "analysts"

  /// The analysts, in the order in which they were appointed. For the operator.
  public func analysts() async throws(ServiceError) -> [Analyst] {
    try await read { try self.analysts($0) }
  }

  private func analysts(_ connection: any Connection) throws -> [Analyst] {
    guard let text = try Meta(connection).value(Self.analystsKey) else { return [] }
    return try JSONDecoder().decode([Analyst].self, from: Data(text.utf8))
  }

  private func save(_ analysts: [Analyst], _ connection: any Connection) throws {
    let text = String(decoding: try stableJSON(analysts), as: UTF8.self)
    try Meta(connection).set(Self.analystsKey, text)
  }

  /// Appoints somebody at Försäkringskassan or a region. For the operator; the reason stands in
  /// the log. Whoever is an analyst already stays one.
  ///
  /// - Throws: `notFound` for nobody who is known, `wrongParty` for somebody elsewhere, and what a
  ///   reason that is missing gives.
  public func appointAnalyst(_ person: String, reason: String) async throws(ServiceError) {
    let now = clock.now()
    try await write { connection in
      try OperatorAct.check(reason)
      let member = try self.member(connection, person)
      guard Self.mayHaveAnalysts(member.party) else {
        throw Refusal(.wrongParty, field: "person")
      }
      try self.add(
        [Analyst(party: member.party.description, person: person, since: now)], connection)
      try OperatorAct.record(
        connection, "analyst.appoint:\(person)", stream: nil, reason: reason, at: now)
    }
  }

  /// Takes the right back; it holds from the next page on. For the operator.
  ///
  /// - Throws: `notFound` for somebody who has not got it.
  public func dismissAnalyst(_ person: String, reason: String) async throws(ServiceError) {
    let now = clock.now()
    try await write { connection in
      try OperatorAct.check(reason)
      let before = try self.analysts(connection)
      let left = before.filter { $0.person != person }
      guard left.count < before.count else { throw Refusal(.notFound, field: "person") }
      try self.save(left, connection)
      try OperatorAct.record(
        connection, "analyst.dismiss:\(person)", stream: nil, reason: reason, at: now)
    }
  }

  func add(_ new: [Analyst], _ connection: any Connection) throws {
    var all = try analysts(connection)
    for one in new where !all.contains(where: { $0.party == one.party && $0.person == one.person })
    {
      all.append(one)
    }
    try save(all, connection)
  }

  private func member(_ connection: any Connection, _ id: String) throws -> StaffMember {
    guard let member = try storedDirectory(connection).first(where: { $0.id == id }) else {
      throw Refusal(.notFound, field: "person")
    }
    return member
  }

  /// Certificates are sent to Försäkringskassan, and regions follow up those of their own care.
  private static func mayHaveAnalysts(_ party: Party) -> Bool {
    switch party {
    case .fk, .region: true
    case .performer, .insured: false
    }
  }

  /// Whether somebody may take in files and make editions now.
  public func isAnalyst(_ actor: Actor) async throws(ServiceError) -> Bool {
    guard Self.mayHaveAnalysts(actor.party) else { return false }
    let party = actor.party.description
    return try await analysts().contains { $0.party == party && $0.person == actor.person }
  }

  /// Throws `analystsOnly` for others.
  public func requireAnalyst(_ actor: Actor) async throws(ServiceError) {
    guard try await isAnalyst(actor) else { throw .refused(Refusal(.analystsOnly)) }
  }
}
