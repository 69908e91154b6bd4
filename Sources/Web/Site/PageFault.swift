// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// Why a page cannot be shown. Each becomes a page that says what happened and what to do.
enum PageFault: Error {
  case signInFirst
  case notFound
  /// A form came without the session's token or from another site.
  case foreignForm
  /// The site's own form, from before the session ended or was begun anew: what was typed is
  /// offered again.
  case formOutdated(FormValues)
  /// The form or body cannot be read.
  case unreadable
  case refused(Refusal)
  case fault(code: String)

  init(_ error: ServiceError) {
    switch error {
    case .refused(let refusal) where refusal.code.isAbsence: self = .notFound
    case .refused(let refusal): self = .refused(refusal)
    case .notDemonstration: self = .notFound
    case .fault(let code): self = .fault(code: code)
    }
  }
}

extension RefusalCode {
  /// What is asked for does not exist, or not for whoever asks: the same page for both.
  var isAbsence: Bool {
    switch self {
    case .notFound, .documentUnknown, .documentPageUnknown, .measureUnknown: true
    default: false
    }
  }
}
