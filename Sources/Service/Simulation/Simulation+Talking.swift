// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synthetic

extension Simulation {
  /// Somebody writes, reads, takes over or settles in the conversation of a case; now and then
  /// somebody who has nothing to do with it tries.
  func talk(in id: CaseNumber) async throws {
    let parties = try await service.read { [service] connection in
      try CaseRows(connection, service.keyring).rows(id.description).map(\.party)
    }
    let stranger = random.chance(5) ? random.pick(country.performers).administrator : nil
    let party = parties.isEmpty ? Party.fk : Party(random.pick(parties)) ?? .fk
    let people = country.people(of: party)
    guard let person = stranger ?? (people.isEmpty ? nil : random.pick(people)) else { return }
    let actor = person.actor()
    let view: ConversationView?
    do throws(ServiceError) {
      view = try await service.conversation(id, for: actor)
    } catch {
      guard case .refused = error else { throw error }
      view = nil
    }
    let command = say(view, actor)
    let key = "\(random.next())"
    let result = try await insist { service in
      try await service.converse(command, in: id, by: actor, key: key)
    }
    guard let result else { return }
    report.talks += 1
    if let message = result.message {
      said[id, default: [:]][result.thread] = max(said[id]?[result.thread] ?? 0, message)
      let again = try await service.converse(command, in: id, by: actor, key: key)
      guard again.isRepetition, again.message == message else {
        throw fail("a message was sent twice in \(id)")
      }
    }
    try await checkTalk(in: id)
  }

  private func say(_ view: ConversationView?, _ actor: Actor) -> ConversationCommand {
    guard let view, !view.threads.isEmpty, !random.chance(25) else {
      var with = Set((view?.correspondents ?? []).filter { _ in random.chance(70) })
      if random.chance(5) { with.insert(.performer(random.pick(country.performers).unit.id)) }
      return .openThread(
        ThreadOpening(subject: "Ämne \(random.below(100))", participants: with, text: "Text"))
    }
    let thread = random.pick(view.threads).thread
    switch random.below(10) {
    case 0: return .settleThread(thread.number)
    case 1:
      let me = Assignee(person: actor.person, name: actor.name)
      return .assignThread(thread.number, to: random.chance(70) ? me : nil)
    case 2...5:
      return .markRead(thread: thread.number, through: thread.messages.last?.number ?? 0)
    default: return .sendMessage(thread: thread.number, text: "Svar", after: nil)
    }
  }

  /// Nobody outside a thread has anything of it, nothing acknowledged is lost, and the lines say
  /// what the journal says.
  func checkTalk(in id: CaseNumber) async throws {
    let (records, stored, computed) = try await service.read { [service] connection in
      let history = try CaseHistory(connection, service.keyring).load(id)
      let records = try ConversationHistory(connection, service.keyring).load(id)
      let rows = try ConversationProjection(
        id: id, conversation: records, history: history
      ).rows()
      return (records, try ThreadRows(connection, service.keyring).rows(id.description), rows)
    }
    let conversation = Conversation(id: id, events: records)
    for record in records {
      guard let thread = conversation.thread(record.event.thread),
        record.audience.isSubset(of: thread.participants)
      else { throw fail("a message in \(id) was sent to others than those who take part") }
    }
    for row in stored {
      let thread = conversation.thread(row.number)
      guard thread?.participants.contains(where: { $0.description == row.party }) == true else {
        throw fail("somebody outside a thread of \(id) has a line of it")
      }
    }
    guard Set(stored) == Set(computed) else {
      throw fail("the lines of threads in \(id) are not what the journal says")
    }
    for (thread, message) in said[id] ?? [:] {
      guard let found = conversation.thread(thread), found.messages.count >= message else {
        throw fail("a message in \(id) was acknowledged and is lost")
      }
    }
  }
}
