// SPDX-License-Identifier: Apache-2.0
import Domain
import RuleData
import Store

/// Why something was not done.
public enum ServiceError: Error, Sendable, Equatable {
  /// The rules of the case or of access say no; the refusal says why.
  case refused(Refusal)
  /// The database is not a demonstration, or already holds something else.
  case notDemonstration
  /// Something is wrong in the installation or the store; the code says what, without any
  /// content.
  case fault(String)

  init(_ error: any Error) {
    switch error {
    case let error as ServiceError: self = error
    case let refusal as Refusal: self = .refused(refusal)
    case StoreError.disposed: self = .refused(Refusal(.caseDisposed))
    case StoreError.badCursor: self = .refused(Refusal(.outOfRange, field: "cursor"))
    case let error as StoreError: self = .fault(error.code)
    case let fault as RuleDataFault: self = .fault("rules: \(fault)")
    default: self = .fault("unexpected.\(type(of: error))")
    }
  }
}
