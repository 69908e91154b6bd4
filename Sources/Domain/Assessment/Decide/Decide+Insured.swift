// SPDX-License-Identifier: Apache-2.0

// What the insured gives to those who assess her.
extension Assessment {
  /// Her documents are one part of the underlag, whatever they are called, and come as files.
  func decideAddition(
    _ added: InsuredDocumentsAdded
  ) throws(Refusal) -> [AssessmentEvent] {
    let items = added.documents.items ?? []
    guard !items.isEmpty else { throw Refusal(.missing, field: "documents") }
    for (index, item) in items.enumerated() where item.kind != .fromInsured || item.file == nil {
      throw Refusal(.documentNotAsSent, field: "documents.\(index)")
    }
    try Check.documents(added.documents, "documents")
    return [.insuredDocumentsAdded(InsuredDocumentsAdded(documents: DocumentList(items)))]
  }

  /// Which abilities and levels there are is the definition's to say, and is checked where that
  /// is known.
  func decideSelfRating(
    _ rating: SelfRatingGiven
  ) throws(Refusal) -> [AssessmentEvent] {
    guard let levels = rating.levels, !levels.isEmpty else {
      throw Refusal(.missing, field: "levels")
    }
    try Check.text(rating.form, "form", limit: CaseLimit.lineLength)
    if levels.count > CaseLimit.abilities {
      throw Refusal(.tooMany, field: "levels", values: ["\(CaseLimit.abilities)"])
    }
    return [.selfRatingGiven(rating)]
  }
}
