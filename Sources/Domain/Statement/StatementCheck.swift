// SPDX-License-Identifier: Apache-2.0

/// Something that must be mended before the statement can be signed.
public struct StatementGap: Hashable, Sendable {
  /// Id of the section.
  public let section: String
  /// Key of the field.
  public let field: String
  public let fault: StatementFault
}

/// What a statement needs to know of its case.
public struct StatementSetting: Hashable, Sendable {
  /// The underlag's list as the performer was sent it, in order.
  public let documents: [SupportingDocument]
  /// The professions that have examined.
  public let examined: Set<Profession>
  /// The insured's own levels by the keys of their fields, as she gave them herself.
  public let ownLevels: [String: Int]
  /// The day she gave them; nil where she has not.
  public let ownLevelsDay: Day?

  public init(
    documents: [SupportingDocument], examined: Set<Profession>, ownLevels: [String: Int] = [:],
    ownLevelsDay: Day? = nil
  ) {
    self.documents = documents
    self.examined = examined
    self.ownLevels = ownLevels
    self.ownLevelsDay = ownLevelsDay
  }

  /// The level that the insured gave herself, in a field that asks for it. Nobody writes another
  /// there: what an examiner wrote down for her before gives way.
  public func ownLevel(_ field: StatementField) -> Int? {
    field.kind == .ownGrade ? ownLevels[field.key] : nil
  }

  /// What stands in a field: the insured's own level where she has given it, else what was written.
  public func text(_ field: StatementField, _ draft: StatementDraft) -> String {
    ownLevel(field).map(String.init) ?? draft.field(field.key).text
  }

  /// Whether two have written different things in a field, and it matters.
  public func isContested(_ field: StatementField, _ draft: StatementDraft) -> Bool {
    ownLevel(field) == nil && !draft.field(field.key).competing.isEmpty
  }
}

extension Assessment {
  /// What this case means to its statement.
  public var statementSetting: StatementSetting {
    StatementSetting(
      documents: order?.documents.items ?? [],
      examined: Set(currentVisits.filter(\.isPerformed).map(\.profession)),
      ownLevels: selfRating?.given.levels ?? [:], ownLevelsDay: selfRating?.at.day)
  }
}

extension StatementSection {
  /// Whether the section belongs to the statement of this case: always, or because one of its
  /// professions has examined, or because something stands in it.
  public func belongs(_ setting: StatementSetting, _ draft: StatementDraft) -> Bool {
    isNeeded(setting) || fields.contains { !draft.field($0.key).text.isBlank }
  }

  /// Whether its required fields are required.
  public func isNeeded(_ setting: StatementSetting) -> Bool {
    need == .always || owners.contains { setting.examined.contains($0) }
  }

  /// Whether a field must be filled in. Documents that came by post without a list cannot be
  /// ticked.
  public func isRequired(_ field: StatementField, _ setting: StatementSetting) -> Bool {
    field.isRequired && isNeeded(setting)
      && !(field.kind == .documents && setting.documents.isEmpty)
  }

  /// What is missing or wrong in this section, in the order of the fields.
  public func gaps(_ draft: StatementDraft, _ setting: StatementSetting) -> [StatementGap] {
    fields.compactMap { field in
      var fault: StatementFault?
      do throws(StatementFault) {
        let value = try field.value(
          setting.text(field, draft), documents: setting.documents)
        if value == nil && isRequired(field, setting) { fault = .missing }
      } catch {
        fault = error
      }
      if setting.isContested(field, draft) { fault = .conflict }
      return fault.map { StatementGap(section: id, field: field.key, fault: $0) }
    }
  }
}

extension StatementDefinition {
  /// All that is missing or wrong, section by section; empty when it can be signed.
  public func gaps(_ draft: StatementDraft, _ setting: StatementSetting) -> [StatementGap] {
    sections.filter { $0.belongs(setting, draft) }.flatMap { $0.gaps(draft, setting) }
  }
}
