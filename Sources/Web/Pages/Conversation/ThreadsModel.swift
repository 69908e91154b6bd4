// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The threads of a case and the form of a new one.
struct ThreadsModel: Sendable {
  let view: ConversationView
  let names: ThreadNames
  let form: ThreadForm
  let key: String
  let isKept: Bool

  var id: CaseNumber { view.id }
  /// The case as the reader's party sees it.
  var state: Assessment { view.seen }
  /// The reader is the insured.
  var isHers: Bool { view.actor.party == .insured }

  /// What a new thread can be about: the case, its visits, its documents, and what the address
  /// asked for. The region was not told which the documents are.
  var matters: [ThreadMatter] {
    var matters: [ThreadMatter] = [.assessment]
    matters += state.visits.map { .visit($0.number) }
    matters += (state.order?.documents.items ?? []).compactMap(\.file).map { .document($0.id) }
    if let asked = ThreadMatter(form.values.raw(ThreadField.matter)), !matters.contains(asked) {
      matters.append(asked)
    }
    return matters
  }

  func tabs(_ language: Language) -> CaseTabs {
    let unread = view.threads.count { !$0.unread.isEmpty }
    return CaseTabs(
      id, state, view.actor, talk: CaseTalk(threads: view.threads.count, unread: unread),
      current: .messages, language)
  }

  /// Those that are ticked; where only one can be written to about the matter, that one.
  var chosen: Set<String> {
    let ticked = Set(form.values.all(ThreadField.participants))
    let isMedical = ThreadMatter(form.values.raw(ThreadField.matter))?.isMedical ?? false
    let possible = view.correspondents.filter { !isMedical || $0.role != .region }
    guard ticked.isEmpty, possible.count == 1 else { return ticked }
    return Set(possible.map(\.description))
  }
}

/// The page of a case's threads.
func threadsPage(_ model: ThreadsModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.hasErrors = model.form.refusal != nil
  return PageShell(frame) {
    ErrorSummary(model.form.summary(language)).html(language)
    PageHead(
      ConversationTexts.title[language],
      lead: (model.isHers ? ConversationTexts.ownLead : ConversationTexts.lead)[language]
    ).html
    model.tabs(language).html(language)
    div(.class(model.isHers ? nil : "cols", model.isHers ? nil : "cols--main-side")) {
      div(.class("stack-l")) {
        threadList(model, language)
        if let refusal = model.view.beginning {
          Notice(.rest, ConversationTexts.cannotBegin[language], refusal.text[language]).html
        } else {
          newThread(model, frame)
        }
      }
      if !model.isHers {
        aside(.class("stack", "no-print"), .ariaLabel(ConversationTexts.elsewhere[language])) {
          elsewhere(model.id, language)
        }
      }
    }
  }.render()
}

private func threadList(_ model: ThreadsModel, _ language: Language) -> HTML {
  section(.ariaLabelledBy("tradar")) {
    h2(.id("tradar"), .class("section__head")) {
      (model.isHers ? ConversationTexts.ownThreads : ConversationTexts.threads)[language]
    }
    if model.view.threads.isEmpty {
      EmptyState(
        title: ConversationTexts.none[language],
        text: (model.isHers ? ConversationTexts.ownNone : ConversationTexts.noneText)[language],
        icon: .mail
      ).html
    } else {
      ThreadList(
        items: model.view.threads.map { ThreadList.Item($0, in: model.id) },
        names: model.names, ownParty: model.view.actor.party, showsCase: false
      ).html(language)
    }
  }
}

private func newThread(_ model: ThreadsModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let form = model.form
  let isHers = model.isHers
  let title = isHers ? ConversationTexts.ownNew : ConversationTexts.new
  return Card("ny-trad", title[language]) {
    if model.isKept || form.isDraft { draftNote(model.isKept, language) }
    PostForm(
      to: SiteAddress.threads(model.id).href, token: frame.token, isDrafted: true,
      hidden: [(ActionFields.key, model.key)]
    ).html {
      ChoiceField(
        frame: FieldFrame(
          ThreadField.participants, ConversationTexts.with[language],
          hint: (isHers ? ConversationTexts.ownWithHint : ConversationTexts.withHint)[language],
          error: form.error(ThreadField.participants, language)),
        kind: .several,
        choices: model.view.correspondents.map { party in
          Choice(
            party.description, model.names.name(party, language),
            hint: ThreadNames.readers(party.role)[language])
        }, selected: model.chosen
      ).html(language)
      SelectField(
        frame: FieldFrame(
          ThreadField.matter, ConversationTexts.matter[language],
          error: form.error(ThreadField.matter, language)),
        choices: model.matters.map { matter in
          Choice(
            matter.description,
            isHers && matter == .assessment
              ? ConversationTexts.ownMatter[language] : matter.words(model.state, language))
        }, selected: form.values.raw(ThreadField.matter)
      ).html(language)
      TextField(
        frame: FieldFrame(
          ThreadField.subject, ConversationTexts.subject[language],
          hint: (isHers ? ConversationTexts.ownSubjectHint : ConversationTexts.subjectHint)[
            language],
          error: form.error(ThreadField.subject, language)),
        value: form.values.raw(ThreadField.subject), maxLength: ConversationLimit.subjectLength
      ).html(language)
      writing(
        form, (model.id, 0), ConversationTexts.text[language], ConversationTexts.send[language],
        language)
    }
  }.html
}

/// The field of a message, and the buttons that send it or keep it.
func writing(
  _ form: ThreadForm, _ place: (id: CaseNumber, thread: Int), _ label: String,
  _ button: String, _ language: Language
) -> HTML {
  fragment {
    TextField(
      frame: FieldFrame(
        ThreadField.text, label, error: form.error(ThreadField.text, language)),
      value: form.values.raw(ThreadField.text), lines: 7
    ).html(language)
    AttachmentField(
      list: AttachmentList(id: place.id, thread: place.thread, items: form.attachments),
      form: form, language: language
    ).html
    div(.class("field", "row")) {
      Button.submit(button, name: ThreadField.act, value: ThreadAct.send.rawValue).html
      Button.submit(
        ConversationTexts.keep[language], .quiet, name: ThreadField.act,
        value: ThreadAct.draft.rawValue
      ).html
      span(
        .class("small", "muted"), .role("status"),
        .data("data-kept", ConversationTexts.kept[language])
      ) { "" }
    }
  }
}

/// Says that what stands in the form is a draft.
func draftNote(_ isKept: Bool, _ language: Language) -> HTML {
  let words = isKept ? ConversationTexts.kept : ConversationTexts.draftShown
  return div(.class("section-s")) { Notice(isKept ? .done : .note, words[language]).html }
}

private func elsewhere(_ id: CaseNumber, _ language: Language) -> HTML {
  Card("annat", ConversationTexts.elsewhere[language], isSmall: true) {
    div(.class("small", "prose")) {
      p { ConversationTexts.elsewhereText[language] }
      ul { for item in ConversationTexts.elsewhereItems { li { item[language] } } }
      p {
        a(.href(SiteAddress.assessment(id).href)) { ConversationTexts.backToCase[language] }
      }
    }
  }.html
}
