// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup

/// What every form field has around its control: label, hint, error, and the ids between them.
///
/// Only optional fields are marked. The error stands between label and control, in the same words
/// as in the `ErrorSummary`.
struct FieldFrame: Sendable {
  /// The name that the value is sent under.
  var name: String
  var label: String
  var hint: String?
  /// What is wrong and what to do, or nil.
  var error: String?
  var isOptional: Bool
  /// The id of the control; the name unless a page holds two forms with the same names.
  var id: String

  init(
    _ name: String, _ label: String, hint: String? = nil, error: String? = nil,
    isOptional: Bool = false, id: String? = nil
  ) {
    self.name = name
    self.label = label
    self.hint = hint
    self.error = error
    self.isOptional = isOptional
    self.id = id ?? name
  }

  /// The ids of hint, error and what else describes the control.
  func describedBy(also extra: [String] = []) -> Attribute {
    var ids: [String] = []
    if hint != nil { ids.append(hintID) }
    if error != nil { ids.append(errorID) }
    return .ariaDescribedBy(ids + extra)
  }

  /// A control with its label in a `<div>`.
  func field(_ language: Language, @HTMLBuilder control: () -> HTML) -> HTML {
    div(.class("field", error == nil ? nil : "has-err")) {
      Markup.label(.for(id)) { labelText(language) }
      notes(language)
      control()
    }
  }

  /// Several controls that answer one question, in a `<fieldset>`.
  func group(_ language: Language, @HTMLBuilder controls: () -> HTML) -> HTML {
    fieldset(.class("fieldset", error == nil ? nil : "has-err"), .id(id), describedBy()) {
      legend { labelText(language) }
      notes(language)
      controls()
    }
  }

  var hintID: String { id + "-hint" }
  var errorID: String { id + "-error" }

  private func labelText(_ language: Language) -> HTML {
    fragment {
      label
      if isOptional {
        " "
        span(.class("opt")) { Self.optional[language] }
      }
    }
  }

  private func notes(_ language: Language) -> HTML {
    fragment {
      if let hint {
        p(.class("hint"), .id(hintID)) { hint }
      }
      if let error {
        p(.class("err"), .id(errorID)) {
          Icon.alert.html
          span {
            span(.class("sr")) { Self.errorWord[language] }
            error
          }
        }
      }
    }
  }

  private static let optional = Bilingual(sv: "(valfritt)", en: "(optional)")
  private static let errorWord = Bilingual(sv: "Fel: ", en: "Error: ")
}
