// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Synthetic
import Testing

/// A change to a certificate that follows every rule, and the rules it then breaks.
struct CertificateChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let broken: [String]
  let change: @Sendable (inout CertificateText) -> Void

  init(
    _ name: String, breaks broken: [String] = [],
    _ change: @escaping @Sendable (inout CertificateText) -> Void
  ) {
    testDescription = name
    self.broken = broken
    self.change = change
  }

  var reading: CertificateReading {
    var certificate = CertificateText.plain
    change(&certificate)
    return certificate.reading
  }
}

extension CertificateText {
  var reading: CertificateReading { CertificateDocument.read(Array(xml.utf8)) }

  /// Leaves out every answer to a question.
  mutating func drop(_ question: Int) {
    answers.removeAll { $0.question == "\(question)" }
  }

  /// Changes the first answer to a question.
  mutating func edit(_ question: Int, _ change: (inout Answer) -> Void) {
    guard let place = answers.firstIndex(where: { $0.question == "\(question)" }) else { return }
    change(&answers[place])
  }

  /// Changes the value of a part of the first answer to a question.
  mutating func set(_ question: Int, part: Int, _ value: Value) {
    edit(question) { answer in
      guard let place = answer.parts.firstIndex(where: { $0.id == "\(question).\(part)" }) else {
        return answer.parts.append(Part("\(question).\(part)", value))
      }
      answer.parts[place].value = value
    }
  }

  /// Puts other answers in the place of those to a question.
  mutating func put(_ question: Int, _ others: [Answer]) {
    drop(question)
    answers += others
  }
}

extension CertificateReading {
  /// `L13 svar 32` and so on.
  var broken: [String] { breaches.map { "\($0.code) \($0.place)" } }
}
