// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// Says what has happened and what can be done about it.
struct Notice: Component {
  var tone: Tone
  /// The first words, in bold.
  var lead: String
  var text: String
  /// A link at the end of the text.
  var link: (text: String, href: Href)?

  init(_ tone: Tone, _ lead: String, _ text: String = "", link: (text: String, href: Href)? = nil) {
    self.tone = tone
    self.lead = lead
    self.text = text
    self.link = link
  }

  var html: HTML {
    div(.class("alert", tone == .note ? nil : "alert--\(tone.rawValue)")) {
      (tone == .note || tone == .rest ? Icon.information : tone.icon).html
      div {
        p {
          b { lead }
          if !text.isEmpty { " " + text }
          if let link {
            " "
            a(.href(link.href)) { link.text }
          }
        }
      }
    }
  }

  func html(_ language: Language) -> HTML { html }

  static let name = Bilingual(sv: "Meddelanden på sidan", en: "Notices")
  static let purpose = Bilingual(
    sv: "Säger vad som har hänt och vad du kan göra.",
    en: "Say what has happened and what you can do.")

  static func examples(_ language: Language) -> [Notice] {
    let here = Href.fragment("notice")
    if language == .en {
      return [
        Notice(.note, "The psychologist is writing in chapter 4.", "You can read but not change."),
        Notice(.soon, "One workday left.", link: ("Report a risk of delay", here)),
        Notice(.late, "Someone else has changed this.", link: ("Compare and choose", here)),
        Notice(.done, "The summons is sent."),
        Notice(.rest, "Nothing is missing."),
      ]
    }
    return [
      Notice(.note, "Psykologen skriver i avsnitt 4.", "Du kan läsa men inte ändra där just nu."),
      Notice(
        .soon, "En vardag kvar.", "Utlåtandet ska vara hos Försäkringskassan i morgon.",
        link: ("Rapportera risk för försening", here)),
      Notice(
        .late, "Någon annan har ändrat.", "Inget av det du skrev har gått förlorat.",
        link: ("Jämför och välj", here)),
      Notice(.done, "Kallelsen är skickad.", "Maja Exempelsson får den som brev."),
      Notice(.rest, "Inget saknas."),
    ]
  }
}
