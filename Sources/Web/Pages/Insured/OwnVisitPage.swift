// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Where the insured says that she cannot come to a visit, or asks for another time for it.
struct OwnVisitForm: Sendable {
  /// What she wants with the visit.
  enum Matter: Sendable { case cancel, move }

  static let reason = "skal"
  static let key = "nyckel"
  /// Carries the time that she was shown.
  static let time = "tid"

  /// The time of a visit, as the form carries it.
  static func time(of visit: Visit) -> String { "\(visit.start.milliseconds)" }

  let view: CaseView
  let visit: Visit
  let matter: Matter
  let formKey: String
  var typed = ""
  var error: Bilingual?

  var title: Bilingual { matter == .cancel ? OwnTexts.cannotCome : OwnTexts.anotherTime }

  var address: Href {
    switch matter {
    case .cancel: SiteAddress.ownVisit(view.state.id, visit.number).href
    case .move: SiteAddress.ownMove(view.state.id, visit.number).href
    }
  }

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    let dates = DateText(language)
    let summary = error.map { [FieldError(Self.reason, $0[language])] } ?? []
    return PageShell(frame) {
      ErrorSummary(summary).html(language)
      h1 { title[language] }
      div(.class("stack")) {
        p(.class("lead")) {
          start(dates) + ", " + visit.profession.label[language].lowercased()
            + ", " + visit.place + "."
        }
        if matter == .cancel { cancelling(language) } else { moving(language) }
        form(frame)
      }
    }.render()
  }

  private func start(_ dates: DateText) -> String {
    let words = dates.text(visit.start, .full)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func cancelling(_ language: Language) -> HTML {
    let dates = DateText(language)
    let last = LateCancellation.lastInTime(start: visit.start, rules: view.context.rules)?.instant
    return fragment {
      if let last {
        Notice(
          last < view.context.now ? .soon : .note,
          OwnTexts.limit(dates.text(last, .full), isPast: last < view.context.now)[language]
        ).html
      }
      if view.permission(.requestVisitMove, subject: visit.number).isAllowed {
        p {
          OwnTexts.rather[language] + " "
          a(.href(SiteAddress.ownMove(view.state.id, visit.number).href)) {
            OwnTexts.anotherTime[language]
          }
        }
      }
    }
  }

  private func moving(_ language: Language) -> HTML {
    fragment {
      Notice(.note, OwnTexts.timeStands[language], OwnTexts.timeStandsText[language]).html
      if let phone = view.state.allocation?.unit.phone {
        p { OwnTexts.soon(view.state.allocation?.unit.name ?? "", phone)[language] }
      }
    }
  }

  private func form(_ frame: PageFrame) -> HTML {
    let language = frame.language
    let isMove = matter == .move
    return PostForm(
      to: address, token: frame.token,
      hidden: [
        (name: Self.key, value: formKey), (name: Self.time, value: Self.time(of: visit)),
      ],
      cssClass: "stack"
    ).html {
      TextField(
        frame: FieldFrame(
          Self.reason, (isMove ? OwnTexts.wishes : OwnTexts.reason)[language],
          hint: OwnTexts.reasonHint[language], error: error?[language], isOptional: !isMove),
        value: typed, lines: 4, maxLength: CaseLimit.textLength
      ).html(language)
      div(.class("row")) {
        if isMove {
          Button.submit(OwnTexts.askForTime[language]).html
        } else {
          Button.submit(OwnTexts.cancelVisit[language], .warn).html
        }
        Button.link(
          OwnTexts.keep[language], to: SiteAddress.ownCase(view.state.id).href, .plain
        ).html
      }
    }
  }
}
