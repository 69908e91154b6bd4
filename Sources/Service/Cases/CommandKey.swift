// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// The key by which a party can repeat a command without harm, and what it was given for.
struct CommandKey {
  let text: String
  /// A fingerprint of the command as it was asked for, with its case.
  let saidHash: [UInt8]

  /// Whose key it is: a party's, or one insured person's, since they are many.
  static func owner(_ actor: Actor) -> String {
    actor.party == .insured ? "\(actor.party)|\(actor.person)" : actor.party.description
  }

  /// Nil where no key was given.
  init?(_ text: String?, for id: CaseNumber?, _ asked: some Encodable, _ keyring: Keyring)
    throws
  {
    guard let text else { return nil }
    self.text = text
    let said = try stableJSON(asked)
    saidHash = keyring.saidHash(
      Array("\(id?.description ?? "")|".utf8) + said)
  }
}
