// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

/// A signed-in person.
public struct SignedIn: Sendable {
  /// What the browser holds; never logged.
  public let token: String
  public let member: StaffMember
  /// Stands in every form, so that no other site can send it.
  public let formToken: String
  public var language: Language

  /// The person as she acts in cases.
  public var actor: Actor { member.actor() }
}

extension SamsynService {
  private struct SessionData: Codable {
    var formToken: String
    var language: Language
  }

  /// The people of the demonstration, in the order they are presented; empty where the database
  /// is not a demonstration, so that nobody can sign in.
  public func people() async throws(ServiceError) -> [StaffMember] {
    let known = peopleCache.withLock { $0 }
    if !known.isEmpty { return known }
    return try await read { try self.directory($0) }
  }

  /// As `people`, within a transaction.
  func directory(_ connection: any Connection) throws -> [StaffMember] {
    let known = peopleCache.withLock { $0 }
    if !known.isEmpty { return known }
    return try storedDirectory(connection)
  }

  /// As it stands in the database, whatever was read before.
  func storedDirectory(_ connection: any Connection) throws -> [StaffMember] {
    guard try Meta(connection).value(Meta.kindKey) == Meta.demonstration,
      let text = try Meta(connection).value(Self.peopleKey)
    else { return [] }
    let people = try JSONDecoder().decode([StaffMember].self, from: Data(text.utf8))
    peopleCache.withLock { $0 = people }
    return people
  }

  static let peopleKey = "people"

  /// One of them. Who is not known is asked for anew: another process may have added her.
  private func person(_ id: String) async throws(ServiceError) -> StaffMember? {
    if let known = try await people().first(where: { $0.id == id }) { return known }
    return try await read { try self.storedDirectory($0) }.first { $0.id == id }
  }

  /// Signs a demonstration person in.
  ///
  /// - Throws: `.notDemonstration` where the database is not one.
  public func signIn(
    _ id: String, language: Language
  ) async throws(ServiceError) -> SignedIn {
    guard try await isDemonstration() else { throw .notDemonstration }
    guard let member = try await person(id) else {
      throw .refused(Refusal(.notFound))
    }
    let token = Sessions.newToken()
    let data = SessionData(formToken: Sessions.newToken(), language: language)
    let now = clock.unmoved()
    try await write { connection in
      try Sessions(connection, self.keyring).begin(
        token: token, person: id, data: Array(try JSONEncoder().encode(data)), at: now)
    }
    return SignedIn(
      token: token, member: member, formToken: data.formToken, language: language)
  }

  /// The person behind a token, or nil where the session is unknown or has ended.
  public func session(_ token: String) async throws(ServiceError) -> SignedIn? {
    let now = clock.unmoved()
    let stored = try await read { try Sessions($0, self.keyring).find(token: token) }
    guard let stored,
      stored.seen.elapsedHours(until: now) < KeepingTime.sessionIdleHours,
      stored.created.elapsedHours(until: now) < KeepingTime.sessionLongestHours,
      let member = try await person(stored.person),
      let data = try? JSONDecoder().decode(SessionData.self, from: Data(stored.data))
    else { return nil }
    // Written at most once an hour, so that reading a page costs no write.
    if stored.seen.elapsedHours(until: now) >= 1 {
      _ = try await write {
        try Sessions($0, self.keyring).touch(token: token, at: now)
      }
    }
    return SignedIn(
      token: token, member: member, formToken: data.formToken, language: data.language)
  }

  /// Keeps the language that a person chose.
  public func setLanguage(
    _ language: Language, in session: SignedIn
  ) async throws(ServiceError) {
    let now = clock.unmoved()
    let data = SessionData(formToken: session.formToken, language: language)
    _ = try await write { connection in
      try Sessions(connection, self.keyring).touch(
        token: session.token, data: Array(try JSONEncoder().encode(data)), at: now)
    }
  }

  /// Ends a session.
  public func signOut(_ session: SignedIn) async throws(ServiceError) {
    try await write { try Sessions($0, self.keyring).end(token: session.token) }
  }
}
