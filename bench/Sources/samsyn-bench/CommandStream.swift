// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// Commands as they come: each case goes from request to a booked visit, one command at a time.
actor CommandStream {
  private let service: SamsynService
  /// Cases that are under way and free to be worked on, with what comes next.
  private var waiting: [(id: CaseNumber, step: Int)] = []

  private static let region = id("SE0000000000-RA")
  private static let performer = id("SE0000000000-P1")
  private static let officer = actor(.fk, .caseOfficer)
  private static let coordinator = actor(.region(region), .regionCoordinator)
  private static let administrator = actor(.performer(performer), .performerAdministrator)
  private static let unit = UnitContact(id: performer, name: "Mottagningen")
  private static let contact = CaseOfficer(name: "Handläggare", phone: "010-000 00 00")
  /// Steps of a case after its request.
  private static let steps = 7

  init(_ service: SamsynService) async throws {
    self.service = service
    let performer = RegionPerformer(
      unit: Self.unit, professions: Profession.allCases,
      contractFrom: Day(number: 0), places: 1000)
    try await service.save(
      RegionSettings(
        region: Self.region, name: "Regionen", processes: AllocationMethod.allCases,
        performers: [performer]),
      by: Self.coordinator)
  }

  /// Gives the next command and waits until it is durable.
  func next() async throws {
    guard let (id, step) = waiting.popLast() else {
      let begun = try await service.request(
        PerformerRequested(
          assess: "Förmåga att sitta och stå.", region: Self.region,
          need: AllocationNeed(town: "Lund", interpreter: .none), officer: Self.contact),
        insured: Self.identity(), by: Self.officer)
      waiting.append((begun.id, 0))
      return
    }
    let (actor, command) = Self.command(step, on: service.clock.now())
    _ = try await service.execute(command, in: id, by: actor)
    if step + 1 < Self.steps { waiting.append((id, step + 1)) }
  }

  private static func command(_ step: Int, on now: Instant) -> (Actor, Command) {
    let today = now.day
    switch step {
    case 0:
      return (coordinator, .allocate(unit, method: .direct, draw: nil, comment: nil))
    case 1:
      return (
        officer,
        .recordInformed(InsuredInformed(day: today, channel: .letter, invitedToAdd: true))
      )
    case 2: return (officer, .placeOrder(order()))
    case 3: return (administrator, .acceptOrder(OrderAccepted()))
    case 4: return (administrator, .confirmComplete(UnderlagCompleted(day: today)))
    case 5: return (administrator, .appointDoctor(DoctorAppointed(name: "Läkare Ett")))
    default:
      return (
        administrator,
        .bookVisit(
          VisitBooking(
            profession: .doctor, start: now.adding(hours: 240), place: "Rum 1",
            summons: Summons(day: today, channel: .letter)))
      )
    }
  }

  private static func order() -> OrderPlaced {
    OrderPlaced(
      performer: performer, identity: identity(), purpose: "Prövning av sjukpenning.",
      background: "Långvarig värk i ryggen.", extensionAllowed: true, interpreter: .none,
      specialNeeds: nil, officer: contact,
      documents: DocumentList(
        DocumentKind.allCases.map {
          SupportingDocument(kind: $0, title: "Handling", dated: nil, pages: 2)
        }))
  }

  private static func identity() -> InsuredIdentity {
    InsuredIdentity(
      number: number, firstName: "Tolvanna", lastName: "Tolvansdotter",
      address: "Vägen 1", phone: "070-000 00 00")
  }

  private static let number: PersonalIdentityNumber = {
    guard let number = try? PersonalIdentityNumber("191212121212", on: .latest) else {
      preconditionFailure("not a personal number")
    }
    return number
  }()

  private static func id(_ text: String) -> HSAID {
    guard let id = try? HSAID(text) else { preconditionFailure("not an HSA-id") }
    return id
  }

  private static func actor(_ party: Party, _ function: StaffFunction) -> Actor {
    Actor(party: party, person: party.role.rawValue, name: "Bench", function: function)
  }
}
