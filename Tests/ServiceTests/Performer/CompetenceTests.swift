// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Service

/// Who registers and reads competence, and what it decides.
@Suite struct CompetenceTests {
  /// A stage where the performer's people have accounts.
  private static func withPeople(
    _ engine: TestEngine, _ body: (Stage) async throws -> Void
  ) async throws {
    try await withStage(engine) { stage in
      let named = [
        (Cast.doctor, "Läkare"), (Cast.colleague, "Mentor"), (Cast.psychologist, "Psykolog"),
      ]
      let people = named.map { actor, name in
        StaffMember(
          id: actor.person, name: name, function: actor.function, party: actor.party,
          organisation: "Test", title: Bilingual(sv: "Titel", en: "Title"))
      }
      stage.service.peopleCache.withLock { $0 = people }
      try await body(stage)
    }
  }

  private static func licence(_ person: String) -> CompetenceRecord {
    CompetenceRecord(
      person: person, kind: .licence, profession: .doctor, text: " 123456", from: nil)
  }

  private static func training(_ person: String, _ day: Day) -> CompetenceRecord {
    CompetenceRecord(person: person, kind: .training, text: "Grundkurs", from: day)
  }

  private static func demand(
    _ stage: Stage, training: Bool = false, mentor: Bool = false
  ) async throws {
    try await stage.service.set(
      CompetencePolicy(requiresTraining: training, requiresMentor: mentor),
      by: Cast.administrator())
  }

  private static func appoint(_ stage: Stage, _ id: CaseNumber) async throws {
    try await stage.perform(
      .appointDoctor(DoctorAppointed(name: "Läkare", person: Cast.doctor.person)), in: id,
      by: Cast.administrator())
  }

  @Test(arguments: TestEngine.all)
  func `where it is demanded only those with licence and training are appointed`(
    engine: TestEngine
  ) async throws {
    try await Self.withPeople(engine) { stage in
      let id = try await stage.orderedCase()
      try await stage.accept(id)
      try await Self.demand(stage, training: true)
      let administrator = Cast.administrator()
      let person = Cast.doctor.person
      #expect(
        try await refusal { try await Self.appoint(stage, id) }
          == Refusal(.licenceMissing, field: "person"))
      try await stage.service.register(Self.licence(person), by: administrator)
      #expect(
        try await refusal { try await Self.appoint(stage, id) }
          == Refusal(.trainingMissing, field: "person"))
      // A name without an account proves nothing.
      #expect(
        try await refusal {
          try await stage.perform(
            .appointDoctor(DoctorAppointed(name: "Läkare")), in: id, by: administrator)
        }?.code == .licenceMissing)
      try await stage.service.register(Self.training(person, stage.today), by: administrator)
      try await Self.appoint(stage, id)
      // The licence is a doctor's, not a psychologist's.
      let register = try await stage.service.competence(for: administrator).register
      #expect(
        register.appointmentRefusal(
          of: person, as: .psychologist, on: stage.today,
          policy: CompetencePolicy(requiresTraining: true))?.code == .licenceMissing)
    }
  }

  @Test func `a region's demand holds at its performers, and nobody's demand is none`()
    async throws
  {
    try await Self.withPeople(.sqlite) { stage in
      let id = try await stage.orderedCase()
      try await stage.accept(id)
      var settings = Cast.settings()
      settings.competence = CompetencePolicy(requiresTraining: true)
      try await stage.service.save(settings, by: Cast.coordinator)
      #expect(
        try await refusal { try await Self.appoint(stage, id) }?.code == .licenceMissing)
      settings.competence = nil
      try await stage.service.save(settings, by: Cast.coordinator)
      try await Self.appoint(stage, id)
    }
  }

  @Test func `a correction is a new record, and the old one stays with who wrote it and when`()
    async throws
  {
    try await Self.withPeople(.sqlite) { stage in
      let administrator = Cast.administrator()
      let person = Cast.doctor.person
      try await stage.service.register(Self.licence(person), by: administrator)
      var better = Self.licence(person)
      better.text = "654321"
      better.to = stage.today.adding(days: -1)
      better.from = stage.today.adding(days: -100)
      better.corrects = 1
      stage.time.move(days: 1)
      try await stage.service.register(better, by: administrator)
      let list = try await stage.service.competence(for: administrator)
      #expect(list.records.map(\.record.text) == [" 123456", "654321"])
      #expect(list.records.map(\.correctedBy) == [2, nil])
      #expect(list.records.map(\.by) == [administrator.person, administrator.person])
      #expect(list.records[0].at < list.records[1].at)
      #expect(!list.register.holds(.licence, person, profession: .doctor, on: stage.today))
      #expect(
        try await refusal {
          try await stage.service.register(better, by: administrator)
        } == Refusal(.recordUnknown, field: "corrects"))
    }
  }

  @Test func `the administrator reads all, an examiner herself, and others nothing`()
    async throws
  {
    try await Self.withPeople(.sqlite) { (stage: Stage) async throws in
      let administrator = Cast.administrator()
      for person in [Cast.doctor.person, Cast.colleague.person] {
        try await stage.service.register(Self.licence(person), by: administrator)
      }
      #expect(try await stage.service.competence(for: administrator).records.count == 2)
      let own = try await stage.service.competence(for: Cast.doctor)
      #expect(own.records.map(\.record.person) == [Cast.doctor.person])
      #expect(!own.mayRegister)
      let other = try await stage.service.competence(for: Cast.administrator(Cast.p2))
      #expect(other.records.isEmpty)
      for actor in [Cast.officer, Cast.coordinator, Cast.insured] {
        #expect(
          try await refusal { try await stage.service.competence(for: actor) }?.code
            == .wrongParty)
        #expect(
          try await refusal {
            try await stage.service.register(Self.licence("x"), by: actor)
          }?.code == .wrongParty)
      }
      for actor in [Cast.doctor, Cast.psychologist] {
        #expect(
          try await refusal {
            try await stage.service.register(Self.licence(actor.person), by: actor)
          }?.code == .wrongFunction)
        #expect(
          try await refusal { try await stage.service.set(.off, by: actor) }?.code
            == .wrongFunction)
      }
    }
  }

  @Test func `a new examiner's first statements pass a mentor who has read just that`()
    async throws
  {
    try await Self.withPeople(.sqlite) { stage in
      try await Self.demand(stage, mentor: true)
      let administrator = Cast.administrator()
      try await stage.service.register(
        CompetenceRecord(person: Cast.colleague.person, kind: .mentor, from: stage.today),
        by: administrator)
      let first = try #require(
        try await stage.service.competence(for: administrator).firstStatements)
      #expect(first == 3)
      for count in 1...first + 1 {
        let id = try await stage.examinedCase()
        try await stage.fill(id)
        if count > first {
          // As many as the rule says have passed: she is no longer new.
          let last = try await stage.service.statementToSign(in: id, for: Cast.doctor).digest
          #expect(
            try await stage.service.mentoring(last, in: id, for: Cast.doctor).left == 0)
          try await stage.sign(id)
          continue
        }
        #expect(try await refusal { try await stage.sign(id) }?.code == .mentorNeeded)
        let digest = try await stage.service.statementToSign(in: id, for: Cast.doctor).digest
        // The mentor reads as anybody else does: appointed in the case.
        #expect(
          try await refusal {
            try await stage.service.passStatement(digest, in: id, by: Cast.colleague)
          }?.code == .statementWritersOnly)
        try await stage.perform(
          .appointExaminer(
            person: Cast.colleague.person, name: "Mentor", profession: .doctor),
          in: id, by: administrator)
        for actor in [Cast.doctor, Cast.psychologist] {
          #expect(
            try await refusal {
              try await stage.service.passStatement(digest, in: id, by: actor)
            }?.code == .mentorOnly)
        }
        try await stage.service.passStatement(digest, in: id, by: Cast.colleague)
        let mentoring = try await stage.service.mentoring(digest, in: id, for: Cast.doctor)
        #expect(mentoring.left == first + 1 - count)
        #expect(!mentoring.isAwaited)
        if count == 1 {
          try await stage.save(id, "psychologist.interview", "Nytt", by: Cast.psychologist)
          #expect(try await refusal { try await stage.sign(id) }?.code == .mentorNeeded)
          let now = try await stage.service.statementToSign(in: id, for: Cast.colleague).digest
          try await stage.service.passStatement(now, in: id, by: Cast.colleague)
        }
        try await stage.sign(id)
      }
    }
  }

  @Test func `where nobody asks for a mentor, or who answers is known, none is awaited`()
    async throws
  {
    try await Self.withPeople(.sqlite) { stage in
      let administrator = Cast.administrator()
      for isDemanded in [false, true] {
        try await Self.demand(stage, mentor: isDemanded)
        if isDemanded {
          try await stage.service.register(
            CompetenceRecord(person: Cast.doctor.person, kind: .introduced, from: stage.today),
            by: administrator)
        }
        let id = try await stage.examinedCase()
        try await stage.fill(id)
        let digest = try await stage.service.statementToSign(in: id, for: Cast.doctor).digest
        let mentoring = try await stage.service.mentoring(digest, in: id, for: Cast.doctor)
        #expect(mentoring.left == 0 && !mentoring.isAwaited)
        try await stage.sign(id)
      }
    }
  }

  @Test func `a statement sent by other means does not get past the mentor`() async throws {
    try await Self.withPeople(.sqlite) { stage in
      let id = try await stage.bookedCase()
      try await stage.examine(id)
      try await Self.demand(stage, mentor: true)
      #expect(
        try await refusal { try await stage.sendStatement(id) }?.code == .mentorNeeded)
      try await Self.demand(stage)
      try await stage.sendStatement(id)
    }
  }
}
