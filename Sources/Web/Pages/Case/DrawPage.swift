// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The replay of a case's draw.
func drawPage(_ model: DrawModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(DrawTexts.title[language], lead: DrawTexts.lead[language]).html
    if let replay = model.replay {
      result(model, replay, language)
      div(.class("stack", "section")) {
        candidates(model, language)
        checks(model, language)
        record(replay, language)
        byHand(model, replay, language)
      }
    } else {
      EmptyState(
        title: DrawTexts.none[language], text: DrawTexts.noneText[language],
        action: .link(DrawTexts.back[language], to: SiteAddress.assessment(model.id).href, .quiet)
      ).html
    }
  }.render()
}

private func result(_ model: DrawModel, _ replay: DrawReplay, _ language: Language) -> HTML {
  let drawn = model.candidates.first(where: \.isDrawn)?.name ?? "–"
  return replay.isSound
    ? Notice(.done, DrawTexts.drew(drawn)[language], DrawTexts.sound[language]).html
    : Notice(.late, DrawTexts.unsound[language], DrawTexts.unsoundText[language]).html
}

private func candidates(_ model: DrawModel, _ language: Language) -> HTML {
  Card("draw-pot", DrawTexts.pot[language], isFlush: true) {
    DataTable(
      id: "draw-candidates", caption: DrawTexts.potCaption[language],
      columns: [
        .init(DrawTexts.performer[language]), .init("HSA-id"),
        .init(DrawTexts.free[language], isNumber: true),
        .init(DrawTexts.place[language], isNumber: true), .init(DrawTexts.outcome[language]),
      ],
      rows: model.candidates.map { candidate in
        [
          .text(candidate.name), .text(candidate.id), .text("\(candidate.freePlaces)"),
          .text(candidate.place.map(String.init) ?? "–"),
          candidate.isDrawn
            ? Badge(.done, DrawTexts.wasDrawn[language]).html
            : .text(candidate.place == nil ? DrawTexts.notInPot[language] : ""),
        ]
      }
    ).html(language)
  }.html
}

private func checks(_ model: DrawModel, _ language: Language) -> HTML {
  Card("draw-checks", DrawTexts.checks[language]) {
    ol(.class("ruled")) {
      for check in model.checks {
        li(.class("row", "row--apart")) {
          span { check.title[language] }
          badge(check.holds, language)
        }
      }
    }
    if let arithmetic = model.arithmetic {
      p(.class("section-s")) { DrawTexts.arithmetic(arithmetic)[language] }
    }
  }.html
}

private func badge(_ holds: Bool?, _ language: Language) -> HTML {
  switch holds {
  case true?: Badge(.done, DrawTexts.ok[language]).html
  case false?: Badge(.late, DrawTexts.notOK[language]).html
  case nil: Badge(.rest, DrawTexts.notTold[language]).html
  }
}

private func record(_ replay: DrawReplay, _ language: Language) -> HTML {
  Card("draw-record", DrawTexts.record[language]) {
    SummaryList([
      .init(DrawTexts.commitment[language], html: long(replay.commitment)),
      .init(DrawTexts.secretWord[language], html: long(replay.secret)),
      .init(DrawTexts.seedWord[language], html: long(replay.seed)),
    ]).html(language)
  }.html
}

/// A long number in groups of eight, so that it can be read and fits a narrow page.
private func long(_ digits: String) -> HTML {
  let groups = stride(from: 0, to: digits.count, by: 8).map {
    String(digits.dropFirst($0).prefix(8))
  }
  return code { groups.joined(separator: " ") }
}

private func byHand(_ model: DrawModel, _ replay: DrawReplay, _ language: Language) -> HTML {
  Card("draw-by-hand", DrawTexts.byHand[language]) {
    div(.class("stack-s")) {
      p { DrawTexts.program[language] }
      pre(.class("scroll"), .tabindex(0)) { code { "samsyn draw verify \(model.id)" } }
      p { DrawTexts.commands[language] }
      pre(.class("scroll"), .tabindex(0)) { code { commands(model, replay) } }
    }
  }.html
}

/// The checks with tools that every Unix machine has.
private func commands(_ model: DrawModel, _ replay: DrawReplay) -> String {
  var lines = [
    "S=\(replay.secret)",
    "printf %s \"$S\" | xxd -r -p | sha256sum",
    "(printf %s \"$S\" | xxd -r -p; printf %s \(model.id)) | sha256sum",
  ]
  if let arithmetic = model.arithmetic {
    lines.append("python3 -c 'print(0x\(arithmetic.digits) % \(arithmetic.potSize))'")
  }
  return lines.joined(separator: "\n")
}
