// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The page where a demonstration person is chosen.
func signInPage(_ model: SignInModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(SignInTexts.title[language], lead: SignInTexts.lead[language]).html
    if model.kept != nil {
      Notice(.soon, SignInTexts.ended[language], SignInTexts.kept[language]).html
    }
    if model.groups.isEmpty {
      EmptyState(
        title: SignInTexts.nobody[language], text: SignInTexts.nobodyText[language]
      ).html
    }
    // One form for everybody: what it carries, which may be a long form that waits, stands once.
    PostForm(
      to: SiteAddress.signIn.href, token: "", isGuarded: model.kept == nil,
      hidden: model.carried
    ).html {
      div(.class(model.kept == nil ? "flow" : "flow section-s")) {
        for (index, group) in model.groups.enumerated() {
          card(group, id: "org-\(index)", language)
        }
      }
      if !model.more.isEmpty {
        div(.class("section")) {
          Fold(SignInTexts.more(model.more.count)[language]) {
            div(.class("flow", "section-s")) {
              for (index, group) in model.more.enumerated() {
                card(group, id: "more-\(index)", language)
              }
            }
          }.html
        }
      }
    }
  }.render()
}

private func card(_ group: SignInModel.Group, id: String, _ language: Language) -> HTML {
  Card(id, group.organisation) {
    ul(.class("ruled")) {
      for person in group.people {
        li(.class("row", "row--apart")) {
          span(.class("grow")) {
            PartyMark(group.role).html
            " "
            b { person.name }
            " "
            span(.class("muted", "small")) { person.title[language] }
          }
          Button.submit(
            SignInTexts.signIn[language], .quiet, name: "person", value: person.id,
            context: person.name, isSmall: true
          ).html
        }
      }
    }
  }.html
}

extension SignInModel {
  /// What goes along unseen: where to go on, and the form that waits.
  var carried: [(name: String, value: String)] {
    let kept = self.kept.map { [(name: KeptForm.field, value: $0.urlEncoded)] } ?? []
    return kept + (next.map { [(name: "till", value: $0)] } ?? [])
  }
}

enum SignInTexts {
  static let title = Bilingual(sv: "Välj vem du är", en: "Choose who you are")
  static let lead = Bilingual(
    sv: "Det här är en demonstration. Alla personer och ärenden är påhittade, och vem som helst "
      + "kan logga in som vem som helst. Skriv inga riktiga uppgifter här.",
    en: "This is a demonstration. All people and cases are made up, and anybody can sign in as "
      + "anybody. Do not write any real information here.")
  static let signIn = Bilingual(sv: "Logga in", en: "Sign in")

  static let ended = Bilingual(
    sv: "Din inloggning har tagit slut", en: "Your session has ended")
  static let kept = Bilingual(
    sv: "Inget har skickats. Logga in igen, så får du tillbaka det du skrev.",
    en: "Nothing has been sent. Sign in again and you get back what you wrote.")

  static func more(_ count: Int) -> Bilingual {
    Bilingual(
      sv: "Fler att logga in som, i \(count) grupper",
      en: "More people to sign in as, in \(count) groups")
  }

  static let nobody = Bilingual(sv: "Ingen att logga in som", en: "Nobody to sign in as")
  static let nobodyText = Bilingual(
    sv: "Databasen saknar demonstrationspersoner. Fyll den med kommandot samsyn demo.",
    en: "The database has no demonstration people. Fill it with the command samsyn demo.")
}
