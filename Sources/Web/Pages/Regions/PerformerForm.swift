// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// A performer of a region as it stands in the form: what was typed, also where it cannot be
/// read.
struct PerformerForm: Hashable, Sendable {
  /// Lines of text about the unit. The raw value is the name and id of the field.
  enum Line: String, CaseIterable, Sendable {
    case name = "unit.name"
    case providerName = "unit.providerName"
    case address = "unit.address"
    case postalCode = "unit.postalCode"
    case town = "unit.town"
    case phone = "unit.phone"
    case email = "unit.email"
  }

  var id = ""
  var lines: [Line: String] = [:]
  var professions: Set<String> = [Profession.doctor.rawValue]
  var contractFrom = ""
  var contractTo = ""
  var places = ""
  /// The place in the order of rotation, from 1; empty is the last.
  var turn = ""

  init() {}

  init(_ performer: RegionPerformer, turn: Int) {
    let unit = performer.unit
    id = unit.id.description
    lines = [
      .name: unit.name, .providerName: unit.providerName ?? "", .address: unit.address ?? "",
      .postalCode: unit.postalCode ?? "", .town: unit.town ?? "", .phone: unit.phone ?? "",
      .email: unit.email ?? "",
    ]
    professions = Set(performer.professions.map(\.rawValue))
    contractFrom = performer.contractFrom.description
    contractTo = performer.contractTo?.description ?? ""
    places = "\(performer.places)"
    self.turn = "\(turn)"
  }

  init(_ form: FormValues) {
    id = form.text("unit.id") ?? ""
    for line in Line.allCases { lines[line] = form.text(line.rawValue) ?? "" }
    professions = Set(form.all("professions"))
    contractFrom = form.text("contractFrom") ?? ""
    contractTo = form.text("contractTo") ?? ""
    places = form.text("places") ?? ""
    turn = form.text("turn") ?? ""
  }

  /// The performer, or every fault of what was typed.
  ///
  /// - Parameter known: the performer that is changed; its HSA-id and its provider's stay.
  func performer(
    changing known: RegionPerformer?, today: Day
  ) -> (performer: RegionPerformer?, faults: [FieldFault]) {
    var faults: [FieldFault] = []
    let id = known?.unit.id ?? identity(&faults)
    for line in Line.allCases where (lines[line] ?? "").count > CaseLimit.lineLength {
      faults.append(FieldFault(line.rawValue, SettingsTexts.tooLong))
    }
    let from = TypedDay.read(contractFrom, today: today)
    if from == nil { faults.append(FieldFault("contractFrom", TypedDay.fault)) }
    let to = TypedDay.read(contractTo, today: today)
    if to == nil && !contractTo.isEmpty {
      faults.append(FieldFault("contractTo", TypedDay.fault))
    }
    let places = Int(places)
    if places == nil { faults.append(FieldFault("places", SettingsTexts.placesRange)) }
    if !turn.isEmpty && Int(turn).map({ $0 < 1 }) != false {
      faults.append(FieldFault("turn", SettingsTexts.turnFault))
    }
    guard faults.isEmpty, let id, let from, let places else { return (nil, faults) }
    var unit = known?.unit ?? UnitContact(id: id, name: "")
    unit.name = lines[.name] ?? ""
    unit.providerName = text(.providerName)
    unit.address = text(.address)
    unit.postalCode = text(.postalCode)
    unit.town = text(.town)
    unit.phone = text(.phone)
    unit.email = text(.email)
    let chosen = Profession.allCases.filter { professions.contains($0.rawValue) }
    return (
      RegionPerformer(
        unit: unit, professions: chosen, contractFrom: from, contractTo: to, places: places), []
    )
  }

  /// Puts the performer into the settings, in its turn.
  func put(_ performer: RegionPerformer, into settings: inout RegionSettings) {
    let old = settings.performers.firstIndex { $0.unit.id == performer.unit.id }
    if let old { settings.performers.remove(at: old) }
    let place = Int(turn).map { $0 - 1 } ?? old ?? settings.performers.count
    settings.performers.insert(performer, at: min(place, settings.performers.count))
  }

  private func identity(_ faults: inout [FieldFault]) -> HSAID? {
    do throws(IdentityFault) {
      return try HSAID(id)
    } catch {
      faults.append(FieldFault("unit.id", error.reason))
      return nil
    }
  }

  private func text(_ line: Line) -> String? {
    lines[line].flatMap { $0.isEmpty ? nil : $0 }
  }
}
