// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// The account of an insured person, or of somebody who is registered to act for her: a guardian,
/// a trustee or a proxy. It stands for one person, whose cases it opens, and holds a keyed hash of
/// her personal identity number and never the number itself.
public struct InsuredAccount: Hashable, Sendable {
  private static let prefix = "insured-"

  /// Keyed hash of whom it is about.
  let personHash: [UInt8]
  /// Who acts for her, by a keyed hash of that person's own number; nil where it is she.
  let representative: String?

  /// Samsyn's own operator, who looks with her eyes.
  static let operatorWord = "operator"

  /// Nil for everybody else, and for an account that stands for nobody.
  init?(_ actor: Actor) {
    guard actor.party == .insured, actor.function == .insured,
      actor.person.hasPrefix(Self.prefix)
    else { return nil }
    let parts = actor.person.dropFirst(Self.prefix.count)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let hash = parts.first.flatMap({ Hexadecimal.bytes(String($0)) }) else { return nil }
    personHash = hash
    representative = parts.count == 2 ? String(parts[1]) : nil
  }

  /// The identifier of an account.
  ///
  /// - Parameter representative: the number of who acts for the person; nil is she herself.
  static func id(
    of number: PersonalIdentityNumber, _ keyring: Keyring,
    representative: PersonalIdentityNumber? = nil
  ) -> String {
    id(
      keyring.personHash(number),
      representative: representative.map { keyring.personHash($0).hexadecimal })
  }

  /// Whether the account opens a case of hers: always for herself, and for who acts for her while
  /// it is registered there.
  func opens(_ history: [RecordedEvent], _ keyring: Keyring, on today: Day) -> Bool {
    guard let representative, representative != Self.operatorWord else { return true }
    return history.representatives.contains { one in
      one.isInForce(on: today)
        && one.identity.map { keyring.personHash($0).hexadecimal } == representative
    }
  }

  static func id(_ personHash: [UInt8], representative: String?) -> String {
    prefix + personHash.hexadecimal + (representative.map { ":\($0)" } ?? "")
  }
}

extension SamsynService {
  /// The operator, looking at one case with the eyes of the one whom it is about; nil where the
  /// case is not about anybody yet. The log of reads says that it was the operator.
  public func insuredOperator(in id: CaseNumber) async throws(ServiceError) -> Actor? {
    let hash = try await read { connection in
      try CaseRows(connection, self.keyring)
        .row(party: Party.fk.description, stream: id.description)?.personHash
    }
    return hash.map { hash in
      Actor(
        party: .insured,
        person: InsuredAccount.id(hash, representative: InsuredAccount.operatorWord),
        name: "Operator", function: .insured)
    }
  }
}

extension StaffMember {
  /// An insured person as she signs in, or with `representative` somebody who acts for her. That
  /// there is an account gives nothing: the registration is asked for where a case is loaded.
  static func insured(
    _ number: PersonalIdentityNumber, name: String, _ keyring: Keyring,
    representative: RepresentativeRegistered? = nil
  ) -> StaffMember {
    StaffMember(
      id: InsuredAccount.id(of: number, keyring, representative: representative?.identity),
      name: representative?.name ?? name,
      function: .insured, party: .insured, organisation: "Försäkrade",
      title: representative.map { $0.kind.title }
        ?? Bilingual(sv: "Försäkrad", en: "Insured"))
  }
}

extension RepresentativeKind {
  /// Whose representative it is, without saying who.
  fileprivate var title: Bilingual {
    let kind = label.alone
    return Bilingual(
      sv: "\(kind.sv), för en försäkrad", en: "\(kind.en), for an insured person")
  }
}

extension [RecordedEvent] {
  /// Those who act or have acted for the insured.
  var representatives: [Representative] {
    guard let id = try? CaseNumber(year: 2000, serial: 1) else { return [] }
    return Assessment(
      id: id,
      events: filter {
        switch $0.event {
        case .representativeRegistered, .representativeEnded: true
        default: false
        }
      }
    ).representatives
  }
}
