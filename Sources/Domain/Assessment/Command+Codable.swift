// SPDX-License-Identifier: Apache-2.0

// Form in interfaces: {"kind": "bookVisit", "data": {...}}. A command that carries one value has
// that value's fields in `data`; one that carries several has them there by name. What cannot be
// read is told by its place and never by what stood there, which may be about a person.
extension Command: Codable {
  private enum Key: String, CodingKey { case kind, data }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    guard let kind = ActionKind(rawValue: try box.decode(String.self, forKey: .kind)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: box, debugDescription: "no such kind of command")
    }
    let reader = CommandReader(box: box, key: .data)
    switch kind.roles {
    case [.fk]: self = try reader.agencyCommand(kind)
    case [.region]: self = try reader.regionCommand(kind)
    case [.performer], [.performer, .insured], [.insured]:
      self = try reader.performerCommand(kind)
    default: self = try reader.sharedCommand(kind)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(kind, forKey: .kind)
    try box.encode(data, forKey: .data)
  }

  private var data: any Encodable {
    agencyData ?? regionData ?? performerData ?? sharedData
  }

  private var agencyData: (any Encodable)? {
    switch self {
    case .requestPerformer(let request, let insured):
      CommandData.Request(request: request, insured: insured)
    case .recordInformed(let informed): informed
    case .placeOrder(let order): order
    case .updateOrder(let update, let day): CommandData.Update(update: update, lastDay: day)
    case .answerOrderSupplement(let answer): answer
    case .decideExtension(let decision): decision
    case .stateExtensionDay(let stated): stated
    case .decideDeferral(let decision): decision
    case .decideRemainingVisits(let decision): decision
    case .recordStatementArrival(let arrival): arrival
    case .requestStatementSupplement(let question, let day, let sections):
      CommandData.Question(question: question, answerBy: day, sections: sections)
    case .recordSupplementArrival(let number, let day, let last):
      CommandData.Arrival(number: number, day: day, lastSupplementRequestDay: last)
    case .endAssessment(let ending): ending
    case .registerRepresentative(let stated): stated
    case .endRepresentative(let ended): ended
    default: nil
    }
  }

  private var regionData: (any Encodable)? {
    switch self {
    case .commitDraw(let commitment): commitment
    case .sendInquiries(let performers, let answerBy, let message):
      CommandData.Inquiries(performers: performers, answerBy: answerBy, message: message)
    case .withdrawInquiry(let performer): CommandData.Performer(performer: performer)
    case .allocate(let unit, let method, let draw, let comment):
      CommandData.Allocation(unit: unit, method: method, draw: draw, comment: comment)
    case .declineRequest(let declined): declined
    case .withdrawAllocation(let reason): CommandData.Reason(reason: reason)
    case .notifyDelay(let notice): notice
    case .requestDeferral(let reason, let day):
      CommandData.Deferral(reason: reason, proposedDay: day)
    default: nil
    }
  }

  private var performerData: (any Encodable)? {
    switch self {
    case .answerInquiry(let answer): answer
    case .acceptOrder(let acceptance): acceptance
    case .returnOrder(let cause, let reason): CommandData.Return(cause: cause, reason: reason)
    case .requestOrderSupplement(let parts, let question):
      CommandData.Supplement(parts: parts, question: question)
    case .confirmComplete(let completion): completion
    case .appointDoctor(let appointment): appointment
    case .appointExaminer(let person, let name, let profession):
      CommandData.Appointment(person: person, name: name, profession: profession)
    case .releaseExaminer(let person): CommandData.Release(person: person)
    case .bookVisit(let booking): booking
    case .moveVisit(let moved): moved
    case .declineVisitMove(let declined): declined
    case .requestVisitMove(let asked): asked
    case .addDocuments(let added): added
    case .giveSelfRating(let rating): rating
    case .recordSummons(let summons): summons
    case .cancelVisit(let cancelled): cancelled
    case .reportVisit(let report): CommandData.Report(report)
    case .proposeExtension(let professions, let reason):
      CommandData.Proposal(professions: professions, reason: reason)
    case .reportDelayRisk(let risk): risk
    case .reportConflict(let reason): CommandData.Reason(reason: reason)
    case .sendStatement(let sent): CommandData.OnDay(day: sent.day)
    case .sendStatementSupplement(let number, let day, _):
      CommandData.NumberedDay(number: number, day: day)
    case .releaseStatement: CommandData.Nothing()
    case .recordOpposition(let opposed): opposed
    case .withdrawOpposition(let withdrawn): withdrawn
    default: nil
    }
  }

  private var sharedData: any Encodable {
    switch self {
    case .reportDeviation(let report): report
    case .correct(let version, let reason, let replacement):
      CommandData.Correction(version: version, reason: reason, replacement: replacement)
    case .notice(let notice, let passed): CommandData.Notice(notice: notice, passed: passed)
    default: CommandData.Nothing()
    }
  }
}

/// Reads the data of one kind of command.
private struct CommandReader<Key: CodingKey> {
  let box: KeyedDecodingContainer<Key>
  let key: Key

  func data<Data: Decodable>(_ type: Data.Type = Data.self) throws -> Data {
    try box.decode(type, forKey: key)
  }

  func agencyCommand(_ kind: ActionKind) throws -> Command {
    switch kind {
    case .requestPerformer:
      let data: CommandData.Request = try data()
      return .requestPerformer(data.request, insured: data.insured)
    case .recordInformed: return .recordInformed(try data())
    case .placeOrder:
      let order: OrderPlaced = try data()
      try listed(order.documents)
      return .placeOrder(order)
    case .updateOrder:
      let data: CommandData.Update = try data()
      return .updateOrder(data.update, lastDay: data.lastDay)
    case .answerOrderSupplement:
      let answer: OrderSupplemented = try data()
      try listed(answer.documents)
      return .answerOrderSupplement(answer)
    case .decideExtension: return .decideExtension(try data())
    case .stateExtensionDay: return .stateExtensionDay(try data())
    case .decideDeferral: return .decideDeferral(try data())
    case .decideRemainingVisits: return .decideRemainingVisits(try data())
    case .recordStatementArrival: return .recordStatementArrival(try data())
    case .requestStatementSupplement:
      let data: CommandData.Question = try data()
      return .requestStatementSupplement(
        question: data.question, answerBy: data.answerBy, sections: data.sections)
    case .recordSupplementArrival:
      let data: CommandData.Arrival = try data()
      return .recordSupplementArrival(
        number: data.number, day: data.day,
        lastSupplementRequestDay: data.lastSupplementRequestDay)
    case .registerRepresentative: return .registerRepresentative(try data())
    case .endRepresentative: return .endRepresentative(try data())
    default: return .endAssessment(try data())
    }
  }

  func regionCommand(_ kind: ActionKind) throws -> Command {
    switch kind {
    case .commitDraw: return .commitDraw(try data())
    case .sendInquiries:
      let data: CommandData.Inquiries = try data()
      return .sendInquiries(
        performers: data.performers, answerBy: data.answerBy, message: data.message)
    case .withdrawInquiry:
      return .withdrawInquiry(try data(CommandData.Performer.self).performer)
    case .allocate:
      let data: CommandData.Allocation = try data()
      return .allocate(
        data.unit, method: data.method, draw: data.draw, comment: data.comment)
    case .declineRequest: return .declineRequest(try data())
    case .withdrawAllocation:
      return .withdrawAllocation(reason: try data(CommandData.Reason.self).reason)
    case .notifyDelay: return .notifyDelay(try data())
    default:
      let data: CommandData.Deferral = try data()
      return .requestDeferral(reason: data.reason, proposedDay: data.proposedDay)
    }
  }

  func performerCommand(_ kind: ActionKind) throws -> Command {
    switch kind {
    case .answerInquiry: return .answerInquiry(try data())
    case .acceptOrder: return .acceptOrder(try data())
    case .returnOrder:
      let data: CommandData.Return = try data()
      return .returnOrder(data.cause, reason: data.reason)
    case .requestOrderSupplement:
      let data: CommandData.Supplement = try data()
      return .requestOrderSupplement(parts: data.parts, question: data.question)
    case .confirmComplete: return .confirmComplete(try data())
    case .appointDoctor: return .appointDoctor(try data())
    case .appointExaminer:
      let data: CommandData.Appointment = try data()
      return .appointExaminer(
        person: data.person, name: data.name, profession: data.profession)
    case .releaseExaminer:
      return .releaseExaminer(person: try data(CommandData.Release.self).person)
    case .bookVisit: return .bookVisit(try data())
    case .moveVisit: return .moveVisit(try data())
    case .declineVisitMove: return .declineVisitMove(try data())
    case .requestVisitMove: return .requestVisitMove(try data())
    case .addDocuments:
      let added: InsuredDocumentsAdded = try data()
      try listed(added.documents)
      return .addDocuments(added)
    case .giveSelfRating: return .giveSelfRating(try data())
    case .recordSummons: return .recordSummons(try data())
    case .cancelVisit: return .cancelVisit(try data())
    case .reportVisit: return .reportVisit(try data(CommandData.Report.self).report)
    case .proposeExtension:
      let data: CommandData.Proposal = try data()
      return .proposeExtension(professions: data.professions, reason: data.reason)
    case .reportDelayRisk: return .reportDelayRisk(try data())
    case .reportConflict:
      return .reportConflict(reason: try data(CommandData.Reason.self).reason)
    // What is signed is made by signing, and cannot be said in a command.
    case .sendStatement:
      return .sendStatement(StatementSent(day: try data(CommandData.OnDay.self).day))
    case .releaseStatement: return .releaseStatement
    case .recordOpposition: return .recordOpposition(try data())
    case .withdrawOpposition: return .withdrawOpposition(try data())
    default:
      let data: CommandData.NumberedDay = try data()
      return .sendStatementSupplement(number: data.number, day: data.day)
    }
  }

  func sharedCommand(_ kind: ActionKind) throws -> Command {
    switch kind {
    case .reportDeviation: return .reportDeviation(try data())
    case .correct:
      let data: CommandData.Correction = try data()
      return .correct(
        version: data.version, reason: data.reason, data.replacement.map { .command($0) })
    default:
      let data: CommandData.Notice = try data()
      return .notice(data.notice, passed: data.passed)
    }
  }

  /// Who sends documents tells which they are: a bare count is what others are told of them.
  private func listed(_ documents: DocumentList) throws {
    guard documents.items == nil else { return }
    let path = box.codingPath + [key, CommandData.Field.documents, CommandData.Field.items]
    throw DecodingError.valueNotFound(
      [SupportingDocument].self,
      .init(codingPath: path, debugDescription: "the documents are to be listed"))
  }
}
