// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page of an action: the form with what was typed, or why it cannot be done.
struct ActionModel: Sendable {
  /// What the page shows below its heading.
  enum Content: Sendable {
    case form(ActionForm)
    /// It may not be done, and why.
    case refused(Refusal)
  }

  /// Something that came into the case while the form was open.
  struct News: Sendable {
    let title: Bilingual
    let author: Bilingual
    let at: Instant
  }

  let id: CaseNumber
  let kind: ActionKind
  let content: Content
  var values = FormValues()
  var errors = FormErrors()
  /// The visit, question or event that it is about.
  var number: Int?
  /// The version of the case that the reader has seen.
  var version = 0
  /// Makes sending twice harmless.
  var key = ""
  /// What is new since the form was opened, when that stopped it.
  var news: [News] = []
  /// Organisations as they are called in this case.
  var names: [PartyRole: Bilingual] = [:]
  /// The role that sends it.
  let sender: PartyRole

  /// Where the form is sent, and where the page is.
  var address: Href {
    SiteAddress.action(id, kind).href(number.map { [("nr", "\($0)")] } ?? [])
  }

  var title: Bilingual {
    switch content {
    case .form(let form): form.title
    case .refused: ActionTexts.cannot
    }
  }

  /// The fields that go along unseen.
  var hidden: [(name: String, value: String)] {
    [(ActionFields.version, "\(version)"), (ActionFields.key, key)]
      + (number.map { [(ActionFields.number, "\($0)")] } ?? [])
  }

  /// A form that is opened: allowed or not, with its beginning.
  init(_ kind: ActionKind, _ setting: ActionSetting, key: String) {
    let subject = setting.subject(of: kind)
    id = setting.state.id
    self.kind = kind
    number = subject
    version = setting.version
    self.key = key
    names = Self.names(setting)
    sender = setting.actor.party.role
    let permission = setting.state.permission(
      kind, subject: kind == .correct ? nil : subject, actor: setting.actor,
      context: setting.context)
    if let refusal = permission.refusal ?? Self.correction(kind, setting) {
      content = .refused(refusal)
    } else if let form = ActionForm.of(kind, setting.about(subject)) {
      content = .form(form)
      values = form.parts.initialValues
    } else {
      content = .refused(Refusal(.notCorrectable))
    }
  }

  /// A form that was sent and is shown again.
  init(
    _ kind: ActionKind, _ form: ActionForm, _ setting: ActionSetting, sent: FormValues,
    errors: FormErrors = FormErrors(), seen version: Int? = nil
  ) {
    id = setting.state.id
    self.kind = kind
    content = .form(form)
    values = sent
    self.errors = errors
    number = setting.number
    self.version = setting.version
    key = sent.raw(ActionFields.key)
    names = Self.names(setting)
    sender = setting.actor.party.role
    if let version {
      let names = setting.names
      news = setting.view.events.filter { $0.version > version }.map { recorded in
        News(
          title: recorded.event.text(names).title,
          author: setting.name(of: recorded.author.party), at: recorded.at)
      }
    }
  }

  /// Why this event cannot be corrected, as far as that can be told before anything is typed.
  private static func correction(_ kind: ActionKind, _ setting: ActionSetting) -> Refusal? {
    guard kind == .correct else { return nil }
    let wrong = setting.view.events.first { $0.version == setting.number }
    guard let wrong else { return Refusal(.noSuchEvent) }
    if wrong.author.party != setting.actor.party { return Refusal(.notYourEvent) }
    if wrong.event.kind.correction == .none { return Refusal(.notCorrectable) }
    return nil
  }

  private static func names(_ setting: ActionSetting) -> [PartyRole: Bilingual] {
    [.region: setting.regionName, .performer: setting.performerName]
  }
}

/// The hidden fields of an action's form.
enum ActionFields {
  static let version = "version"
  static let key = "key"
  static let number = "nr"
  /// In the address: the part of the underlag that is asked about.
  static let part = "del"
  /// In the address: the performer that is chosen from the beginning.
  static let performer = "utforare"
}
