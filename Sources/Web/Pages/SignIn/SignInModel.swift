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

  /// Those who are offered first.
  let groups: [Group]
  /// All the others.
  let more: [Group]
  /// Where to go afterwards, when the reader was on her way to a page.
  let next: String?

  /// A form that was sent when the session had ended, to go on with afterwards.
  let kept: FormValues?

  /// - Parameter people: colleagues stand together. Where an organisation comes a second time,
  ///   those who are offered first have been named.
  init(people: [StaffMember], next: String?, kept: FormValues? = nil) {
    var runs: [[StaffMember]] = []
    let insured = people.filter { $0.party == .insured }
    for person in people where person.party != .insured {
      if runs.last?.last?.party == person.party {
        runs[runs.count - 1].append(person)
      } else {
        runs.append([person])
      }
    }
    var seen: Set<Party> = []
    let first = runs.prefix { run in run.first.map { seen.insert($0.party).inserted } ?? false }
    let all = runs.compactMap { run in
      run.first.map { Group(organisation: $0.organisation, role: $0.party.role, people: run) }
    }
    let own = insured.first.map {
      Group(organisation: $0.organisation, role: .insured, people: insured)
    }
    groups = Array(all.prefix(first.count)) + [own].compactMap { $0 }
    more = Array(all.dropFirst(first.count))
    self.kept = kept
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
