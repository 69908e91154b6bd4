// SPDX-License-Identifier: Apache-2.0

/// Which of a performer's examiners work on a case. An examiner may not look into what is written
/// about a person whose assessment is another's (lag 2018:744 13 §; PDL 4:2), so the threads of a
/// case are open to the administrator, the responsible doctor, the appointed examiners and those of
/// its visits.
public struct CaseTeam: Codable, Hashable, Sendable {
  /// A profession at a visit, and by name who it is where that is said.
  public struct Place: Codable, Hashable, Sendable {
    public var profession: Profession
    public var examiner: String?
  }

  /// The accounts of the responsible doctor and the appointed examiners, while the performer has
  /// the assignment, in the order of their identifiers.
  public var people: [String]
  /// The responsible doctor's name, once one is appointed without an account.
  public var doctor: String?
  /// The performer has the assignment and has appointed no doctor: any of its doctors may be it.
  public var isDoctorOpen: Bool
  public var places: [Place]

  /// The team of a performer, by what it has been sent of the case.
  public init(_ state: Assessment, at performer: HSAID) {
    let isCurrent = state.performer == performer
    let visits = state.visits.filter { visit in
      guard visit.performer == performer else { return false }
      if case .cancelled = visit.outcome { return false }
      return true
    }
    let appointed = [state.doctor?.person] + state.examiners.map(\.person)
    people = isCurrent ? Set(appointed.compactMap(\.self)).sorted() : []
    doctor = isCurrent && state.doctor?.person == nil ? state.doctor?.name : nil
    isDoctorOpen = isCurrent && state.doctor == nil
    var places: [Place] = []
    for visit in visits {
      let place = Place(profession: visit.profession, examiner: visit.examiner)
      if !places.contains(place) { places.append(place) }
    }
    self.places = places
  }

  /// Whether an examiner at the performer works on the case.
  func includes(_ actor: Actor) -> Bool {
    switch actor.function {
    case .examiner(let profession):
      if people.contains(actor.person) || doctor == actor.name { return true }
      if profession == .doctor && isDoctorOpen { return true }
      return places.contains {
        $0.profession == profession && ($0.examiner ?? actor.name) == actor.name
      }
    case .performerAdministrator, .caseOfficer, .agencyCoordinator, .regionCoordinator, .system,
      .insured:
      return false
    }
  }
}

extension Assessment {
  /// The parties of the case now, in the order of the process. Nobody else can be written to. The
  /// insured is one of them when the order has told those who assess her who she is.
  public var correspondents: [Party] {
    var parties: [Party] = [.fk]
    if let region { parties.append(.region(region)) }
    if let performer { parties.append(.performer(performer)) }
    if let order, order.returned == nil { parties.append(.insured) }
    return parties
  }

  /// Those whom a party can begin a thread with. The region has dates and no dealings with the
  /// insured, so that those two do not write to each other.
  public func correspondents(of party: Party) -> [Party] {
    correspondents.filter { other in
      other != party && !(other == .insured && party.role == .region)
        && !(other.role == .region && party == .insured)
    }
  }
}
