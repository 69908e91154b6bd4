// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import Store

/// Who sent a message, as the operator or the envelope says.
public enum MessageSender: Sendable, Hashable {
  case agency
  /// A region or a performer, by its HSA-id.
  case organisation(HSAID)

  /// Reads `fk`, Försäkringskassan's organisation number, or an HSA-id; an HSA-id under
  /// Försäkringskassan's number is Försäkringskassan. Nil for anything else.
  public init?(_ text: String) {
    if text.lowercased() == "fk" {
      self = .agency
    } else if let number = try? OrganisationNumber(text) {
      guard number == .insuranceAgency else { return nil }
      self = .agency
    } else if let id = try? HSAID(text) {
      self = id.issuer == .insuranceAgency ? .agency : .organisation(id)
    } else {
      return nil
    }
  }
}

extension SamsynService {
  /// Takes in one contract message: an envelope or a bare body. It is carried out by the same
  /// commands as the pages give, whole or not at all.
  ///
  /// - Parameter sender: who sent it; nil is the envelope's sender, and Försäkringskassan where
  ///   the envelope names none. A sender that is named but is nobody here is refused.
  /// - Throws: `ServiceError.fault` only; what is wrong with the message is in the answer.
  public func receive(
    _ bytes: [UInt8], from sender: MessageSender? = nil
  ) async throws(ServiceError) -> ReceivedMessage {
    let incoming: IncomingMessage
    do throws(MessageFault) {
      incoming = try IncomingMessage.read(bytes, on: clock.now().day)
    } catch {
      return try ReceivedMessage(error)
    }
    let from: MessageSender
    if let sender {
      from = sender
    } else if let named = incoming.envelope?.sender {
      guard let known = MessageSender(named) else {
        return try ReceivedMessage(Refusal(.wrongParty), to: incoming)
      }
      from = known
    } else {
      from = .agency
    }
    do {
      return try await write { connection in
        try self.apply(connection, incoming, bytes, from)
      }
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      return try ReceivedMessage(refusal, to: incoming)
    }
  }

  private func apply(
    _ connection: any Connection, _ incoming: IncomingMessage, _ bytes: [UInt8],
    _ sender: MessageSender
  ) throws -> ReceivedMessage {
    let digest = Hexadecimal.hash(bytes)
    switch try MessageCommand(incoming.message) {
    case .request(let request):
      guard sender == .agency else { throw Refusal(.wrongParty) }
      let result = try self.request(
        connection, request, insured: nil, by: contractActor(incoming, .fk), key: digest)
      return try ReceivedMessage(result, incoming, item: nil)
    case .command(let id, let command):
      return try apply(connection, incoming, command, in: id, digest, sender)
    }
  }

  private func apply(
    _ connection: any Connection, _ incoming: IncomingMessage,
    _ command: (Assessment) throws(Refusal) -> Command, in id: CaseNumber, _ digest: String,
    _ sender: MessageSender
  ) throws -> ReceivedMessage {
    let history = try history(connection, id, sender)
    let state = Assessment(id: id, events: history)
    guard !history.isEmpty, let party = party(sender, in: state) else {
      throw Refusal(.notFound, field: "assessmentId.extension")
    }
    let actor = contractActor(incoming, party)
    // A message with the same content as the party's last in this case is that message again;
    // after something else has been said, the same words can mean a new change.
    let last = history.last { $0.author.party == party }?.version ?? 0
    let journal = Journal(connection, keyring)
    if let known = try journal.receipt("contract|\(party)|\(digest)|\(id)|\(last)") {
      let result = CommandResult(
        id: id, versions: known.firstVersion...known.lastVersion, isRepetition: true)
      return try ReceivedMessage(result, incoming, item: ItemNumber(known.result))
    }
    let result = try execute(
      connection, try command(state), in: id, by: actor, expecting: nil, key: nil)
    let item = self.item(try CaseHistory(connection, keyring).load(id), result, id)
    try journal.saveReceipt(
      "contract|\(party)|\(digest)|\(id)|\(result.versions.upperBound)",
      .init(
        stream: id.description, firstVersion: result.versions.lowerBound,
        lastVersion: result.versions.upperBound, result: item?.description ?? "",
        recorded: clock.now()))
    return try ReceivedMessage(result, incoming, item: item)
  }

  private func history(
    _ connection: any Connection, _ id: CaseNumber, _ sender: MessageSender
  ) throws -> [RecordedEvent] {
    let history = CaseHistory(connection, keyring)
    guard case .organisation(let organisation) = sender else {
      return try history.load(id, for: .fk)
    }
    // An organisation with a part in the case is its region or a performer.
    let asRegion = try history.load(id, for: .region(organisation))
    return asRegion.isEmpty ? try history.load(id, for: .performer(organisation)) : asRegion
  }

  private func contractActor(_ incoming: IncomingMessage, _ party: Party) -> Actor {
    Actor(
      party: party, person: "contract", name: incoming.message.officialName ?? "",
      function: .system, route: .contract)
  }

  private func party(_ sender: MessageSender, in state: Assessment) -> Party? {
    switch sender {
    case .agency: .fk
    case .organisation(let id) where id == state.region: .region(id)
    case .organisation(let id) where id == state.performer: .performer(id)
    case .organisation: nil
    }
  }

  /// The numbered thing that the events made, which the answer names.
  private func item(
    _ history: [RecordedEvent], _ result: CommandResult, _ id: CaseNumber
  ) -> ItemNumber? {
    for recorded in history where result.versions.contains(recorded.version) {
      switch recorded.event {
      case .deviationReported(let deviation):
        return ItemNumber(id, .deviation, deviation.number)
      case .statementSupplementRequested(let asked):
        return ItemNumber(id, .supplement, asked.number)
      default: continue
      }
    }
    return nil
  }
}

extension FKMessage {
  /// The officer who is named in the message, where it names one.
  var officialName: String? {
    switch self {
    case .requestPerformerForAssessment(let message):
      message.authorityAdministrativeOfficial.fullName
    case .orderAssessment(let message): message.authorityAdministrativeOfficial.fullName
    case .updateOrder(let message): message.updatedAuthorityAdministrativeOfficial?.fullName
    default: nil
    }
  }
}

extension ReceivedMessage {
  /// A message that could not be read.
  init(_ fault: MessageFault) throws(ServiceError) {
    let bytes: [UInt8]
    do {
      if let response = MessageResponse(refusing: fault) {
        bytes = try response.write(inEnvelope: fault.isEnveloped)
      } else {
        bytes = try fault.soapFault()
      }
    } catch {
      throw Self.unwritable
    }
    self.init(
      message: fault.kind?.rawValue, assessmentId: nil, itemId: nil,
      resultCode: MessageResult.Code.error.rawValue, resultText: fault.resultText,
      errorId: [fault.errorId.rawValue], code: fault.code.rawValue, field: fault.field,
      line: fault.line, repeated: false,
      response: String(decoding: bytes, as: UTF8.self))
  }

  /// An answer that cannot be written is a fault of this program, whatever was asked: the sender
  /// must not be left with an empty one.
  private static let unwritable = ServiceError.fault("answer")

  /// A message that the rules refuse. Nothing was done.
  init(_ refusal: Refusal, to incoming: IncomingMessage) throws(ServiceError) {
    let kind = incoming.message.kind
    let field = MessageField.path(refusal, in: kind)
    let text = refusal.text.sv + (field.map { " (\($0))" } ?? "")
    try self.init(
      kind, .error(.application, text), incoming, id: nil, item: nil,
      code: refusal.code.rawValue, field: field, repeated: false)
  }

  /// A message that was carried out, now or before.
  init(
    _ result: CommandResult, _ incoming: IncomingMessage, item: ItemNumber?
  ) throws(ServiceError) {
    let outcome: MessageResult =
      result.isRepetition
      ? .info("Meddelandet är redan mottaget. Inget har gjorts på nytt.") : .ok
    try self.init(
      incoming.message.kind, outcome, incoming, id: result.id, item: item, code: nil,
      field: nil, repeated: result.isRepetition)
  }

  private init(
    _ kind: MessageKind, _ result: MessageResult, _ incoming: IncomingMessage,
    id: CaseNumber?, item: ItemNumber?, code: String?, field: String?, repeated: Bool
  ) throws(ServiceError) {
    let answer: MessageResponse =
      switch kind {
      case .requestPerformerForAssessment:
        MessageResponse(
          .requestPerformerForAssessment(assessmentId: id.map(II.assessment)), result)
      case .orderAssessment:
        MessageResponse(.orderAssessment(assessmentId: id.map(II.assessment)), result)
      case .reportDeviation:
        MessageResponse(.reportDeviation(deviationId: item.map(II.item)), result)
      case .requestSupplement:
        MessageResponse(.requestSupplement(supplementRequestId: item.map(II.item)), result)
      default: MessageResponse(kind, result)
      }
    let bytes: [UInt8]
    do {
      bytes = try answer.write(inEnvelope: incoming.envelope != nil)
    } catch {
      throw Self.unwritable
    }
    self.init(
      message: kind.rawValue, assessmentId: id?.description, itemId: item?.description,
      resultCode: result.resultCode.rawValue, resultText: result.resultText,
      errorId: result.errorId.map(\.rawValue), code: code, field: field, line: nil,
      repeated: repeated, response: String(decoding: bytes, as: UTF8.self))
  }
}
