// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

/// A form that was sent when its session had ended. Nothing of it is stored: it stands in the
/// page that the reader has before her, and goes back to where it was going when she says so.
struct KeptForm {
  /// The field that carries the form through the sign-in.
  static let field = "kvar"
  /// Tells the form's page to show what was typed instead of carrying it out.
  static let showField = "visa"

  let values: FormValues
  /// Where it was sent.
  let address: Href

  /// Nil where the address does not lead to a page of this site.
  init?(_ values: FormValues, sentTo address: String) {
    guard let address = SignInModel.safeNext(address) else { return nil }
    self.values = values
    self.address = address
  }

  /// The fields as they are sent again, without the old session's token.
  var hidden: [(name: String, value: String)] {
    let names = values.fields.keys.filter { $0 != PostForm.tokenName && $0 != Self.showField }
    return names.sorted().flatMap { name in
      values.fields[name, default: []].map { (name: name, value: $0) }
    } + [(name: Self.showField, value: "ja")]
  }
}

extension Site {
  /// Offers a form of a session that has ended again: at once to somebody who is signed in, else
  /// after signing in.
  func keepForm(
    _ form: FormValues, sentTo address: String, _ context: SiteContext
  ) async throws -> Response {
    guard let signedIn = context.signedIn else {
      let model = SignInModel(people: try await service.people(), next: address, kept: form)
      let frame = try await frames.frame(SignInTexts.title, context)
      return .page(signInPage(model, frame: frame), status: .forbidden)
    }
    guard let kept = KeptForm(form, sentTo: address) else { throw PageFault.foreignForm }
    let frame = try await frames.frame(KeptFormTexts.title, context)
    return .page(keptFormPage(kept, signedIn, frame: frame), status: .forbidden)
  }
}

/// The page that gives back what was typed.
func keptFormPage(_ kept: KeptForm, _ signedIn: SignedIn, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(
      KeptFormTexts.title[language],
      lead: KeptFormTexts.lead(signedIn.member.name)[language]
    ).html
    PostForm(to: kept.address, token: signedIn.formToken, hidden: kept.hidden).html {
      Button.submit(KeptFormTexts.goOn[language]).html
    }
  }.render()
}

enum KeptFormTexts {
  static let title = Bilingual(sv: "Det du skrev finns kvar", en: "What you wrote is still here")
  static let goOn = Bilingual(sv: "Till formuläret", en: "To the form")

  static func lead(_ name: String) -> Bilingual {
    Bilingual(
      sv: "Du är inloggad som \(name). Formuläret kom från en inloggning som har tagit slut, "
        + "och inget har skickats än.",
      en: "You are signed in as \(name). The form came from a session that has ended, and "
        + "nothing has been sent yet.")
  }
}
