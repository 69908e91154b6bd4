// SPDX-License-Identifier: Apache-2.0

// Who may do what with a statement that is being written. A draft is no event: nobody but the
// performer's people in this case can see that it is there.
extension Assessment {
  /// Whether the person is the doctor who is responsible for this assessment (lag 2018:744 8 §),
  /// by her account and not by her name.
  public func isResponsibleDoctor(_ actor: Actor) -> Bool {
    guard case .performer(let id) = actor.party, id == performer else { return false }
    return actor.function == .examiner(.doctor) && doctor?.person == actor.person
  }

  /// Why a person may not see the draft; nil where she may. They are those who may open the
  /// documents at the performer: the responsible doctor and the appointed examiners.
  public func statementAccess(of actor: Actor) -> Refusal? {
    guard case .performer(let id) = actor.party else { return Refusal(.notFound) }
    guard id == performer else { return Refusal(.notFound) }
    return documentAccess(of: actor) == nil ? nil : Refusal(.statementWritersOnly)
  }

  /// Why a person may not write in a section of the statement now; nil where she may.
  public func writingRefusal(_ section: StatementSection, _ actor: Actor) -> Refusal? {
    if let refusal = statementAccess(of: actor) { return refusal }
    guard ended == nil else { return Refusal(.caseEnded) }
    guard statement == nil else { return Refusal(.statementSent) }
    return owns(section, actor) ? nil : Refusal(.sectionOfOthers)
  }

  /// Why a person may not write the answer to a question about a section; nil where she may.
  public func additionRefusal(
    _ number: Int, _ section: StatementSection?, _ actor: Actor
  ) -> Refusal? {
    if let refusal = statementAccess(of: actor) { return refusal }
    guard ended == nil else { return Refusal(.caseEnded) }
    // An answer is added to what was signed here; to one that came another way it goes that way.
    guard statement?.signed != nil else { return Refusal(.statementNotHere) }
    guard statement?.openSupplement?.requested.number == number else {
      return Refusal(.noSupplement)
    }
    guard let section else {
      return isResponsibleDoctor(actor) ? nil : Refusal(.sectionOfOthers)
    }
    return owns(section, actor) ? nil : Refusal(.sectionOfOthers)
  }

  /// The professions that own a section write in it; the responsible doctor writes in all.
  private func owns(_ section: StatementSection, _ actor: Actor) -> Bool {
    guard case .examiner(let profession) = actor.function else { return false }
    return section.owners.contains(profession) || isResponsibleDoctor(actor)
  }

  /// Why a person may not sign now, whatever the statement says; nil where she may. The conditions
  /// of the case are those of `sendStatement`.
  public func signingRefusal(_ actor: Actor, _ context: CaseContext) -> Refusal? {
    if let refusal = statementAccess(of: actor) { return refusal }
    guard isResponsibleDoctor(actor) else { return Refusal(.signerOnly) }
    return permission(.sendStatement, actor: actor, context: context).refusal
  }

  /// Why a person may not sign the answers to a question now; nil where she may.
  public func supplementSigningRefusal(_ actor: Actor, _ context: CaseContext) -> Refusal? {
    if let refusal = statementAccess(of: actor) { return refusal }
    guard statement?.signed != nil else { return Refusal(.statementNotHere) }
    guard isResponsibleDoctor(actor) else { return Refusal(.signerOnly) }
    return permission(
      .sendStatementSupplement, subject: statement?.openSupplement?.requested.number,
      actor: actor, context: context
    ).refusal
  }
}

extension StatementDefinition {
  /// The whole content of a draft, ready to be signed.
  ///
  /// - Throws: `statementIncomplete` with the number of gaps, or what the case itself lacks.
  public func content(
    _ draft: StatementDraft, of state: Assessment
  ) throws(Refusal) -> StatementContent {
    let setting = state.statementSetting
    let gaps = gaps(draft, setting)
    guard gaps.isEmpty else {
      throw Refusal(.statementIncomplete, field: gaps[0].field, values: ["\(gaps.count)"])
    }
    return try drafted(draft, of: state)
  }

  /// What stands in a draft and can be read, also where much is missing.
  ///
  /// - Throws: what the case itself lacks.
  public func drafted(
    _ draft: StatementDraft, of state: Assessment
  ) throws(Refusal) -> StatementContent {
    let setting = state.statementSetting
    let parts = sections.filter { $0.belongs(setting, draft) }.map { section in
      StatementPart(
        section: section.id,
        entries: section.fields.compactMap { field in
          let typed = setting.text(field, draft)
          return (try? field.value(typed, documents: setting.documents)).flatMap { value in
            value.map { StatementEntry(field: field.key, value: $0) }
          }
        },
        writers: draft.writers(of: section.fields.map(\.key)))
    }
    return StatementContent(form: name, head: try state.statementHead(), parts: parts)
  }
}

extension Assessment {
  /// Whom and what a statement in this case is about.
  ///
  /// - Throws: what is missing: the order, the identity or the doctor.
  public func statementHead() throws(Refusal) -> StatementHead {
    guard let order, let allocation else { throw Refusal(.noOrder) }
    guard let doctor else { throw Refusal(.noDoctor) }
    let identity = order.placed.identity
    return StatementHead(
      assessment: id, agencyNumber: order.placed.agencyNumber ?? request?.agencyNumber,
      personNumber: identity.number, name: identity.fullName, purpose: order.placed.purpose,
      performer: allocation.unit.name, doctor: doctor.name, completeDay: order.completeDay,
      visits: currentVisits.filter(\.isPerformed).sorted { $0.start < $1.start }.map {
        StatementHead.Visit(
          profession: $0.profession, day: $0.start.day, examiner: $0.examiner)
      })
  }
}

/// Keys of the draft of an answer: `supplement.NUMBER.SECTION`, where the whole is `all`.
public enum SupplementKey {
  /// The key of the answer to a question about a section.
  public static func key(_ number: Int, _ section: String?) -> String {
    "supplement.\(number).\(section ?? "all")"
  }

  /// The question and the section of a key; nil for a key of the statement itself.
  public static func parts(_ key: String) -> (number: Int, section: String?)? {
    let words = key.split(separator: ".", maxSplits: 2)
    guard words.count == 3, words[0] == "supplement", let number = Int(words[1]) else {
      return nil
    }
    let section = words[2] == "all" ? nil : String(words[2])
    // Each question has one key: a number can be written in many ways.
    return self.key(number, section) == key ? (number, section) : nil
  }
}

extension StatementSupplementRequested {
  /// What is asked, one question for each section, or one about the whole.
  public var asked: [SectionQuestion] {
    if let sections, !sections.isEmpty { return sections }
    return [SectionQuestion(section: nil, question: question)]
  }
}

extension StatementSupplement {
  /// What was asked, as it was answered, else as it was put. The insured is sent the questions with
  /// their answers, and not before.
  public var questions: [SectionQuestion] {
    signed?.content.additions.map { SectionQuestion(section: $0.section, question: $0.question) }
      ?? requested.asked
  }
}

extension StatementDraft {
  /// The answers to a question as they stand, ready to be signed.
  ///
  /// - Throws: `statementIncomplete` where an answer is missing or two people wrote different ones.
  public func supplement(
    _ requested: StatementSupplementRequested, of state: Assessment
  ) throws(Refusal) -> SupplementContent {
    var additions: [StatementAddition] = []
    var gaps: [String] = []
    for asked in requested.asked {
      let key = SupplementKey.key(requested.number, asked.section)
      let written = field(key)
      if written.text.isBlank || !written.competing.isEmpty { gaps.append(key) }
      additions.append(
        StatementAddition(
          section: asked.section, question: asked.question, answer: written.text.trimmed,
          writers: writers(of: [key])))
    }
    if let first = gaps.first {
      throw Refusal(.statementIncomplete, field: first, values: ["\(gaps.count)"])
    }
    return SupplementContent(
      assessment: state.id, number: requested.number,
      statement: state.statement?.signed?.digest, additions: additions)
  }
}
