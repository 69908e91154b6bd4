// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// One thread with the form of an answer.
struct ThreadModel: Sendable {
  /// What the reader has just done, or what has happened meanwhile.
  enum Said: Sendable { case nothing, sent, kept, changed }

  let id: CaseNumber
  let view: ThreadView
  let actor: Actor
  /// The people of the reader's organisation.
  let colleagues: [StaffMember]
  let names: ThreadNames
  let form: ThreadForm
  let key: String
  /// Messages that were new when the page was opened.
  let new: Set<Int>
  var said = Said.nothing

  var thread: ConversationThread { view.thread }
  /// The case as the reader's party sees it.
  var state: Assessment { view.seen }
  /// The document that it is about, where the reader may open it.
  var document: Href? {
    guard case .document(let file) = thread.matter, state.documentAccess(of: actor) == nil,
      state.order?.documents.items?.contains(where: { $0.file?.id == file }) == true
    else { return nil }
    return SiteAddress.document(id, file).href
  }
  var lastNumber: Int { thread.messages.last?.number ?? 0 }
  /// The reader's own mark stands behind what is shown: the page has brought it in by itself.
  var hasUnread: Bool { !view.unread.isEmpty }

  /// Those whose reading ends at a message, apart from the reader herself.
  func marks(at message: ThreadMessage) -> [ReadMark] {
    let next = thread.messages.first { $0.number > message.number }?.number ?? Int.max
    return thread.reads.filter {
      $0.through >= message.number && $0.through < next
        && !($0.party == actor.party && $0.person == actor.person)
    }
  }

  /// Who has not read the last message: parties that were sent it and are not its author.
  var unreadBy: [Party] {
    guard let last = thread.messages.last, last.author.party == actor.party else { return [] }
    return last.audience.filter { party in
      party != last.author.party && thread.readThrough(party) < last.number
    }.sorted { $0.description < $1.description }
  }
}

/// The page of a thread.
func threadPage(_ model: ThreadModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  var frame = frame
  frame.hasErrors = model.form.hasErrors
  return PageShell(frame) {
    ErrorSummary(model.form.summary(language)).html(language)
    head(model, language)
    h2(.class("sr")) { ConversationTexts.messages[language] }
    div(.class("cols", "cols--main-side")) {
      div(.class("stack")) {
        said(model, language)
        ol(.class("letters")) {
          for message in model.thread.messages { item(message, model, language) }
        }
        if let settled = model.thread.settled {
          Notice(
            .done, ConversationTexts.settledBy[language] + " " + settled.by.name + ",",
            model.names.name(settled.by.party, language) + ", "
              + DateText(language).text(settled.at) + "."
          ).html
        }
        answer(model, frame)
      }
      aside(.class("stack"), .ariaLabel(ConversationTexts.takesPart[language])) {
        participants(model, language)
        // She has no colleagues to share it with.
        if model.actor.party != .insured, model.view.writing?.code != .noLongerParty {
          ours(model, frame)
        }
      }
    }
  }.render()
}

private func head(_ model: ThreadModel, _ language: Language) -> HTML {
  div(.class("head")) {
    div {
      h1 { model.thread.subject }
      p {
        ConversationTexts.about[language] + ": "
        if let document = model.document {
          a(.href(document)) { model.thread.matter.words(model.state, language) }
        } else {
          model.thread.matter.words(model.state, language)
        }
        ", "
        a(.class("ref"), .href(SiteAddress.assessment(model.id).href)) { model.id.description }
      }
    }
    div(.class("row")) {
      if model.thread.settled != nil {
        Badge(.done, ConversationTexts.isSettled[language]).html
      } else if model.view.awaitsAnswer {
        Badge(.soon, ConversationTexts.toAnswer[language], icon: .edit).html
      } else {
        Badge(.rest, ConversationTexts.waitsForOthers[language]).html
      }
    }
  }
}

private func said(_ model: ThreadModel, _ language: Language) -> HTML {
  switch model.said {
  case .nothing, .kept: .empty
  case .sent:
    Notice(.done, ConversationTexts.sent[language], ConversationTexts.sentText[language]).html
  case .changed:
    Notice(
      .soon, ConversationTexts.changed[language], ConversationTexts.changedText[language]
    ).html
  }
}

private func item(
  _ message: ThreadMessage, _ model: ThreadModel, _ language: Language
) -> HTML {
  let isOwn = message.author.party == model.actor.party
  let marks = model.marks(at: message)
  let isLast = message.number == model.lastNumber
  return li(.class("letter", isOwn ? "letter--own" : nil), .id("m\(message.number)")) {
    div(.class("letter__head")) {
      h3 {
        span(.class("sr")) { ConversationTexts.messageNumber(message.number)[language] + ": " }
        PartyMark(message.author.party.role).html
        message.author.name
        span(.class("muted")) { ", " + model.names.name(message.author.party, language) }
      }
      p(.class("small", "muted")) {
        if model.new.contains(message.number) {
          Badge(.note, ConversationTexts.isNew[language]).html
          " "
        }
        DateText(language).tag(message.at)
      }
    }
    p(.class("letter__text"), .lang(language == .sv ? nil : "sv")) { message.text }
    if !message.attachments.isEmpty {
      AttachmentList(id: model.id, thread: model.thread.number, items: message.attachments)
        .html(language)
    }
    if !marks.isEmpty || (isLast && !model.unreadBy.isEmpty) {
      ul(.class("letter__read", "small", "muted")) {
        for mark in marks { li { read(mark, model, language) } }
        if isLast && !model.unreadBy.isEmpty {
          li {
            Icon.wait.html
            ConversationTexts.notRead[language] + " "
            model.names.list(model.unreadBy, language)
          }
        }
      }
    }
  }
}

private func read(_ mark: ReadMark, _ model: ThreadModel, _ language: Language) -> HTML {
  fragment {
    Icon.check.html
    ConversationTexts.readHere[language] + " " + mark.name + ", "
    model.names.name(mark.party, language) + ", "
    DateText(language).tag(mark.at)
  }
}

private func answer(_ model: ThreadModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let address = SiteAddress.thread(model.id, model.thread.number).href
  return div(.class("stack", "no-print")) {
    if model.hasUnread && model.view.writing?.code != .noLongerParty {
      PostForm(
        to: address, token: frame.token, isGuarded: false,
        hidden: [(ThreadField.seen, "\(model.lastNumber)")], cssClass: "row"
      ).html {
        span(.class("small")) { ConversationTexts.markReadText[language] }
        act(.read, ConversationTexts.markRead[language])
      }
    }
    if let refusal = model.view.writing {
      Notice(.rest, ConversationTexts.cannotWrite[language], refusal.text[language]).html
    } else {
      Card("svara", ConversationTexts.answer[language]) {
        if model.said == .kept || model.form.isDraft {
          draftNote(model.said == .kept, language)
        }
        PostForm(
          to: address, token: frame.token, isDrafted: true,
          hidden: [
            (ActionFields.key, model.key), (ThreadField.seen, "\(model.lastNumber)"),
          ]
        ).html {
          writing(
            model.form, (model.id, model.thread.number), ConversationTexts.text[language],
            ConversationTexts.sendAnswer[language],
            language)
        }
      }.html
    }
  }
}

private func participants(_ model: ThreadModel, _ language: Language) -> HTML {
  Card("deltar", ConversationTexts.takesPart[language], isSmall: true) {
    ul(.class("ruled", "small")) {
      for party in model.thread.participants {
        li {
          model.names.html(party, language)
          p(.class("muted")) {
            model.view.former.contains(party)
              ? ConversationTexts.isFormer[language] : ThreadNames.readers(party.role)[language]
          }
        }
      }
    }
  }.html
}

private func ours(_ model: ThreadModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let assignee = model.view.assignee
  let isMine = assignee?.person == model.actor.person
  return Card("hos-oss", ConversationTexts.ours[language], isSmall: true) {
    p {
      span(.class("muted")) { ConversationTexts.assignee[language] + " " }
      b {
        isMine
          ? ConversationTexts.you[language]
          : assignee?.name ?? ConversationTexts.nobody[language]
      }
    }
    p(.class("small", "muted")) { ConversationTexts.oursText[language] }
    div(.class("stack-s", "section-s", "no-print")) {
      small(model, frame) {
        isMine
          ? act(.release, ConversationTexts.release[language])
          : act(.take, ConversationTexts.take[language])
      }
      handOver(model, frame)
      if model.thread.settled == nil {
        small(model, frame) {
          act(.settle, ConversationTexts.settle[language])
          p(.class("hint")) { ConversationTexts.settleText[language] }
        }
      }
    }
  }.html
}

private func handOver(_ model: ThreadModel, _ frame: PageFrame) -> HTML {
  let language = frame.language
  let others = model.colleagues.filter { $0.id != model.actor.person }
  if others.isEmpty { return .empty }
  return small(model, frame) {
    SelectField(
      frame: FieldFrame(ThreadField.person, ConversationTexts.colleague[language]),
      choices: others.map { Choice($0.id, "\($0.name), \($0.title[language])") },
      prompt: ConversationTexts.choose[language], width: .full
    ).html(language)
    div(.class("field")) { act(.handOver, ConversationTexts.handOver[language]) }
  }
}

private func small(
  _ model: ThreadModel, _ frame: PageFrame, @HTMLBuilder fields: () -> HTML
) -> HTML {
  PostForm(
    to: SiteAddress.thread(model.id, model.thread.number).href, token: frame.token,
    isGuarded: false, cssClass: "form-s"
  ).html(fields: fields)
}

private func act(_ act: ThreadAct, _ words: String) -> HTML {
  Button.submit(words, .quiet, name: ThreadField.act, value: act.rawValue, isSmall: true).html
}
