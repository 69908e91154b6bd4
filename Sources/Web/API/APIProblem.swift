// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes
import Hummingbird
import Service

/// Why a request was not carried out, in the form of RFC 9457. It repeats no value of the
/// request: field names and codes only.
struct APIProblem: Error, Sendable {
  let status: HTTPResponse.Status
  /// Stable code; the refusals' codes and those of `APIProblem.own`.
  let code: String
  let detail: Bilingual
  /// Name of the field it concerns, parts joined by points, such as `documents.items.0.title`.
  var field: String?
  var headers: HTTPFields = [:]

  /// What is sent.
  struct Body: Codable, Hashable, Sendable {
    var type: String
    var title: String
    var status: Int
    var code: String
    var field: String?
    var detail: String
  }

  func body(_ language: Language) -> Body {
    Body(
      type: "\(APIEndpoint.base)\(APIEndpoint.readDocument.pattern)#\(code)",
      title: Self.title(of: status)[language], status: status.code, code: code, field: field,
      detail: detail[language])
  }

  init(
    _ status: HTTPResponse.Status, _ code: String, _ detail: Bilingual, field: String? = nil
  ) {
    self.status = status
    self.code = code
    self.detail = detail
    self.field = field
  }
}

extension APIProblem {
  /// A refusal: who may not (403), what does not exist (404) or no longer does (410), what is no
  /// longer so (412), which field is wrong (422), else what the case's state does not allow (409).
  init(_ refusal: Refusal) {
    let status: HTTPResponse.Status =
      switch refusal.code {
      case .wrongParty, .wrongFunction, .notYourEvent, .documentReadersOnly, .assignmentOver,
        .notResponsibleDoctor, .notOnCase, .noLongerParty, .statementWritersOnly,
        .sectionOfOthers, .signerOnly, .opposedHerself, .contentOnly, .unitOfOthers,
        .analystsOnly:
        .forbidden
      case .notFound, .documentUnknown, .documentPageUnknown, .noThread, .statementNotHere,
        .measureUnknown, .noEdition:
        .notFound
      case .caseDisposed: .gone
      case .staleVersion: .preconditionFailed
      default: refusal.field == nil ? .conflict : .unprocessableContent
      }
    self.init(status, refusal.code.rawValue, refusal.text, field: refusal.field)
  }

  init(_ error: ServiceError) {
    switch error {
    case .refused(let refusal): self.init(refusal)
    case .notDemonstration: self = .notFound
    // Two wrote at the same moment; the other was first.
    case .fault("store.conflict"):
      self.init(
        .conflict, RefusalCode.staleVersion.rawValue, Refusal(.staleVersion).text)
    case .fault("store.busy"), .fault("store.unavailable"): self = .unavailable
    case .fault: self = .fault
    }
  }

  init(_ fault: PageFault) {
    switch fault {
    case .signInFirst: self = .signIn
    case .notFound: self = .notFound
    case .foreignForm, .formOutdated: self = .formToken
    case .unreadable: self = .malformed
    case .refused(let refusal): self.init(refusal)
    case .fault: self = .fault
    }
  }

  /// Any error that reached the edge.
  init(any error: any Error) {
    switch error {
    case let problem as APIProblem: self = problem
    case let error as ServiceError: self.init(error)
    case let fault as PageFault: self.init(fault)
    case let error as HTTPError where error.status == .notFound: self = .notFound
    case let error as HTTPError where error.status == .contentTooLarge: self = .tooLarge
    case let error as HTTPError where error.status.code < 500: self = .malformed
    default: self = .fault
    }
  }
}
