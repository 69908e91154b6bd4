// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Where a statement or an addition to one is signed: why not, or what signing means, the digest of
/// what was read and the button.
struct StatementSigningCard: Sendable {
  /// Where the form is sent.
  let address: Href
  /// What signing leads to.
  let lead: Bilingual
  /// Why the reader may not sign.
  let refusal: Refusal?
  /// Of what can be signed now; nil while something is missing.
  let digest: String?
  /// What to say while something is missing; nothing where the page says it elsewhere.
  var missing: Refusal?
  /// What somebody else must do first; nil where nothing is waited for.
  var awaited: Bilingual?

  func html(_ frame: PageFrame) -> HTML {
    let language = frame.language
    return Card("sign", StatementReadTexts.signing[language], isSmall: true) {
      if let refusal {
        p {
          "\(StatementReadTexts.cannotSign[language]) "
          em { refusal.text.insideSentence[language] }
        }
      } else if let awaited {
        p { awaited[language] }
      } else if let digest {
        p { lead[language] }
        p(.class("small", "muted")) {
          "\(StatementReadTexts.digest[language]) "
          code(.class("hash")) { String(digest.prefix(16)) }
        }
        PostForm(to: address, token: frame.token, isGuarded: false, hidden: [("digest", digest)])
          .html { Button.submit(StatementReadTexts.signAndSend[language]).html }
      } else if let missing {
        p { missing.text[language] }
      }
    }.html
  }
}
