// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Synchronization
import Testing

@testable import Service
@testable import Web

/// A site on a small demonstration: two regions, two performers in the first of them, and a
/// clock that only the test moves. Everybody is invented; the personal numbers are test numbers.
struct SiteFixture: Sendable {
  let service: SamsynService
  let site: Site
  let time: FixtureTime
  let client: any TestClientProtocol

  var today: Day { time.now.day }

  static let region = hsa("SE0000000000-R05")
  static let otherRegion = hsa("SE0000000000-R03")
  static let eken = hsa("SE0000000000-EKEN")
  static let vide = hsa("SE0000000000-VIDE")

  /// Who may be signed in.
  enum Person: String, CaseIterable, Sendable {
    case officer = "fk-ebba"
    case coordinator = "region-alva"
    case otherCoordinator = "region-stina"
    case performer = "eken-siv"
    case otherPerformer = "vide-greta"
    case psychologist = "eken-ture"
    case doctor = "eken-sixten"

    var member: StaffMember {
      let (party, function, organisation): (Party, StaffFunction, String) =
        switch self {
        case .officer: (.fk, .caseOfficer, "Försäkringskassan")
        case .coordinator: (.region(region), .regionCoordinator, "Region Östergötland")
        case .otherCoordinator: (.region(otherRegion), .regionCoordinator, "Region Uppsala")
        case .performer: (.performer(eken), .performerAdministrator, "Eken")
        case .otherPerformer: (.performer(vide), .performerAdministrator, "Vide")
        case .psychologist: (.performer(eken), .examiner(.psychologist), "Eken")
        case .doctor: (.performer(eken), .examiner(.doctor), "Eken")
        }
      return StaffMember(
        id: rawValue, name: "Namn \(rawValue)", function: function, party: party,
        organisation: organisation, title: Bilingual(sv: "Titel", en: "Title"))
    }

    var actor: Actor { member.actor() }
  }

  static func hsa(_ text: String) -> HSAID {
    guard let id = try? HSAID(text) else { preconditionFailure("not an HSA-id: \(text)") }
    return id
  }

  /// The person whom every case here is about, somebody who acts for her, and another insured.
  static let herself = insured(Secret.number, "Tolvanna")
  static let proxy = insured(
    Secret.number, "", representative: RepresentativeRegistered(number: 1, registration()))
  static let somebodyElse = insured("201212121212", "Någon Annan")

  /// What Försäkringskassan says when it registers who acts for her.
  static func registration(
    from: Day = Day("2026-05-04")!, through: Day? = nil
  ) -> RepresentativeRegistration {
    guard let number = try? PersonalIdentityNumber("198503152384", on: .latest) else {
      preconditionFailure("not a number")
    }
    return RepresentativeRegistration(
      kind: .proxy, name: "Ombudet", identity: number, from: from, through: through,
      basis: "Fullmakt 2026-05-02")
  }

  /// Registers who acts for her, from the first day on.
  func registerProxy(in id: CaseNumber) async throws {
    try await perform(.registerRepresentative(Self.registration()), in: id, by: .officer)
  }

  private static func insured(
    _ digits: String, _ name: String, representative: RepresentativeRegistered? = nil
  ) -> StaffMember {
    guard let number = try? PersonalIdentityNumber(digits, on: .latest),
      let keyring = try? Keyring(master: [UInt8](repeating: 5, count: Keyring.masterBytes))
    else { preconditionFailure("not an insured person") }
    return .insured(number, name: name, keyring, representative: representative)
  }

  private static func settings(_ region: HSAID, _ performers: [HSAID]) -> RegionSettings {
    RegionSettings(
      region: region, name: "Region \(region.text.suffix(2))",
      processes: [.draw, .rotation, .inquiry, .direct],
      performers: performers.map {
        RegionPerformer(
          unit: UnitContact(id: $0, name: "Enheten \($0.text.suffix(4))", town: "Linköping"),
          professions: Profession.allCases, contractFrom: Day("2024-01-01")!, places: 5)
      }, county: String(region.text.suffix(2)))
  }

  /// Runs a test on a new site; it begins at nine on Monday 4 May 2026.
  static func with(_ body: @Sendable (SiteFixture) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "samsyn-web-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let time = FixtureTime(Instant(day: Day("2026-05-04")!, time: TimeOfDay("09:00")!))
    let address = DatabaseAddress.sqlite(path: folder + "/samsyn.sqlite")
    try await prepare(address, at: time.now)
    let keyring = try Keyring(master: [UInt8](repeating: 5, count: Keyring.masterBytes))
    let service = try await SamsynService.open(
      address, keyring: keyring, clock: Clock { time.now })
    do {
      try await service.save(settings(region, [eken, vide]), by: Person.coordinator.actor)
      try await service.save(settings(otherRegion, []), by: Person.otherCoordinator.actor)
      let site = Site(service)
      try await Application(router: try site.router(isDemonstration: true)).test(.router) {
        try await body(
          SiteFixture(service: service, site: site, time: time, client: $0))
      }
    } catch {
      await service.close()
      throw error
    }
    await service.close()
  }

  /// A database with all tables that says it is a demonstration and knows its people.
  private static func prepare(_ address: DatabaseAddress, at now: Instant) async throws {
    let database = try await Database.open(address)
    try await Migrator.migrate(database, at: now)
    let people = try JSONEncoder().encode(
      Person.allCases.map(\.member) + [Self.herself, Self.proxy, Self.somebodyElse])
    try await database.write { connection in
      try Meta(connection).set(Meta.kindKey, Meta.demonstration)
      try Meta(connection).set(
        SamsynService.peopleKey, String(decoding: people, as: UTF8.self))
    }
    await database.close()
  }
}

/// The fixture's clock.
final class FixtureTime: Sendable {
  private let instant: Mutex<Instant>

  init(_ start: Instant) { instant = Mutex(start) }

  var now: Instant { instant.withLock { $0 } }

  func move(days: Int) {
    instant.withLock { $0 = Instant(day: $0.day.adding(days: days), time: $0.clock) }
  }

  func move(minutes: Int) { instant.withLock { $0 = $0.adding(minutes: minutes) } }
}

// Cases, by the commands that people give.
extension SiteFixture {
  /// Everything here may be searched for in texts that must not hold it.
  enum Secret {
    static let number = "191212121212"
    static let lastName = "Tolvansdotter"
    static let address = "Hemligstigen 12"
    static let purpose = "Prövning av sjukpenning"
    static let background = "Långvarig värk i ryggen"
    static let agencyNumber = "FK 2026/004711"
    static let assess = "Förmåga att sitta och stå"
  }

  static let identity = InsuredIdentity(
    number: try! PersonalIdentityNumber(Secret.number, on: Day("2026-05-04")!),
    firstName: "Tolvanna", lastName: Secret.lastName, address: Secret.address)

  static let officer = CaseOfficer(name: "Ebba Demoström", phone: "010-000 00 00")

  static var request: PerformerRequested {
    PerformerRequested(
      assess: Secret.assess, region: region,
      need: AllocationNeed(town: "Linköping", interpreter: .none), officer: officer,
      agencyNumber: Secret.agencyNumber)
  }

  static func order(to performer: HSAID) -> OrderPlaced {
    OrderPlaced(
      performer: performer, identity: identity, purpose: Secret.purpose,
      background: Secret.background, extensionAllowed: true, interpreter: .none,
      specialNeeds: nil, officer: officer,
      documents: DocumentList(
        DocumentKind.allCases.map {
          SupportingDocument(kind: $0, title: "Handling", dated: nil, pages: 2)
        }), agencyNumber: Secret.agencyNumber)
  }

  func perform(_ command: Command, in id: CaseNumber, by person: Person) async throws {
    try await service.execute(command, in: id, by: person.actor)
  }

  /// A case that the region has been asked for.
  func requestedCase() async throws -> CaseNumber {
    try await service.request(
      Self.request, insured: Self.identity, by: Person.officer.actor
    ).id
  }

  /// A case that was drawn, by a pot of one, to a performer.
  func allocatedCase() async throws -> CaseNumber {
    let id = try await requestedCase()
    _ = try await service.draw(
      id, among: [Self.eken], comment: nil, by: Person.coordinator.actor)
    return id
  }

  /// A case whose order the performer has not yet accepted.
  func orderedCase() async throws -> CaseNumber {
    let id = try await allocatedCase()
    let informed = InsuredInformed(day: today, channel: .letter, invitedToAdd: true)
    try await perform(.recordInformed(informed), in: id, by: .officer)
    try await perform(.placeOrder(Self.order(to: Self.eken)), in: id, by: .officer)
    return id
  }

  /// A case with a complete order and a doctor.
  func startedCase() async throws -> CaseNumber {
    let id = try await orderedCase()
    try await perform(.acceptOrder(OrderAccepted()), in: id, by: .performer)
    try await perform(
      .confirmComplete(UnderlagCompleted(day: today)), in: id, by: .performer)
    try await perform(
      .appointDoctor(DoctorAppointed(name: "Sixten Provberg")), in: id, by: .performer)
    return id
  }
}

// Requests, as a person's program or browser sends them.
extension SiteFixture {
  /// The session's token, for `Authorization` or the cookie.
  func session(_ person: Person) async throws -> SignedIn {
    try await service.signIn(person.rawValue, language: .sv)
  }

  /// Sends a request to the interface with a person's token; nobody's without one.
  func send(
    _ method: HTTPRequest.Method, _ path: String, as person: Person? = nil,
    json: String? = nil, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if let person, headers[.authorization] == nil {
      headers[.authorization] = "Bearer \(try await session(person).token)"
    }
    if json != nil, headers[.contentType] == nil {
      headers[.contentType] = "application/json"
    }
    return try await client.execute(
      uri: APIEndpoint.base + path, method: method, headers: headers,
      body: json.map { ByteBuffer(string: $0) })
  }

  /// Gives a command over the interface.
  func give(
    _ command: Command, in id: CaseNumber, as person: Person?, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    let json = String(decoding: try JSONEncoder().encode(command), as: UTF8.self)
    return try await send(
      .post, "/assessments/\(id)/commands", as: person, json: json, headers: headers)
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// The response that must be a problem, read as one.
  func problem() throws -> APIProblem.Body {
    #expect(headers[.contentType] == "application/problem+json")
    let body = try json(APIProblem.Body.self)
    #expect(body.status == status.code)
    #expect(body.type == "/api/v1/docs#\(body.code)")
    #expect(!body.title.isEmpty && !body.detail.isEmpty)
    return body
  }
}
