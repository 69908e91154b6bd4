// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The demonstration people, by organisation.
struct SignInModel {
  struct Group {
    let organisation: String
    let role: PartyRole
    let people: [StaffMember]
  }

  let groups: [Group]
  /// Where to go afterwards, when the reader was on her way to a page.
  let next: String?

  init(people: [StaffMember], next: String?) {
    var order: [Party] = []
    var byParty: [Party: [StaffMember]] = [:]
    for person in people {
      if byParty[person.party] == nil { order.append(person.party) }
      byParty[person.party, default: []].append(person)
    }
    groups = order.map { party in
      let people = byParty[party] ?? []
      return Group(
        organisation: people.first?.organisation ?? "", role: party.role, people: people)
    }
    self.next = SignInModel.safeNext(next) == nil ? nil : next
  }

  /// A page of this site to go on to, or nil for anything else: an address from a query must not
  /// lead away.
  static func safeNext(_ text: String?) -> Href? {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/").compactMap {
      String($0).removingPercentEncoding
    }
    let query = parts.count == 2 ? FormValues(urlEncoded: parts[1]) : FormValues()
    let pairs = query.fields.sorted { $0.key < $1.key }
      .flatMap { name, values in values.map { (name, $0) } }
    return Href(path: path, query: pairs)
  }
}
