// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// All components with their examples, as the page of components shows them.
enum Gallery {
  /// Every component, in the order of the page. A test keeps the list complete.
  static let components: [any Component.Type] = [
    Button.self, Badge.self, Icon.self, PartyMark.self, PartyName.self, SourceMark.self,
    Notice.self, EmptyState.self, Card.self, PageHead.self, Breadcrumbs.self, StepIndicator.self,
    TabBar.self, SegmentLinks.self, DensitySwitch.self, DropMenu.self, Fold.self, Ledger.self,
    FilterChips.self,
    Pagination.self, ErrorSummary.self, TextField.self, DateField.self, TimeField.self,
    ChoiceField.self, CheckField.self, SelectField.self, FileField.self, SummaryList.self,
    DataTable.self, TaskList.self, JobQueue.self, CaseHead.self, DeadlineCard.self,
    LaneTimeline.self, DisclosureMatrix.self, ReceiptPanel.self,
  ]

  /// The examples of one component as markup.
  static func examples(of component: any Component.Type, _ language: Language) -> [HTML] {
    component.examples(language).map { $0.html(language) }
  }

  /// Colours, type and every component with its examples.
  static func html(_ language: Language) -> HTML {
    fragment {
      PageHead(title[language], lead: lead[language]).html
      specimen(colours[language], coloursLead[language]) { swatches }
      specimen(type[language], typeLead[language]) { typeSamples(language) }
      for component in components where component != PageHead.self {
        specimen(component.name[language], component.purpose[language]) {
          examples(component, language)
        }
      }
    }
  }

  /// Small marks stand side by side, the rest below one another.
  private static func examples(_ component: any Component.Type, _ language: Language) -> HTML {
    let parts = examples(of: component, language)
    let isSmall = smallOnes.contains { $0 == component }
    return div(.class(isSmall ? "row" : "stack")) { for part in parts { part } }
  }

  private static let smallOnes: [any Component.Type] = [
    Button.self, Badge.self, Icon.self, PartyMark.self, PartyName.self, SourceMark.self,
  ]

  private static func specimen(
    _ name: String, _ purpose: String, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    section(.class("spec")) {
      div {
        h2 { name }
        p { purpose }
      }
      div(.class("stack")) { content() }
    }
  }

  private static var swatches: HTML {
    ul(.class("swatches")) {
      for colour in swatchNames {
        li {
          span(.class("sw", "sw--\(colour)"))
          span { "--\(colour)" }
        }
      }
    }
  }

  private static func typeSamples(_ language: Language) -> HTML {
    let sv = language == .sv
    return div(.class("type")) {
      p(.class("t-3xl")) { sv ? "12 juni 2026" : "12 June 2026" }
      p(.class("t-2xl")) { sv ? "Sidans rubrik, 30" : "Page heading, 30" }
      p(.class("t-xl")) { sv ? "Avsnitt, 22" : "Part, 22" }
      p(.class("t-l")) { sv ? "Kort och grupp, 18" : "Card and group, 18" }
      p { sv ? "Brödtext, 16" : "Body, 16" }
      p(.class("small", "muted")) { sv ? "Stödtext, 14" : "Supporting text, 14" }
      p(.class("tiny", "muted")) { sv ? "Minsta text, 13" : "Smallest text, 13" }
    }
  }

  private static let swatchNames = [
    "paper", "surface", "sunken", "ink", "ink-2", "brand", "brand-soft", "late", "soon", "done",
    "note", "plum", "focus",
  ]

  static let title = Bilingual(sv: "Komponenter", en: "Components")
  static let lead = Bilingual(
    sv: "Delarna som sidorna är byggda av. Samma lista driver prov och "
      + "tillgänglighetskontroll.",
    en: "The parts that the pages are built of. The same list drives tests and the "
      + "accessibility check.")
  private static let colours = Bilingual(sv: "Färg", en: "Colour")
  private static let coloursLead = Bilingual(
    sv: "Papper och bläck bär sidan. Petrol är huset. Tillstånd visas aldrig utan ord.",
    en: "Paper and ink carry the page. Petrol is the house. States never show without words.")
  private static let type = Bilingual(sv: "Text", en: "Type")
  private static let typeLead = Bilingual(
    sv: "Systemets eget typsnitt. Siffror i tabeller står i spalt.",
    en: "The system's own typeface. Figures in tables line up.")
}
