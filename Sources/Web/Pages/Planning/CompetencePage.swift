// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The competence at a performer, with what was typed and what is wrong with it.
struct CompetencePage: Sendable {
  let list: CompetenceList
  let form: CompetenceForm
  let faults: [FieldFault]
  /// What was just saved; nil when the page was only opened.
  let saved: Bilingual?

  func page(_ frame: PageFrame) -> [UInt8] {
    let language = frame.language
    return PageShell(frame) {
      ErrorSummary(
        faults.map { fault in
          let id = fault.field == "kind" ? ChoiceField.firstID(of: "kind") : fault.field
          return FieldError(id, fault.text[language])
        }
      ).html(language)
      if let saved { Notice(.done, saved[language]).html }
      PageHead(CompetenceTexts.title[language], lead: CompetenceTexts.lead[language]).html
      div(.class("stack", "section-s")) {
        people(language)
        records(language)
        if list.mayRegister {
          register(frame)
          policy(frame)
          releaseStep(frame)
        }
      }
    }.render()
  }

  private func people(_ language: Language) -> HTML {
    Card("utredare", CompetenceTexts.people[language], isFlush: true) {
      if list.people.isEmpty {
        EmptyState(
          title: CompetenceTexts.noPeople[language],
          text: CompetenceTexts.noPeopleText[language], icon: .people
        ).html
      } else {
        DataTable(
          id: "utredare-tabell", caption: CompetenceTexts.people[language],
          columns: CompetenceTexts.peopleColumns.map { .init($0[language]) },
          rows: list.people.map { person in
            [
              fragment {
                person.name
                span(.class("sub")) { person.title[language] }
              }
            ]
              + CompetenceRecord.Kind.allCases.map { kind in
                list.holds(kind, person)
                  ? Badge(.done, CompetenceTexts.yes[language]).html
                  : span(.class("muted")) { CompetenceTexts.no[language] }
              }
          }
        ).html(language)
      }
    }.html
  }

  private func records(_ language: Language) -> HTML {
    Card(
      "uppgifter", CompetenceTexts.records[language], aside: .text("\(list.records.count)"),
      isFlush: true
    ) {
      if list.records.isEmpty {
        EmptyState(
          title: CompetenceTexts.noRecords[language],
          text: CompetenceTexts.noRecordsText[language], icon: .list
        ).html
      } else {
        DataTable(
          id: "uppgifter-tabell", caption: CompetenceTexts.records[language],
          columns: CompetenceTexts.recordColumns.map { .init($0[language]) },
          rows: list.records.reversed().map { row($0, language) }
        ).html(language)
      }
    }.html
  }

  private func name(_ person: String) -> String {
    list.people.first { $0.id == person }?.name ?? person
  }

  private func row(_ one: RegisteredCompetence, _ language: Language) -> [HTML] {
    let dates = DateText(language)
    let record = one.record
    let from = record.from.map { dates.text($0) } ?? ""
    let to = record.to.map { dates.text($0) } ?? ""
    return [
      .text("\(one.number)"), .text(name(record.person)),
      fragment {
        record.kind.label[language]
        if let profession = record.profession { ", \(profession.label[language])" }
        if let text = record.text { span(.class("sub")) { text } }
      },
      .text(from.isEmpty && to.isEmpty ? "–" : "\(from) – \(to)"),
      fragment {
        "\(one.byName), "
        dates.tag(one.at)
      },
      fragment {
        if let number = one.correctedBy {
          Badge(.rest, CompetenceTexts.corrected(number)[language], icon: .close).html
        } else if record.isWithdrawal {
          Badge(.rest, CompetenceTexts.withdrawn[language], icon: .close).html
        } else {
          Badge(.done, CompetenceTexts.stands[language]).html
          if list.mayRegister {
            " "
            Button.link(
              CompetenceTexts.correct[language],
              to: SiteAddress.competence.href(
                [("rattar", "\(one.number)")], fragment: "registrera"),
              .quiet, context: "\(one.number)", isSmall: true
            ).html
          }
        }
      },
    ]
  }

  private func field(
    _ name: String, _ label: Bilingual, _ language: Language, hint: Bilingual? = nil,
    isOptional: Bool = false
  ) -> FieldFrame {
    FieldFrame(
      name, label[language], hint: hint?[language],
      error: faults.first { $0.field == name }?.text[language], isOptional: isOptional)
  }

  private func register(_ frame: PageFrame) -> HTML {
    let language = frame.language
    let isCorrection = !form.corrects.isEmpty
    let title =
      isCorrection
      ? "\(CompetenceTexts.correcting[language]) \(form.corrects)" : CompetenceTexts.new[language]
    return Card("registrera", title) {
      PostForm(
        to: SiteAddress.competence.href, token: frame.token,
        hidden: hidden(isCorrection), cssClass: "stack"
      ).html {
        if isCorrection {
          SummaryList([
            .init(CompetenceTexts.person[language], name(form.person)),
            .init(
              CompetenceTexts.kind[language],
              CompetenceRecord.Kind(rawValue: form.kind)?.label[language] ?? form.kind),
          ]).html(language)
        } else {
          chosen(language)
        }
        facts(language)
        if isCorrection {
          CheckField(
            frame: field("isWithdrawal", CompetenceTexts.withdraw, language),
            isChecked: form.isWithdrawal
          ).html(language)
        }
        div(.class("row")) {
          Button.submit(CompetenceTexts.save[language]).html
          if isCorrection {
            Button.link(
              CompetenceTexts.cancel[language], to: SiteAddress.competence.href, .plain
            ).html
          }
        }
      }
    }.html
  }

  /// Each form has its own.
  private var key: (name: String, value: String) { (CompetenceForm.key, FormKey.new()) }

  private func hidden(_ isCorrection: Bool) -> [(name: String, value: String)] {
    guard isCorrection else { return [key] }
    return [
      key, ("corrects", form.corrects), ("person", form.person), ("kind", form.kind),
    ]
  }

  private func chosen(_ language: Language) -> HTML {
    fragment {
      SelectField(
        frame: field("person", CompetenceTexts.person, language),
        choices: list.people.map { Choice($0.id, "\($0.name), \($0.title[language])") },
        selected: form.person, prompt: CompetenceTexts.choosePerson[language]
      ).html(language)
      ChoiceField(
        frame: field("kind", CompetenceTexts.kind, language),
        choices: CompetenceRecord.Kind.allCases.map { Choice($0.rawValue, $0.label[language]) },
        selected: [form.kind]
      ).html(language)
    }
  }

  private func facts(_ language: Language) -> HTML {
    fragment {
      SelectField(
        frame: field(
          "profession", CompetenceTexts.profession, language,
          hint: CompetenceTexts.professionHint, isOptional: true),
        choices: Profession.allCases.map { Choice($0.rawValue, $0.label.asLabel(language)) },
        selected: form.profession, prompt: "–"
      ).html(language)
      TextField(
        frame: field(
          "text", CompetenceTexts.text, language, hint: CompetenceTexts.textHint,
          isOptional: true),
        value: form.text, width: .middle, maxLength: CaseLimit.lineLength
      ).html(language)
      DateField(
        frame: field("from", CompetenceTexts.from, language, isOptional: true), value: form.from
      ).html(language)
      DateField(
        frame: field("to", CompetenceTexts.to, language, isOptional: true), value: form.to
      ).html(language)
    }
  }

  private func policy(_ frame: PageFrame) -> HTML {
    let language = frame.language
    return Card("krav", CompetenceTexts.policy[language]) {
      p(.class("muted")) { CompetenceTexts.policyText[language] }
      PostForm(
        to: SiteAddress.competence.href, token: frame.token,
        hidden: [(name: "krav", value: "ja"), key], cssClass: "stack"
      ).html {
        CheckField(
          frame: FieldFrame("requiresTraining", CompetenceTexts.requiresTraining[language]),
          isChecked: list.policy.requiresTraining
        ).html(language)
        CheckField(
          frame: FieldFrame(
            "requiresMentor", CompetenceTexts.requiresMentor[language],
            hint: CompetenceTexts.first(list.firstStatements)[language]),
          isChecked: list.policy.requiresMentor
        ).html(language)
        Button.submit(CompetenceTexts.savePolicy[language], .quiet).html
      }
    }.html
  }

  private func releaseStep(_ frame: PageFrame) -> HTML {
    let language = frame.language
    return Card("slapp", CompetenceTexts.releaseStep[language]) {
      p(.class("muted")) { CompetenceTexts.releaseStepText[language] }
      PostForm(
        to: SiteAddress.competence.href, token: frame.token,
        hidden: [(name: "slapp", value: "ja"), key], cssClass: "stack"
      ).html {
        CheckField(
          frame: FieldFrame("releasesStatements", CompetenceTexts.releases[language]),
          isChecked: list.releasesStatements
        ).html(language)
        Button.submit(CompetenceTexts.saveReleaseStep[language], .quiet).html
      }
    }.html
  }
}
