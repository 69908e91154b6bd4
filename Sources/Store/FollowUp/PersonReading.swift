// SPDX-License-Identifier: Apache-2.0
import Domain

/// How many documents were passed over because another version of the same counts.
public struct FactVersions: Hashable, Codable, Sendable {
  /// Certificates that were sent again with the same signed content, such as with a relation or a
  /// time of sending that was added.
  public var sentAgain = 0
  /// Certificates with the identity of another, but other content.
  public var otherContent = 0
  /// Messages with the identity of another.
  public var messages = 0

  public init() {}
}

/// Puts together what is counted of one person. Of documents with one identity the one that was
/// sent last counts; where they were sent at the same time, the one that comes last by its digest,
/// so that the order in which they were taken in changes nothing.
struct PersonReading {
  private struct Version<Fact> {
    let sent: Int
    let fact: Fact
  }

  let person: FactKey
  let sex: Sex?
  let birthMonth: Day?
  private var certificates: [Version<CertificateFact>] = []
  private var messages: [Version<MessageFact>] = []
  private var revocations: [RevocationFact] = []

  init(person: FactKey, sex: Sex?, birthMonth: Day?) {
    self.person = person
    self.sex = sex
    self.birthMonth = birthMonth
  }

  /// Takes a row; rows come in the order of their digests.
  mutating func take(_ row: SQLRow) throws(StoreError) {
    let line = try row.text("fact")
    var sent = Int.min
    if case .integer(let seconds) = try row.value("sent") { sent = Int(seconds) }
    switch CertificateRowKind(rawValue: try row.text("kind")) {
    case .certificate:
      guard let fact = CertificateFact(line: line) else { throw Self.damaged }
      certificates.append(Version(sent: sent, fact: fact))
    case .toCare, .toRecipient:
      guard let fact = MessageFact(line: line) else { throw Self.damaged }
      messages.append(Version(sent: sent, fact: fact))
    case .revocation:
      guard let fact = RevocationFact(line: line) else { throw Self.damaged }
      revocations.append(fact)
    case .some(.none), nil: throw Self.damaged
    }
  }

  private static let damaged = StoreError.damaged("certificate fact")

  /// What is counted, and in `versions` what is passed over.
  func facts(_ versions: inout FactVersions) -> PersonFacts {
    PersonFacts(
      person: person, sex: sex, birthMonth: birthMonth,
      certificates: counted(&versions),
      messages: Self.latest(messages, \.key) { _, _ in versions.messages += 1 },
      revocations: revocations)
  }

  /// A relation that a later version leaves out still holds where the signed content is the same.
  private func counted(_ versions: inout FactVersions) -> [CertificateFact] {
    var relations: [FactKey: [CertificateFact.Relation]] = [:]
    let latest = Self.latest(certificates, \.key) { old, new in
      guard old.signedContent == new.signedContent else {
        versions.otherContent += 1
        return
      }
      versions.sentAgain += 1
      relations[new.key, default: []] += old.relations
    }
    if relations.isEmpty { return latest }
    return latest.map { fact in
      var fact = fact
      let known = Set(fact.relations)
      let added = Set(relations[fact.key] ?? []).subtracting(known)
      fact.relations += added.sorted {
        ($0.kind.rawValue, $0.certificate) < ($1.kind.rawValue, $1.certificate)
      }
      return fact
    }
  }

  /// The latest version of each, in the order of the keys. `passing` is given each version that
  /// does not count, and the one that does.
  private static func latest<Fact>(
    _ versions: [Version<Fact>], _ key: KeyPath<Fact, FactKey>,
    _ passing: (_ old: Fact, _ new: Fact) -> Void
  ) -> [Fact] {
    guard versions.count > 1 else { return versions.map(\.fact) }
    // Digests break ties: what stands later comes later.
    let sorted = versions.enumerated().sorted {
      ($0.element.fact[keyPath: key], $0.element.sent, $0.offset)
        < ($1.element.fact[keyPath: key], $1.element.sent, $1.offset)
    }.map(\.element.fact)
    var latest: [Fact] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end + 1 < sorted.count, sorted[end + 1][keyPath: key] == sorted[start][keyPath: key] {
        end += 1
      }
      for old in start..<end { passing(sorted[old], sorted[end]) }
      latest.append(sorted[end])
      start = end + 1
    }
    return latest
  }
}

extension CertificateFact {
  /// Without what is left out of the signature and may be added later.
  var signedContent: CertificateFact {
    var fact = self
    fact.relations = []
    fact.isSent = false
    fact.hasNotes = false
    fact.answersTo = nil
    return fact
  }
}
