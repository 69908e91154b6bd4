// SPDX-License-Identifier: Apache-2.0

/// What a region has settled about how it allocates: the ways of choosing, the performers under
/// contract, and its own service targets. None of it is law; it holds until the region changes it.
public struct RegionSettings: Codable, Hashable, Sendable {
  public var region: HSAID
  public var name: String
  /// The county code (länskod), two digits: the care units of the follow-up that are the region's.
  /// Nil where the region follows up its own care units alone.
  public var county: String?
  /// The ways of choosing that are allowed, in order of preference.
  public var processes: [AllocationMethod]
  /// In the order in which rotation goes round.
  public var performers: [RegionPerformer]
  public var targets: ServiceTargets
  /// Reminders go out to the region and its performers.
  public var remindersOn: Bool
  /// The performer that rotation gave last; nil before the first lap.
  public var rotationLast: HSAID?
  /// What the region asks of those its performers appoint; nil is nothing.
  public var competence: CompetencePolicy?

  public init(
    region: HSAID, name: String, processes: [AllocationMethod], performers: [RegionPerformer],
    targets: ServiceTargets = .none, remindersOn: Bool = true, rotationLast: HSAID? = nil,
    competence: CompetencePolicy? = nil, county: String? = nil
  ) {
    self.region = region
    self.county = county
    self.name = name
    self.processes = processes
    self.performers = performers
    self.targets = targets
    self.remindersOn = remindersOn
    self.rotationLast = rotationLast
    self.competence = competence
  }

  /// The performer with this HSA-id, under contract or not.
  public func performer(_ id: HSAID) -> RegionPerformer? {
    performers.first { $0.unit.id == id }
  }

  /// The performers that may be given an assessment on a day.
  public func performers(underContractOn day: Day) -> [RegionPerformer] {
    performers.filter { $0.isUnderContract(on: day) }
  }

  /// The performer whose turn it is: the first under contract after `rotationLast` in the order
  /// of the list, which begins again at the top. Nil where nobody is left.
  ///
  /// - Parameter excluding: performers that may not or cannot take it, such as one that reported
  ///   a conflict of interest or has no free place.
  public func nextInRotation(excluding: Set<HSAID>, on day: Day) -> RegionPerformer? {
    let last = performers.firstIndex { $0.unit.id == rotationLast }
    let start = last.map { $0 + 1 } ?? 0
    let lap = performers[start...] + performers[..<start]
    return lap.first { $0.isUnderContract(on: day) && !excluding.contains($0.unit.id) }
  }

  /// Throws the first fault with the name of its field, such as `performers.2.contractTo`.
  public func check() throws(Refusal) {
    try Check.text(name, "name", limit: CaseLimit.lineLength)
    if processes.isEmpty { throw Refusal(.missing, field: "processes") }
    if Set(processes).count < processes.count { throw Refusal(.tooMany, field: "processes") }
    if performers.count > RegionSettings.mostPerformers {
      throw Refusal(
        .tooMany, field: "performers", values: ["\(RegionSettings.mostPerformers)"])
    }
    if let county, County(rawValue: county) == nil {
      throw Refusal(.outOfRange, field: "county")
    }
    var seen: Set<HSAID> = []
    for (index, performer) in performers.enumerated() {
      try performer.check("performers.\(index)")
      if !seen.insert(performer.unit.id).inserted {
        throw Refusal(.tooMany, field: "performers.\(index).unit.id", values: ["1"])
      }
    }
    if let last = rotationLast, !seen.contains(last) {
      throw Refusal(.performerUnknown, field: "rotationLast")
    }
    try checkTargets()
  }

  private func checkTargets() throws(Refusal) {
    let days = [
      ("answerRequestDays", targets.answerRequestDays),
      ("answerInquiryDays", targets.answerInquiryDays),
      ("summonsDays", targets.summonsDays), ("postDays", targets.postDays),
      ("reminderDays", targets.reminderDays),
      ("answerReminderDays", targets.answerReminderDays),
    ]
    for (field, value) in days {
      if let value, !(0...RegionSettings.longestTargetDays).contains(value) {
        throw Refusal(.outOfRange, field: "targets.\(field)")
      }
    }
  }

  /// Performers in one region.
  public static let mostPerformers = 500
  /// Workdays in a target; more must be a slip.
  public static let longestTargetDays = 250
}

/// A performer that a region has a contract with.
public struct RegionPerformer: Codable, Hashable, Sendable {
  public var unit: UnitContact
  /// The professions that the performer can examine with.
  public var professions: [Profession]
  public var contractFrom: Day
  /// Last day of the contract; nil is open-ended.
  public var contractTo: Day?
  /// Assessments that the performer can have at once.
  public var places: Int

  public init(
    unit: UnitContact, professions: [Profession], contractFrom: Day, contractTo: Day? = nil,
    places: Int
  ) {
    self.unit = unit
    self.professions = professions
    self.contractFrom = contractFrom
    self.contractTo = contractTo
    self.places = places
  }

  /// Whether the contract covers a day; its first and last day do.
  public func isUnderContract(on day: Day) -> Bool {
    contractFrom <= day && contractTo.map { day <= $0 } != false
  }

  /// Throws the first fault; `field` is the path to this performer.
  func check(_ field: String) throws(Refusal) {
    try Check.text(unit.name, "\(field).unit.name", limit: CaseLimit.lineLength)
    // A doctor examines in every assessment (förordning 2018:1633 5 §).
    if !professions.contains(.doctor) { throw Refusal(.missing, field: "\(field).professions") }
    if Set(professions).count < professions.count {
      throw Refusal(.tooMany, field: "\(field).professions")
    }
    if let contractTo {
      try Check.notBefore(contractTo, contractFrom, "\(field).contractTo")
    }
    if !(0...RegionPerformer.mostPlaces).contains(places) {
      throw Refusal(.outOfRange, field: "\(field).places")
    }
  }

  /// Assessments at once; more must be a slip.
  public static let mostPlaces = 1000
}
