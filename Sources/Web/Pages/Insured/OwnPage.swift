// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The insured person's page of her own assessment.
func ownPage(_ model: OwnModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    h1 { OwnTexts.title[language] }
    p(.class("lead")) { OwnTexts.lead[language] + " " + model.id.description }
    if model.isRepresentative {
      Notice(.note, OwnTexts.representative[language]).html
    }
    if let done = model.done { Notice(.done, done[language]).html }
    OwnVisits(model: model, language: language).html
    OwnGiving(model: model, language: language).html
    OwnWay(model: model, language: language).html
    OwnKnowledge(model: model, language: language).html
    OwnRepresentatives(model: model, language: language).html
    OwnPapers(model: model, language: language).html
    OwnContact(model: model, language: language).html
  }.render()
}

/// A part of the page under a heading.
func ownPart(_ id: String, _ title: Bilingual, _ language: Language, _ content: HTML) -> HTML {
  section(.class("section"), .ariaLabelledBy(id)) {
    h2(.id(id)) { title[language] }
    div(.class("stack")) { content }
  }
}

/// The visits that are to come, and those that have been.
struct OwnVisits: Sendable {
  let model: OwnModel
  let language: Language

  private var dates: DateText { DateText(language) }

  var html: HTML {
    ownPart(
      "visits", model.coming.count > 1 ? OwnTexts.visits : OwnTexts.nextVisit, language,
      fragment {
        if model.coming.isEmpty { p { OwnTexts.noVisit[language] } }
        div(.class("stack")) { for visit in model.coming { card(visit) } }
        if model.coming.count > 1 {
          p {
            a(.href(SiteAddress.summons(model.id).href)) { OwnTexts.allSummons[language] }
          }
        }
        if !model.earlier.isEmpty {
          h3 { OwnTexts.earlier[language] }
          ul(.class("ruled")) { for visit in model.earlier { line(visit) } }
        }
      })
  }

  private func card(_ visit: Visit) -> HTML {
    div(.class("card", "visit")) {
      div(.class("card__body", "stack")) {
        div {
          h3(.class("visit__day")) { dates.tag(visit.start.day, .sentence) }
          p { dates.clock(visit.start.clock) }
        }
        SummaryList(facts(visit), isSmall: true).html(language)
        if visit.toBeCancelled { p { OwnTexts.toBeCancelled[language] } }
        if let request = visit.moveRequest {
          let words = OwnTexts.move(request)
          Notice(words.tone, words.lead[language], words.text[language]).html
        }
        div(.class("row", "no-print")) {
          Button.link(
            OwnTexts.readSummons[language],
            to: SiteAddress.summons(model.id).href([("besok", "\(visit.number)")]),
            icon: .document, context: dates.text(visit.start.day, .sentence)
          ).html
          if model.view.permission(.cancelVisit, subject: visit.number).isAllowed {
            Button.link(
              OwnTexts.cannotCome[language],
              to: SiteAddress.ownVisit(model.id, visit.number).href, .quiet,
              context: dates.text(visit.start.day, .sentence)
            ).html
          }
        }
        p(.class("row", "row--wide", "no-print")) {
          if model.view.permission(.requestVisitMove, subject: visit.number).isAllowed {
            link(OwnTexts.anotherTime, SiteAddress.ownMove(model.id, visit.number).href, visit)
          }
          if !visit.toBeCancelled {
            link(OwnTexts.calendar, SiteAddress.ownCalendar(model.id, visit.number).href, visit)
          }
        }
      }
    }
  }

  private func link(_ text: Bilingual, _ href: Href, _ visit: Visit) -> HTML {
    a(.href(href)) {
      text[language]
      span(.class("sr")) { " " + dates.text(visit.start.day, .sentence) }
    }
  }

  private func facts(_ visit: Visit) -> [SummaryList.Line] {
    var lines: [SummaryList.Line] = [
      .init(
        SummonsTexts.who[language],
        [visit.profession.label[language], visit.examiner].compactMap { $0 }
          .joined(separator: " ")),
      .init(SummonsTexts.place[language], visit.place),
    ]
    if visit.interpreterBooked {
      let spoken = model.view.state.order?.placed.interpreter.language
      lines.append(
        .init(SummonsTexts.interpreter[language], SummonsTexts.booked(spoken)[language]))
    }
    if let summons = visit.summons {
      lines.append(
        .init(OwnTexts.summoned[language], html: dates.tag(summons.day, .date)))
    }
    return lines
  }

  private func line(_ visit: Visit) -> HTML {
    li {
      dates.text(visit.start, .date) + ", " + visit.profession.label[language].lowercased() + ". "
      OwnTexts.outcome(visit.outcome)[language]
    }
  }
}

/// What she can add to what those who assess her have; nothing where she cannot add any more.
struct OwnGiving: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    let rating = model.view.state.selfRating
    let mayRate = model.view.permission(.giveSelfRating, subject: nil).isAllowed
    guard mayRate || rating != nil else { return .empty }
    return ownPart(
      "add", GivingTexts.title, language,
      ul(.class("ruled")) {
        li {
          a(.href(SiteAddress.ownRating(model.id).href)) {
            (rating == nil ? GivingTexts.rate : mayRate ? GivingTexts.change : GivingTexts.read)[
              language]
          }
          if let rating {
            p(.class("small", "muted")) { GivingTexts.given(rating.at)[language] }
          }
        }
        if mayRate {
          li {
            a(.href(SiteAddress.documents(model.id).href([], fragment: "upload"))) {
              GivingTexts.add[language]
            }
          }
        }
      })
  }
}

/// How far the assessment has come.
struct OwnWay: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    ownPart(
      "way", OwnTexts.way, language,
      ol(.class("way")) {
        for (index, step) in model.steps.enumerated() { line(step, index + 1) }
      })
  }

  private func line(_ step: OwnModel.Step, _ number: Int) -> HTML {
    let isNow = step.place == .now
    return li(
      .class(step.place == .done ? "is-done" : isNow ? "is-now" : nil),
      .ariaCurrent(isNow ? "step" : nil)
    ) {
      span(.class("way__dot"), .ariaHidden) {
        if step.place == .done { Icon.check.html } else { "\(number)" }
      }
      div {
        h3 {
          step.title[language]
          if step.place == .done { span(.class("sr")) { ", " + OwnTexts.done[language] } }
        }
        p { step.text[language] }
      }
    }
  }
}

/// Who has her information, and who has read it.
struct OwnKnowledge: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    ownPart(
      "who", OwnTexts.who, language,
      fragment {
        p(.class("small", "muted")) { OwnTexts.whoLead[language] }
        ul(.class("ruled")) { for holder in model.holders { line(holder) } }
        p {
          a(.href(SiteAddress.ownReads(model.id).href)) { OwnTexts.allReads[language] }
        }
      })
  }

  private func line(_ holder: OwnHolder) -> HTML {
    li(.class("stack-s")) {
      h3 {
        PartyMark(holder.role).html
        " " + holder.name[language]
      }
      p(.class("small")) {
        holder.has[language]
        if holder.documents > 0 {
          " "
          a(.href(SiteAddress.documents(model.id).href)) { OwnTexts.which[language] }
        }
      }
      p(.class("small", "muted")) { OwnTexts.read(by: holder.readers, holder.last)[language] }
    }
  }
}

/// The documents that she can open.
struct OwnPapers: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    ownPart(
      "papers", OwnTexts.papers, language,
      ul(.class("ruled")) {
        for visit in model.coming {
          li {
            a(.href(SiteAddress.summons(model.id).href([("besok", "\(visit.number)")]))) {
              OwnTexts.summonsTo(visit.profession.label)[language]
            }
            ", " + DateText(language).text(visit.start, .date)
          }
        }
        if model.view.state.order != nil {
          li {
            a(.href(SiteAddress.documents(model.id).href)) { OwnTexts.handedOver[language] }
          }
        }
        li {
          if model.hasStatement {
            a(.href(SiteAddress.statement(model.id).href)) { OwnTexts.statement[language] }
          } else {
            b { OwnTexts.statement[language] }
            ": " + model.missingStatement[language]
          }
          if let word = model.oppositionLink {
            p(.class("small", "no-print")) {
              a(.href(SiteAddress.ownOpposition(model.id).href)) { word[language] }
            }
          }
        }
      })
  }
}

/// Whom she can turn to, and what has been written.
struct OwnContact: Sendable {
  let model: OwnModel
  let language: Language

  var html: HTML {
    let state = model.view.state
    let unit = state.allocation?.unit
    let officer = state.order?.placed.officer ?? state.request?.officer
    return ownPart(
      "contact", SummonsTexts.contact, language,
      fragment {
        if let unit {
          p {
            SummonsTexts.aboutVisit[language] + " "
            [unit.name, unit.phone].compactMap { $0 }.joined(separator: ", ") + "."
          }
        }
        if let officer {
          p {
            SummonsTexts.aboutMoney[language] + " "
            [officer.name, "Försäkringskassan", officer.phone].compactMap { $0 }
              .joined(separator: ", ") + "."
          }
        }
        if state.order != nil {
          p {
            a(.href(SiteAddress.threads(model.id).href)) { OwnTexts.messages[language] }
            if model.talk.unread > 0 {
              " "
              Badge(.note, OwnTexts.unread[language]).html
            }
          }
        }
      })
  }
}

/// The cases of a person who has several, or none.
func ownCasesPage(_ ids: [CaseNumber], frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    h1 { OwnTexts.several[language] }
    if ids.isEmpty {
      EmptyState(title: OwnTexts.none[language], text: OwnTexts.noneText[language]).html
    }
    ul(.class("ruled")) {
      for id in ids { li { a(.href(SiteAddress.ownCase(id).href)) { id.description } } }
    }
  }.render()
}

/// Everybody who has read the case.
func ownReadsPage(_ id: CaseNumber, _ reads: [OwnRead], frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let dates = DateText(language)
  return PageShell(frame) {
    h1 { OwnTexts.readsTitle[language] }
    div(.class("stack")) {
      p(.class("lead")) { OwnTexts.readsLead[language] }
      if reads.isEmpty {
        EmptyState(title: ReadersTexts.none[language], text: ReadersTexts.noneText[language]).html
      } else {
        ul(.class("ruled")) {
          for read in reads {
            li {
              p {
                b { read.name ?? OwnTexts.unnamed[language] }
                ", " + OwnTexts.reader(read)[language]
              }
              p(.class("small", "muted")) {
                ReadersTexts.what(read.entry, whole: OwnTexts.whole)[language] + ", "
                dates.tag(read.entry.at)
              }
            }
          }
        }
        p(.class("small", "muted")) { ReadersTexts.most[language] }
      }
    }
  }.render()
}
