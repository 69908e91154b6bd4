// SPDX-License-Identifier: Apache-2.0

/// The insured adds documents of her own to the underlag (förordning 2018:1633 6 §).
public struct InsuredDocumentsAdded: EventPayload {
  public var documents: DocumentList

  public init(documents: DocumentList) { self.documents = documents }

  public var facts: Self { Self(documents: documents.facts) }
}

/// Självskattning: the insured's own levels of limitation, beside those that the examiner is to
/// set. Given again, the later one counts.
public struct SelfRatingGiven: EventPayload {
  /// Full name of the statement's definition whose abilities are rated, such as
  /// `statement-afu-1`.
  public var form: String
  /// Level by the key of the field in the definition, for those that she has rated; nil for who
  /// was told only that she did.
  public var levels: [String: Int]?

  public init(form: String, levels: [String: Int]?) {
    self.form = form
    self.levels = levels
  }

  public var facts: Self { Self(form: form, levels: nil) }
}
