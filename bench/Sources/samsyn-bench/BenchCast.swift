// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service
import Store

/// People of a demonstration who work on the bench's own cases.
struct BenchCast: Sendable {
  let officer: Actor
  let coordinator: Actor
  let administrator: Actor
  let doctor: Actor
  let psychologist: Actor
  let unit: UnitContact

  /// Finds them, and lets their region choose performers directly.
  init(_ service: SamsynService) async throws {
    let people = try await service.people()
    func find(_ isRight: (StaffMember) -> Bool) throws -> Actor {
      guard let member = people.first(where: isRight) else {
        throw BenchFailure("the demonstration lacks somebody")
      }
      return member.actor()
    }
    officer = try find { $0.id == "fk-ebba" }
    let coordinator = try find { $0.id == "region-alva" }
    let administrator = try find { $0.id == "eken-siv" }
    self.coordinator = coordinator
    self.administrator = administrator
    doctor = try find {
      $0.party == administrator.party && $0.function == .examiner(.doctor)
    }
    psychologist = try find {
      $0.party == administrator.party && $0.function == .examiner(.psychologist)
    }
    var settings = try await service.regionList()
      .first { .region($0.region) == coordinator.party }
    let performer = settings?.performers.first {
      .performer($0.unit.id) == administrator.party
    }
    guard let performer, settings != nil else { throw BenchFailure("no region") }
    unit = performer.unit
    settings?.processes = AllocationMethod.allCases
    if let settings { try await service.save(settings, by: coordinator) }
  }

  /// A case of theirs in which documents can be uploaded.
  func begin(_ service: SamsynService) async throws -> CaseNumber {
    let today = service.clock.now().day
    guard case .region(let region) = coordinator.party else { throw BenchFailure("no region") }
    let begun = try await service.request(
      PerformerRequested(
        assess: "Förmåga att sitta och stå.", region: region,
        need: AllocationNeed(town: unit.town ?? "Linköping", interpreter: .none),
        officer: contact),
      insured: try identity(), by: officer)
    try await service.execute(
      .allocate(unit, method: .direct, draw: nil, comment: nil), in: begun.id, by: coordinator)
    try await service.execute(
      .recordInformed(InsuredInformed(day: today, channel: .letter, invitedToAdd: true)),
      in: begun.id, by: officer)
    return begun.id
  }

  /// Orders with these documents; the performer takes the order on.
  func order(
    _ documents: [SupportingDocument], in id: CaseNumber, _ service: SamsynService
  ) async throws {
    let order = OrderPlaced(
      performer: unit.id, identity: try identity(), purpose: "Prövning av sjukpenning.",
      background: "Långvarig värk i ryggen.", extensionAllowed: true, interpreter: .none,
      specialNeeds: nil, officer: contact, documents: DocumentList(documents))
    try await service.execute(.placeOrder(order), in: id, by: officer)
    try await service.execute(.acceptOrder(OrderAccepted()), in: id, by: administrator)
  }

  /// The examination begins: doctor and a visit.
  func examine(_ id: CaseNumber, _ service: SamsynService) async throws {
    let now = service.clock.now()
    try await service.execute(
      .confirmComplete(UnderlagCompleted(day: now.day)), in: id, by: administrator)
    try await service.execute(
      .appointDoctor(DoctorAppointed(name: doctor.name, person: doctor.person)), in: id,
      by: administrator)
    try await service.execute(
      .bookVisit(
        VisitBooking(
          profession: .doctor, start: now.adding(hours: 240), place: "Rum 1",
          summons: Summons(day: now.day, channel: .letter))),
      in: id, by: administrator)
  }

  private var contact: CaseOfficer { CaseOfficer(name: officer.name, phone: "010-000 00 00") }

  private func identity() throws -> InsuredIdentity {
    InsuredIdentity(
      number: try PersonalIdentityNumber("191212121212", on: .latest), firstName: "Tolvanna",
      lastName: "Tolvansdotter", address: "Vägen 1", phone: "070-000 00 00")
  }
}

/// A demonstration of the bench's own to write in.
struct BenchDatabase {
  let path: String

  var address: String { "sqlite:\(path)" }

  /// A fresh copy of a small demonstration.
  init(_ name: String, in folder: String) async throws {
    let made = try await FilledDatabase.make(200, in: folder)
    path = URL(fileURLWithPath: folder).appending(path: "\(name).sqlite").path
    remove()
    let parts = ["", "-wal", ".key"].filter {
      FileManager.default.fileExists(atPath: made.path + $0)
    }
    for part in parts {
      try FileManager.default.copyItem(atPath: made.path + part, toPath: path + part)
    }
  }

  func service() async throws -> SamsynService {
    try await SamsynService.open(
      .sqlite(path: path), keyring: try Keyring.load(file: path + ".key"))
  }

  func remove() {
    for suffix in ["", "-wal", "-shm", ".key"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
