// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What has been written in a form of several pages. It is the writer's own until it is sent.
struct WizardDraft: Sendable, Hashable {
  private(set) var fields: [String: [String]]

  init(_ draft: FormDraft?) { fields = draft?.fields ?? [:] }

  var stored: FormDraft { FormDraft(fields: fields) }

  /// Whether a page has been saved, whole or not.
  func hasSaved(_ step: String) -> Bool { fields[Self.mark + step] != nil }

  /// The answers of a page: what was saved, else what the page begins with.
  func values(_ step: String, _ parts: [FormPart]) -> FormValues {
    guard hasSaved(step) else { return parts.initialValues }
    return FormValues(fields.filter { name, _ in parts.fields.contains { $0.owns(name) } })
  }

  /// Keeps the answers of a page over those it had.
  mutating func save(_ step: String, _ parts: [FormPart], _ values: FormValues) {
    let fields = parts.fields
    self.fields = self.fields.filter { name, _ in !fields.contains { $0.owns(name) } }
    for (name, value) in values.fields where fields.contains(where: { $0.owns(name) }) {
      self.fields[name] = value
    }
    self.fields[Self.mark + step] = ["1"]
  }

  /// The value of a single answer.
  func value(_ name: String) -> String? { FormValues(fields).text(name) }

  private static let mark = "saved."

  /// What is left of a draft that has been sent: that sending it again with the same key leads to
  /// the same receipt.
  static func sent(_ result: CommandResult, key: String) -> WizardDraft {
    var draft = WizardDraft(nil)
    draft.fields = [
      "sent.key": [key], "sent.case": [result.id.description],
      "sent.first": ["\(result.versions.lowerBound)"],
      "sent.last": ["\(result.versions.upperBound)"],
    ]
    return draft
  }

  var isSent: Bool { fields["sent.key"] != nil }

  /// The receipt, where the draft was sent; with `key` only where it was sent with that one.
  func receipt(key: String? = nil) -> Href? {
    guard isSent, key == nil || value("sent.key") == key,
      let id = value("sent.case").flatMap({ try? CaseNumber($0) }),
      let first = value("sent.first"), let last = value("sent.last")
    else { return nil }
    return SiteAddress.receipt(id).href([("v", first), ("t", last)])
  }
}
