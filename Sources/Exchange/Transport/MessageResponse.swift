// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// The answer to a message: how it was received, and what the contract lets the answer carry.
public struct MessageResponse: Hashable, Sendable {
  /// The message that is answered, with what its answer carries beside the result.
  public enum Answer: Hashable, Sendable {
    /// The case number that the region has given.
    case requestPerformerForAssessment(assessmentId: II?)
    case orderAssessment(assessmentId: II?)
    /// The deviation, in the receiver's series.
    case reportDeviation(deviationId: II?)
    /// The number of the request, by which its receival is reported.
    case requestSupplement(supplementRequestId: II?)
    /// Försäkringskassan's new last day for the statement.
    case updateAssessment(lastDateForCertificateReceival: Day?)
    case updateOrder, reportSupplementReceival, reportCertificateReceival, endAssessment
    case respondToPerformerRequest, respondToOrder, reportCareContact
  }

  /// What is answered.
  public let answer: Answer
  /// How it was received.
  public let result: MessageResult

  /// An answer with its result.
  public init(_ answer: Answer, _ result: MessageResult) {
    self.answer = answer
    self.result = result
  }

  /// The refusal of a message that could not be read; nil when it was not even recognised,
  /// so that the contract has no answer for it (`MessageFault.soapFault()` is one then).
  public init?(refusing fault: MessageFault, logId: String? = nil) {
    guard let kind = fault.kind else { return nil }
    self.init(kind, .error(fault.errorId, fault.resultText, logId: logId))
  }

  /// The answer to a message of this kind with nothing but the result, as when it is refused.
  public init(_ kind: MessageKind, _ result: MessageResult) {
    self.init(Answer(kind, id: nil, day: nil), result)
  }

  /// Which message is answered.
  public var kind: MessageKind {
    switch answer {
    case .requestPerformerForAssessment: .requestPerformerForAssessment
    case .orderAssessment: .orderAssessment
    case .reportDeviation: .reportDeviation
    case .requestSupplement: .requestSupplement
    case .updateAssessment: .updateAssessment
    case .updateOrder: .updateOrder
    case .reportSupplementReceival: .reportSupplementReceival
    case .reportCertificateReceival: .reportCertificateReceival
    case .endAssessment: .endAssessment
    case .respondToPerformerRequest: .respondToPerformerRequest
    case .respondToOrder: .respondToOrder
    case .reportCareContact: .reportCareContact
    }
  }

  /// The document, in an envelope when the message came in one. Throws `illegalCharacter` for
  /// a text that XML cannot hold.
  public func write(inEnvelope: Bool) throws(XMLFault) -> [UInt8] {
    let element = XMLElement(
      name: kind.responseName, namespace: kind.namespace,
      children: MessageResponse.shape(of: kind).write(self))
    return try Envelope.write(answer: element, inEnvelope: inEnvelope)
  }

  /// Reads the answer to a message of this kind, in an envelope or bare. Throws as
  /// `IncomingMessage.read` does.
  public static func read(
    _ bytes: [UInt8], to kind: MessageKind
  ) throws(MessageFault) -> MessageResponse {
    var root: XMLElement
    do { root = try XMLElement(parsing: bytes) } catch { throw MessageFault(error) }
    if root.isNamed("Envelope", in: Namespace.soap) {
      let bodies = root.children.filter { $0.isNamed("Body", in: Namespace.soap) }
      guard bodies.count == 1, bodies[0].children.count == 1 else {
        throw MessageFault(.envelopeStructure, field: "Envelope/Body", line: root.line)
      }
      root = bodies[0].children[0]
    }
    guard root.isNamed(kind.responseName, in: kind.namespace) else {
      throw MessageFault(.unknownMessage, field: "", line: root.line)
    }
    let place = Place(path: kind.responseName, line: root.line, readOn: .latest)
    return try shape(of: kind).read(root, place)
  }

  private var id: II? {
    switch answer {
    case .requestPerformerForAssessment(let id), .orderAssessment(let id),
      .reportDeviation(let id), .requestSupplement(let id):
      id
    default: nil
    }
  }

  private var day: Day? {
    if case .updateAssessment(let day) = answer { day } else { nil }
  }

  /// Every answer ends with its result; five have one field before it.
  private static func shape(of kind: MessageKind) -> Shape<MessageResponse> {
    let result = Field("result", \MessageResponse.result, Codec(MessageResult.shape))
    func withID(_ name: String) -> Shape<MessageResponse> {
      Shape(
        kind.namespace,
        { (id: II?, result) in MessageResponse(Answer(kind, id: id, day: nil), result) },
        Field(name, \.id, optional: .identifier), result)
    }
    switch kind {
    case .requestPerformerForAssessment, .orderAssessment: return withID("assessmentId")
    case .reportDeviation: return withID("deviationId")
    case .requestSupplement: return withID("supplementRequestId")
    case .updateAssessment:
      return Shape(
        kind.namespace,
        { (day: Day?, result) in MessageResponse(Answer(kind, id: nil, day: day), result) },
        Field("lastDateForCertificateReceival", \.day, optional: .date), result)
    default: return Shape(kind.namespace, { MessageResponse(kind, $0) }, result)
    }
  }
}

extension MessageResponse.Answer {
  /// The answer to a kind, with what the kind has room for.
  fileprivate init(_ kind: MessageKind, id: II?, day: Day?) {
    switch kind {
    case .requestPerformerForAssessment: self = .requestPerformerForAssessment(assessmentId: id)
    case .orderAssessment: self = .orderAssessment(assessmentId: id)
    case .reportDeviation: self = .reportDeviation(deviationId: id)
    case .requestSupplement: self = .requestSupplement(supplementRequestId: id)
    case .updateAssessment: self = .updateAssessment(lastDateForCertificateReceival: day)
    case .updateOrder: self = .updateOrder
    case .reportSupplementReceival: self = .reportSupplementReceival
    case .reportCertificateReceival: self = .reportCertificateReceival
    case .endAssessment: self = .endAssessment
    case .respondToPerformerRequest: self = .respondToPerformerRequest
    case .respondToOrder: self = .respondToOrder
    case .reportCareContact: self = .reportCareContact
    }
  }
}
