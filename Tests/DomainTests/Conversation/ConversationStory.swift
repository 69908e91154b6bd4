// SPDX-License-Identifier: Apache-2.0

import Domain

/// The conversation of a case that goes on as its story does.
struct ConversationStory {
  var assessment: CaseStory
  private(set) var history: [ConversationRecord] = []
  var documents: Set<String> = []

  init(_ assessment: CaseStory) { self.assessment = assessment }

  /// A case whose order the first performer has accepted.
  static func accepted() throws -> ConversationStory {
    var story = CaseStory()
    try story.untilAccepted()
    return ConversationStory(story)
  }

  private func seen(_ party: Party) -> Assessment {
    Assessment(
      id: Cast.number, events: assessment.history.compactMap { $0.disclosed(to: party) })
  }

  private var state: Assessment { Assessment(id: Cast.number, events: assessment.history) }

  @discardableResult
  mutating func say(
    _ command: ConversationCommand, as actor: Actor
  ) throws(Refusal) -> [ConversationRecord] {
    let events = try Conversation(id: Cast.number, events: history).decide(
      command, actor: actor,
      context: ConversationContext(
        assessment: state, seen: seen(actor.party), documents: documents))
    let new = Conversation.record(
      events, id: Cast.number, after: history, by: actor, now: assessment.now, in: state)
    history += new
    return new
  }

  func refusal(_ command: ConversationCommand, as actor: Actor) -> RefusalCode? {
    var copy = self
    do throws(Refusal) {
      try copy.say(command, as: actor)
      return nil
    } catch { return error.code }
  }

  func view(_ actor: Actor) -> ConversationView {
    ConversationView(
      id: Cast.number, history: history, for: actor, assessment: state,
      seen: seen(actor.party))
  }

  /// The texts that somebody can read, thread by thread.
  func texts(_ actor: Actor) -> [[String]] {
    view(actor).threads.map { $0.thread.messages.map(\.text) }
  }

  static func opening(
    with participants: Set<Party>, _ text: String = "Fråga", matter: ThreadMatter = .assessment
  ) -> ConversationCommand {
    .openThread(
      ThreadOpening(subject: "Tider", matter: matter, participants: participants, text: text))
  }
}
