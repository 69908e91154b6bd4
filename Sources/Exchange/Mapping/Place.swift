// SPDX-License-Identifier: Apache-2.0

import Domain

/// Where in a message the reading stands. It is made of names that the contract gives, never of
/// names from the message, so that a fault can show it to anybody.
struct Place: Sendable {
  /// Element names from the message down, such as `OrderAssessment/citizen/personalIdentity`.
  let path: String
  /// The line in the document.
  let line: Int
  /// The day on which the message is read, for birth dates that are still to come.
  let readOn: Day

  func inside(_ name: String, line: Int) -> Place {
    Place(path: "\(path)/\(name)", line: line, readOn: readOn)
  }

  /// The same path for the second of several equal elements: `…/earlierAssessmentPerformer[2]`.
  func numbered(_ number: Int) -> Place {
    Place(path: "\(path)[\(number)]", line: line, readOn: readOn)
  }

  func fault(_ code: MessageFault.Code, reason: Bilingual? = nil) -> MessageFault {
    MessageFault(code, field: path, line: line, reason: reason)
  }
}
