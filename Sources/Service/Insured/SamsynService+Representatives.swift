// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Store

// Those who act for the insured, and their accounts.
extension SamsynService {
  /// Where people sign in by accounts of a demonstration, whoever is registered gets one. Anywhere
  /// else accounts are not Samsyn's to give, and the registration is asked for all the same.
  func admitRepresentatives(
    _ connection: any Connection, _ new: [RecordedEvent], _ history: [RecordedEvent]
  ) throws {
    let registered = new.compactMap { recorded -> RepresentativeRegistered? in
      guard case .representativeRegistered(let one) = recorded.event else { return nil }
      return one
    }
    guard let id = try? CaseNumber(year: 2000, serial: 1), !registered.isEmpty,
      let insured = Assessment(id: id, events: history).insured
    else { return }
    var people = try storedDirectory(connection)
    if people.isEmpty { return }
    for one in registered {
      let member = StaffMember.insured(
        insured.number, name: one.name, keyring, representative: one)
      people.removeAll { $0.id == member.id }
      people.append(member)
    }
    try Meta(connection).set(
      Self.peopleKey, String(decoding: try JSONEncoder().encode(people), as: UTF8.self))
  }

  /// Those who act or have acted for the insured in a case, by their accounts.
  func representativeAccounts(
    _ connection: any Connection, _ id: CaseNumber
  ) throws -> [String: Representative] {
    let history = try shownHistories(connection).load(id)
    guard let insured = Assessment(id: id, events: history).insured else { return [:] }
    let accounts = history.representatives.compactMap { one in
      one.identity.map {
        (InsuredAccount.id(of: insured.number, keyring, representative: $0), one)
      }
    }
    return Dictionary(accounts, uniquingKeysWith: { _, last in last })
  }
}
