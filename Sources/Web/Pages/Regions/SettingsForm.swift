// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// A region's settings as they stand in the form: what was typed, also where it cannot be read.
struct SettingsForm: Hashable, Sendable {
  /// The service targets, in the order of the page. The raw value is the name in
  /// `RegionSettings.check`.
  enum Target: String, CaseIterable, Sendable {
    case answerRequestDays, answerInquiryDays, summonsDays, postDays, reminderDays
    case answerReminderDays

    /// The name and id of the field.
    var field: String { "targets.\(rawValue)" }

    var path: WritableKeyPath<ServiceTargets, Int?> & Sendable {
      switch self {
      case .answerRequestDays: \.answerRequestDays
      case .answerInquiryDays: \.answerInquiryDays
      case .summonsDays: \.summonsDays
      case .postDays: \.postDays
      case .reminderDays: \.reminderDays
      case .answerReminderDays: \.answerReminderDays
      }
    }
  }

  /// The place of each way of choosing, `1`–`4`; missing or empty where it is not used.
  var places: [AllocationMethod: String]
  /// Workdays as typed; empty where there is no target.
  var targets: [Target: String]
  var remindersOn: Bool
  var competence: CompetencePolicy
  /// The county code; empty for the region's own care units alone.
  var county: String

  static func field(_ method: AllocationMethod) -> String { "processes.\(method.rawValue)" }

  init(_ settings: RegionSettings) {
    places = [:]
    for (index, method) in settings.processes.enumerated() { places[method] = "\(index + 1)" }
    targets = [:]
    for target in Target.allCases {
      targets[target] = settings.targets[keyPath: target.path].map(String.init)
    }
    remindersOn = settings.remindersOn
    competence = settings.competence ?? .off
    county = settings.county ?? ""
  }

  init(_ form: FormValues) {
    places = [:]
    for method in AllocationMethod.allCases { places[method] = form.text(Self.field(method)) }
    targets = [:]
    for target in Target.allCases { targets[target] = form.text(target.field) }
    remindersOn = form.isChecked("remindersOn")
    competence = CompetencePolicy(
      requiresTraining: form.isChecked("competence.requiresTraining"),
      requiresMentor: form.isChecked("competence.requiresMentor"))
    county = form.text("county") ?? ""
  }

  /// Writes the form into settings, which keep all that is not in it.
  ///
  /// - Returns: what cannot be read, by field; then the settings are not to be used.
  func write(to settings: inout RegionSettings) -> [FieldFault] {
    var faults: [FieldFault] = []
    var chosen: [(place: Int, method: AllocationMethod)] = []
    for method in AllocationMethod.allCases {
      guard let text = places[method] else { continue }
      guard let place = Int(text), (1...AllocationMethod.allCases.count).contains(place) else {
        faults.append(FieldFault(Self.field(method), SettingsTexts.placeFault))
        continue
      }
      if chosen.contains(where: { $0.place == place }) {
        faults.append(FieldFault(Self.field(method), SettingsTexts.placeTwice(place)))
      }
      chosen.append((place, method))
    }
    settings.processes = chosen.sorted { $0.place < $1.place }.map(\.method)
    for target in Target.allCases {
      let text = targets[target] ?? ""
      let days = Int(text)
      if days == nil && !text.isEmpty {
        faults.append(FieldFault(target.field, SettingsTexts.numberFault))
      }
      settings.targets[keyPath: target.path] = days
    }
    settings.remindersOn = remindersOn
    settings.competence = competence == .off ? nil : competence
    settings.county = county.isEmpty ? nil : county
    return faults
  }
}

/// What is wrong with one field of a form, in both languages.
struct FieldFault: Hashable, Sendable {
  /// The name and id of the field.
  let field: String
  let text: Bilingual

  init(_ field: String, _ text: Bilingual) {
    self.field = field
    self.text = text
  }
}

extension RegionSettings {
  /// The first fault that `check` finds, with the name its field has in the forms.
  var fault: FieldFault? {
    do throws(Refusal) {
      try check()
      return nil
    } catch {
      return FieldFault(RegionSettings.formField(error.field ?? ""), error.settingsText)
    }
  }

  /// `performers.2.unit.name` stands in the form of one performer as `unit.name`; a fault of the
  /// processes as a whole stands at the first of them.
  static func formField(_ field: String) -> String {
    if field == "processes" { return SettingsForm.field(.direct) }
    let parts = field.split(separator: ".")
    guard parts.first == "performers", parts.count > 2 else { return field }
    return parts.dropFirst(2).joined(separator: ".")
  }

  /// Forgets whom rotation gave last where it is no longer a performer of the region.
  mutating func dropStaleRotation() {
    if let last = rotationLast, performer(last) == nil { rotationLast = nil }
  }
}

extension Refusal {
  /// The sentence with what the form asks for.
  fileprivate var settingsText: Bilingual {
    let field = self.field ?? ""
    if field == "processes" { return SettingsTexts.noProcess }
    if field == "county" { return SettingsTexts.countyFault }
    if field.hasPrefix("targets.") { return SettingsTexts.targetRange }
    if field.hasSuffix(".places") { return SettingsTexts.placesRange }
    if field.hasSuffix(".professions") { return SettingsTexts.doctorNeeded }
    if field.hasSuffix(".contractTo") { return SettingsTexts.endsBefore }
    if field.hasSuffix("unit.name"), code == .missing { return SettingsTexts.nameMissing }
    if field.hasSuffix("unit.id") { return SettingsTexts.performerTwice }
    return text
  }
}
