// SPDX-License-Identifier: Apache-2.0
import Domain

/// A person's certificates in the order of signing, and which of them count: of certificates that
/// replace or supplement each other the latest valid one, whatever order they came in.
struct CertificateChains: Sendable {
  /// By time of signing, then by key; each key once.
  let facts: [CertificateFact]
  /// A number that certificates of one chain share.
  let chain: [Int]
  let revoked: [Bool]
  let counts: [Bool]

  init(_ person: PersonFacts) {
    var seen: Set<FactKey> = []
    let facts = person.certificates.sorted(by: Self.comesBefore).filter {
      seen.insert($0.key).inserted
    }
    let chain = Self.chains(of: facts)
    let withdrawn = Set(person.revocations.map(\.certificate))
    let revoked = facts.map { withdrawn.contains($0.key) }
    var latest: [Int: Int] = [:]
    for row in facts.indices where !revoked[row] { latest[chain[row]] = row }
    self.facts = facts
    self.chain = chain
    self.revoked = revoked
    counts = facts.indices.map { latest[chain[$0]] == $0 }
  }

  /// The time that certificates are ordered by: of signing, else the start of the first day.
  private static func time(_ fact: CertificateFact) -> (Int, TimeOfDay?) {
    if let signed = fact.signed { return (signed.day.number, signed.time) }
    return (fact.periods.map(\.first.number).min() ?? Int.min, nil)
  }

  private static func comesBefore(_ one: CertificateFact, _ other: CertificateFact) -> Bool {
    let (a, b) = (time(one), time(other))
    if a.0 != b.0 { return a.0 < b.0 }
    switch (a.1, b.1) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let x?, let y?) where x != y: return x < y
    default: return one.key < other.key
    }
  }

  /// Certificates that name each other, or the same third one, are one chain.
  private static func chains(of facts: [CertificateFact]) -> [Int] {
    var roots = Array(facts.indices)
    var places: [FactKey: Int] = [:]
    for (row, fact) in facts.enumerated() { places[fact.key] = row }
    func root(_ row: Int) -> Int {
      var row = row
      while roots[row] != row { row = roots[row] }
      return row
    }
    for (row, fact) in facts.enumerated() {
      for relation in fact.relations
      where relation.kind == .replaces || relation.kind == .supplements {
        // One that is not here stands where the first that names it stands.
        let other = places[relation.certificate] ?? row
        places[relation.certificate] = other
        let (a, b) = (root(row), root(other))
        roots[max(a, b)] = min(a, b)
      }
    }
    return facts.indices.map(root)
  }
}
