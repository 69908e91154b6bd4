// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The text of a summons, the same on the page, on paper and in the PDF.
struct SummonsText: Sendable {
  let model: SummonsModel
  let language: Language

  private var dates: DateText { DateText(language) }

  var html: HTML {
    fragment {
      for part in model.parts { visit(part) }
      section(.class("stack-s", "prose")) {
        h2 { SummonsTexts.bring[language] }
        ul {
          for line in SummonsTexts.toBring { li { line[language] } }
        }
      }
      section(.class("stack-s", "prose")) {
        h2 { SummonsTexts.cannot[language] }
        p { SummonsTexts.cannotText[language] }
        ul {
          for part in model.parts {
            li {
              SummonsTexts.cancelBy(
                dates.text(part.visit.start, .sentence),
                part.cancelBy.map { dates.text($0.instant, .full) })[language]
            }
          }
        }
        p { SummonsTexts.late[language] }
        if let source = model.parts.compactMap(\.cancelBy?.source).first {
          p(.class("small", "by")) { SummonsTexts.source(source)[language] }
        }
        p { SummonsTexts.missed[language] }
      }
      contact
    }
  }

  private func visit(_ part: SummonsModel.VisitPart) -> HTML {
    section(.class("section-s")) {
      h2 { capital(dates.text(part.visit.start, .full)) }
      SummaryList(lines(part.visit), isSmall: true).html(language)
    }
  }

  private func lines(_ visit: Visit) -> [SummaryList.Line] {
    var lines: [SummaryList.Line] = []
    func add(_ term: Bilingual, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(.init(term[language], value))
    }
    let who = [capital(visit.profession.label[language]), visit.examiner].compactMap { $0 }
    add(SummonsTexts.who, who.joined(separator: " "))
    add(SummonsTexts.place, visit.place)
    add(SummonsTexts.ends, visit.end.map { dates.clock($0.clock) })
    add(SummonsTexts.interpreter, interpreter(visit))
    add(SummonsTexts.needs, model.specialNeeds)
    return lines
  }

  private func interpreter(_ visit: Visit) -> String? {
    let language = model.interpreter?.language
    if visit.interpreterBooked { return SummonsTexts.booked(language)[self.language] }
    return model.interpreter?.needed == true ? SummonsTexts.notBooked[self.language] : nil
  }

  private var contact: HTML {
    section(.class("stack-s")) {
      h2 { SummonsTexts.contact[language] }
      if let unit = model.unit {
        p {
          SummonsTexts.aboutVisit[language] + " "
          [unit.name, unit.phone, unit.email].compactMap { $0 }.joined(separator: ", ") + "."
        }
      }
      if let officer = model.officer {
        p {
          SummonsTexts.aboutMoney[language] + " "
          [officer.name, "Försäkringskassan", officer.phone].compactMap { $0 }
            .joined(separator: ", ") + "."
        }
      }
    }
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// To whom the letter goes. A protected person's address is known to nobody who prints this.
  var receiver: HTML {
    fragment {
      if let name = model.name {
        p {
          b { name }
          for line in model.address {
            br()
            line
          }
        }
      }
      if model.isProtected, model.isForStaff {
        p(.class("by")) { SummonsTexts.protected[language] }
      }
    }
  }

  var title: String {
    (model.parts.count == 1 ? SummonsTexts.title : SummonsTexts.titleMany)[language]
  }

  var lead: String {
    "\(model.id). \(SummonsTexts.lead[language])"
  }
}

/// The summons as a document of its own, for the printer and for PDF.
struct SummonsPrint: Sendable {
  let text: SummonsText

  /// The page with the site's own stylesheet for print.
  func linked() -> [UInt8] {
    document(head: Head.stylesheet(SiteAddress.asset("print.css").href)).render()
  }

  /// The page that needs nothing but itself.
  func page() -> [UInt8] { document(head: .empty).render() }

  private func document(head: HTML) -> HTMLDocument {
    HTMLDocument(
      language: text.language.rawValue, title: "\(text.title) \(text.model.id)", head: head,
      bodyAttributes: [],
      body: main {
        h1 { text.title }
        p(.class("lead")) { text.lead }
        text.receiver
        text.html
        p(.class("by")) {
          SummonsTexts.written(DateText(text.language).text(text.model.today, .date))[
            text.language]
        }
      })
  }
}

/// The summons on the site.
func summonsPage(_ model: SummonsModel, canMakePDF: Bool, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let text = SummonsText(model: model, language: language)
  var actions: [Button] = [
    .link(
      SummonsTexts.print[language], to: SiteAddress.summonsPrint(model.id).href(model.query),
      .quiet, icon: .document)
  ]
  if canMakePDF {
    actions.insert(
      .link(
        SummonsTexts.pdf[language], to: SiteAddress.summonsPDF(model.id).href(model.query),
        icon: .download), at: 0)
  }
  return PageShell(frame) {
    PageHead(text.title, lead: text.lead, actions: actions).html
    if model.isForStaff {
      for part in model.parts {
        if let notice = part.notice {
          Notice(
            .soon, DateText(language).text(part.visit.start, .short) + ":",
            SummonsTexts.notice(notice.given, notice.wanted)[language]
          ).html
        }
      }
    }
    div(.class("stack", "section-s")) {
      text.receiver
      text.html
    }
  }.render()
}

enum SummonsTexts {
  static let title = Bilingual(sv: "Kallelse till besök", en: "Summons to a visit")
  static let titleMany = Bilingual(sv: "Kallelse till flera besök", en: "Summons to several visits")
  static let lead = Bilingual(
    sv: "Du kallas till en försäkringsmedicinsk utredning som Försäkringskassan har beställt.",
    en: "You are summoned to an insurance-medicine assessment that Försäkringskassan has ordered.")
  static let who = Bilingual(sv: "Du träffar", en: "You meet")
  static let place = Bilingual(sv: "Plats", en: "Place")
  static let ends = Bilingual(sv: "Slutar ungefär", en: "Ends at about")
  static let interpreter = Bilingual(sv: "Tolk", en: "Interpreter")
  static let notBooked = Bilingual(
    sv: "Ingen tolk är bokad än. Säg till om det saknas när besöket närmar sig.",
    en: "No interpreter is booked yet. Tell us if none is when the visit comes near.")
  static let needs = Bilingual(sv: "Särskilda behov", en: "Special needs")
  static let bring = Bilingual(sv: "Ta med", en: "What to bring")
  static let toBring = [
    Bilingual(sv: "Legitimation.", en: "Proof of identity."),
    Bilingual(
      sv: "Glasögon, hörapparat och hjälpmedel som du använder.",
      en: "Glasses, hearing aid and other aids that you use."),
    Bilingual(sv: "En lista över dina läkemedel.", en: "A list of your medicines."),
  ]
  static let cannot = Bilingual(sv: "Om du inte kan komma", en: "If you cannot come")
  static let cannotText = Bilingual(
    sv: "Säg till så fort du vet det. Då kan någon annan få tiden, och du får en ny.",
    en: "Tell us as soon as you know. Then somebody else can have the time, and you get another.")
  static let late = Bilingual(
    sv: "Ett senare återbud räknas som sent. Blir du sjuk, hör av dig ändå.",
    en: "A later cancellation counts as late. If you fall ill, let us know all the same.")
  static let missed = Bilingual(
    sv: "Om du uteblir får Försäkringskassan veta det. Det kan påverka din ersättning. Fråga din "
      + "handläggare vad som gäller för dig.",
    en: "If you do not come, Försäkringskassan is told. It may affect your benefit. Ask your case "
      + "officer what applies to you.")
  static let contact = Bilingual(sv: "Kontakt", en: "Contact")
  static let aboutVisit = Bilingual(sv: "Om besöket:", en: "About the visit:")
  static let aboutMoney = Bilingual(sv: "Om din ersättning:", en: "About your benefit:")
  static let protected = Bilingual(
    sv: "Skyddade personuppgifter: adressen skrivs aldrig ut. Kallelsen går den väg som "
      + "Försäkringskassan anger.",
    en: "Protected identity: the address is never printed. The summons goes the way "
      + "Försäkringskassan states.")
  static let print = Bilingual(sv: "För utskrift", en: "For printing")
  static let pdf = Bilingual(sv: "Hämta som PDF", en: "Get as PDF")
  static let link = Bilingual(sv: "Kallelsen", en: "The summons")

  static func booked(_ language: String?) -> Bilingual {
    guard let language, !language.isEmpty else {
      return Bilingual(sv: "Tolk är bokad.", en: "An interpreter is booked.")
    }
    return Bilingual(
      sv: "Tolk är bokad: \(language).", en: "An interpreter is booked: \(language).")
  }

  static func cancelBy(_ visit: String, _ last: String?) -> Bilingual {
    guard let last else {
      return Bilingual(
        sv: "Besöket \(visit): gränsen för sent återbud är inte känd. Säg till så snart du kan.",
        en: "The visit \(visit): the limit for a late cancellation is not known. Tell us as soon "
          + "as you can.")
    }
    return Bilingual(
      sv: "Besöket \(visit): lämna återbud senast \(last).",
      en: "The visit \(visit): cancel no later than \(last).")
  }

  static func source(_ source: String) -> Bilingual {
    Bilingual(
      sv: "Gränsen för sent återbud: \(source).", en: "The limit for late cancellation: \(source).")
  }

  static func written(_ day: String) -> Bilingual {
    Bilingual(sv: "Utskriven \(day).", en: "Written out \(day).")
  }

  static func notice(_ given: Int, _ wanted: Int) -> Bilingual {
    Bilingual(
      sv: "det är \(given) vardagar från kallelsen till besöket. Regionens servicemål är "
        + "\(wanted).",
      en: "there are \(given) workdays from summons to visit. The region's target is \(wanted).")
  }
}
