// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Where a statement is to pass a mentor: how it stands, and the mentor's button.
struct MentorCard: Sendable {
  let work: StatementWork
  /// Of what can be passed now; nil while something is missing.
  let digest: String?
  let mentoring: Mentoring

  func html(_ frame: PageFrame) -> HTML {
    let language = frame.language
    return Card("mentor", MentorTexts.title[language], isSmall: true) {
      if let pass = mentoring.pass {
        p { "\(MentorTexts.passedBy[language]) \(pass.mentorName)." }
      } else {
        p { MentorTexts.left(mentoring.left)[language] }
        if mentoring.mayPass {
          if let digest {
            PostForm(
              to: SiteAddress.statementMentor(work.view.state.id).href, token: frame.token,
              isGuarded: false, hidden: [("digest", digest)]
            ).html {
              Button.submit(MentorTexts.pass[language]).html
            }
          } else {
            p(.class("muted")) { MentorTexts.incomplete[language] }
          }
        }
      }
    }.html
  }
}

enum MentorTexts {
  static let title = Bilingual(sv: "Mentor", en: "Mentor")
  static let passedBy = Bilingual(
    sv: "Godkänt så som det står nu av", en: "Passed as it stands now by")
  static let pass = Bilingual(sv: "Godkänn som mentor", en: "Pass as mentor")
  static let incomplete = Bilingual(
    sv: "Det går att godkänna när inget saknas.", en: "It can be passed when nothing is missing.")
  static let awaited = Bilingual(
    sv: "Väntar på mentorn. Ändras något efter godkännandet behövs ett nytt.",
    en: "Waits for the mentor. If anything changes after the passing, a new one is needed.")

  static func left(_ left: Int?) -> Bilingual {
    guard let left else {
      return Bilingual(
        sv: "Ska godkännas av en mentor. Regelboken säger inte hur många utlåtanden det gäller.",
        en: "Is to pass a mentor. The rule book does not say how many statements do.")
    }
    return Bilingual(
      sv: "Den ansvariga läkaren är ny: \(left) utlåtanden, detta inräknat, ska godkännas av en "
        + "mentor innan de skickas. Mentorn utses som utredare i ärendet för att läsa.",
      en: "The responsible doctor is new: \(left) statements, this one included, are to pass a "
        + "mentor before they are sent. The mentor is appointed in the case to read.")
  }
}
