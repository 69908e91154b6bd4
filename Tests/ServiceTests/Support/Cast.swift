// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

@testable import Service

/// Who takes part in these tests. Everybody is invented; the personal numbers are test numbers.
enum Cast {
  static let regionID = hsa("SE0000000000-RA")
  static let otherRegionID = hsa("SE0000000000-RB")
  static let p1 = hsa("SE0000000000-P1")
  static let p2 = hsa("SE0000000000-P2")
  static let p3 = hsa("SE0000000000-P3")
  static let performers = [p1, p2, p3]

  static let officer = actor(.fk, .caseOfficer, "fk-1")
  static let coordinator = actor(.region(regionID), .regionCoordinator, "ra-1")
  static let otherCoordinator = actor(.region(otherRegionID), .regionCoordinator, "rb-1")
  static let insured = actor(.insured, .insured, account(identity.number))

  /// The account of an insured person under the key of these tests.
  static func account(
    _ number: PersonalIdentityNumber, representative: PersonalIdentityNumber? = nil
  ) -> String {
    guard let keyring = try? Keyring(master: [UInt8](repeating: 9, count: Keyring.masterBytes))
    else { preconditionFailure("no keyring") }
    return InsuredAccount.id(of: number, keyring, representative: representative)
  }

  static func administrator(_ performer: HSAID = p1) -> Actor {
    actor(.performer(performer), .performerAdministrator, "\(performer)-1")
  }

  static func actor(_ party: Party, _ function: StaffFunction, _ person: String) -> Actor {
    Actor(party: party, person: person, name: "Test \(person)", function: function)
  }

  static func hsa(_ text: String) -> HSAID {
    guard let id = try? HSAID(text) else { preconditionFailure("not an HSA-id: \(text)") }
    return id
  }

  static func number(_ digits: String) -> PersonalIdentityNumber {
    guard let number = try? PersonalIdentityNumber(digits, on: .latest) else {
      preconditionFailure("not a personal number")
    }
    return number
  }

  /// Everything here may be searched for in texts that must not hold it.
  static let identity = InsuredIdentity(
    number: number("191212121212"), firstName: "Tolvanna", lastName: "Tolvansdotter",
    address: "Hemligstigen 12", phone: "070-121 21 21")

  static let agencyNumber = "FK 2026/004711"
  static let background = "Långvarig värk i ryggen."

  static func unit(_ performer: HSAID) -> UnitContact {
    UnitContact(
      id: performer, name: "Mottagning \(performer.description.suffix(1))",
      providerID: hsa("SE0000000000-G1"), providerName: "Vårdbolaget",
      address: "Vägen 1", postalCode: "123 45", town: "Lund", phone: "010-000 00 01",
      email: "mottagning@exempel.invalid")
  }

  /// A region that chooses in every way, with three performers of five places each.
  static func settings(_ region: HSAID = regionID, places: Int = 5) -> RegionSettings {
    RegionSettings(
      region: region, name: region == regionID ? "Region A" : "Region B",
      processes: [.inquiry, .draw, .rotation, .direct],
      performers: performers.map {
        RegionPerformer(
          unit: unit($0), professions: Profession.allCases,
          contractFrom: Day(year: 2024, month: 1, day: 1)!, places: places)
      },
      targets: ServiceTargets(
        answerRequestDays: 3, answerInquiryDays: 2, summonsDays: 5, postDays: 2,
        reminderDays: 5, answerReminderDays: 1))
  }

  static let caseOfficer = CaseOfficer(name: "Handläggare Ett", phone: "010-000 00 00")

  static func request(
    to region: HSAID = regionID, answerBy: Day? = nil
  ) -> PerformerRequested {
    PerformerRequested(
      assess: "Förmåga att sitta och stå.", region: region, answerBy: answerBy,
      need: AllocationNeed(town: "Lund", interpreter: .none), officer: caseOfficer,
      agencyNumber: agencyNumber)
  }

  static func order(to performer: HSAID) -> OrderPlaced {
    OrderPlaced(
      performer: performer, identity: identity, purpose: "Prövning av sjukpenning.",
      background: background, extensionAllowed: true, interpreter: .none, specialNeeds: nil,
      officer: caseOfficer,
      documents: DocumentList(
        DocumentKind.allCases.map {
          SupportingDocument(kind: $0, title: "Handling", dated: nil, pages: 2)
        }),
      agencyNumber: agencyNumber)
  }
}
