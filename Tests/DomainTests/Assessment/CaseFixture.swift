// SPDX-License-Identifier: Apache-2.0

import Domain
import RuleData

/// The law and the calendar that the program ships with.
enum Law {
  static let rules = try! RuleBookFile.load()
  static let calendar = try! CalendarFile.load().standard
}

/// Who takes part in the stories. Everybody is invented.
enum Cast {
  static let regionID = try! HSAID("SE2321000016-R001")
  static let otherRegionID = try! HSAID("SE2321000131-R002")
  static let p1 = try! HSAID("SE2321000016-P001")
  static let p2 = try! HSAID("SE2321000016-P002")
  static let p3 = try! HSAID("SE2321000016-P003")
  static let number = try! CaseNumber(year: 2026, serial: 1)
  static let person = try! PersonalIdentityNumber("19121212-1212", on: Day("2026-03-02")!)
  static let otherPerson = try! PersonalIdentityNumber("20121212-1212", on: Day("2026-03-02")!)

  static let region = Party.region(regionID)
  static let otherRegion = Party.region(otherRegionID)

  static let officer = actor(.fk, .caseOfficer)
  static let contract = Actor(
    party: .fk, person: "contract", name: "Meddelande", function: .system, route: .contract)
  static let coordinator = actor(region, .regionCoordinator)
  static let otherCoordinator = actor(otherRegion, .regionCoordinator)
  static let insured = actor(.insured, .insured)

  static func administrator(_ performer: HSAID) -> Actor {
    actor(.performer(performer), .performerAdministrator)
  }

  static func system(_ party: Party) -> Actor { actor(party, .system) }

  static func actor(_ party: Party, _ function: StaffFunction) -> Actor {
    Actor(
      party: party, person: "\(party.role.rawValue)-1", name: "Test \(party.role.rawValue)",
      function: function)
  }
}

/// What the parties state when nothing else is said.
enum Statements {
  static let agencyOfficer = CaseOfficer(name: "Handläggare Ett", phone: "010-000 00 00")
  static let need = AllocationNeed(town: "Lund", interpreter: .none)

  static let identity = InsuredIdentity(
    number: Cast.person, firstName: "Tolvan", lastName: "Tolvansson", address: "Storgatan 1",
    phone: "070-000 00 00")

  static func representative(
    from: Day, through: Day? = nil, _ identity: PersonalIdentityNumber = Cast.otherPerson
  ) -> RepresentativeRegistration {
    RepresentativeRegistration(
      kind: .proxy, name: "Ombud Ett", identity: identity, from: from, through: through,
      basis: "Fullmakt")
  }

  static func request(to region: HSAID = Cast.regionID, answerBy: Day? = nil)
    -> PerformerRequested
  {
    PerformerRequested(
      assess: "Förmåga att sitta och stå", region: region, answerBy: answerBy, need: need,
      officer: agencyOfficer)
  }

  static func unit(_ performer: HSAID) -> UnitContact {
    UnitContact(id: performer, name: "Mottagning \(performer.text.suffix(1))")
  }

  static let underlag = DocumentList(
    DocumentKind.allCases.map {
      SupportingDocument(kind: $0, title: $0.rawValue, dated: nil, pages: 2)
    })

  static func order(to performer: HSAID, lastDay: Day? = nil) -> OrderPlaced {
    OrderPlaced(
      performer: performer, identity: identity, purpose: "Sjukpenning", background: "Kontor",
      extensionAllowed: true, interpreter: .none, specialNeeds: nil, officer: agencyOfficer,
      documents: underlag, lastDay: lastDay)
  }
}
