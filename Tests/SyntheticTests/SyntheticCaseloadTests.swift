// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing

@testable import Synthetic

@Suite struct SyntheticCaseloadTests {
  let now = Fixture.now

  @Test func `The same seed and moment give the same histories`() throws {
    let first = Array(SyntheticCaseload(maker: try Fixture.maker(), count: 150))
    let second = Array(SyntheticCaseload(maker: try Fixture.maker(), count: 150))
    #expect(first.map(\.number) == second.map(\.number))
    #expect(first.map(\.events) == second.map(\.events))
    let other = try Fixture.maker(SyntheticCountry(seed: 8))
    #expect(Array(SyntheticCaseload(maker: other, count: 150)).map(\.events) != first.map(\.events))
  }

  @Test func `Every status is seen by some party in 500 cases`() throws {
    var seen: Set<Status> = []
    for telling in try Fixture.tellings(500) {
      for party in Fixture.parties(of: telling.state) {
        seen.insert(telling.state.status(for: party, now: now))
      }
    }
    #expect(seen == Set(Status.allCases))
  }

  @Test(arguments: [
    "2026-05-20T08:45:00Z", "2026-05-24T15:00:00Z", "2027-01-01T06:00:00Z",
    "2026-06-22T21:30:00Z",
  ])
  func `Every story is told to its end without a refusal`(_ moment: String) throws {
    for telling in try Fixture.tellings(600, now: try #require(Instant(moment))) {
      #expect(telling.refusals.isEmpty, "\(telling.state.id) \(telling.refusals)")
    }
  }

  @Test(arguments: Status.allCases)
  func `A case made for a status stands there`(_ status: Status) throws {
    let maker = try Fixture.maker()
    for serial in 1...30 {
      let number = try CaseNumber(year: 2026, serial: serial)
      let state = Assessment(id: number, events: maker.make(number: number, target: status))
      let statuses = Fixture.parties(of: state).map { state.status(for: $0, now: now) }
      #expect(statuses.contains(status), "\(number): \(statuses)")
    }
  }

  @Test func `A folded history is the state in which it was told`() throws {
    for telling in try Fixture.caseload.get() {
      #expect(Assessment(id: telling.state.id, events: telling.events) == telling.state)
      #expect(telling.events.map(\.version) == Array(1...telling.events.count))
    }
  }

  @Test func `Times run forward in office hours on workdays and never lie ahead`() throws {
    let maker = try Fixture.maker()
    for telling in try Fixture.caseload.get() {
      let times = telling.events.map(\.at)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(times.allSatisfy { $0 <= now })
      for time in times {
        #expect(try maker.calendar.isWorkday(time.day))
        #expect((8...17).contains(time.clock.hour), "\(telling.state.id) \(time.clock)")
      }
    }
  }

  @Test func `Every event reaches its author in full, and no inquiry reaches FK`() throws {
    for telling in try Fixture.caseload.get() {
      for recorded in telling.events {
        switch recorded.event.kind {
        case .inquirySent, .inquiryAnswered, .inquiryClosed:
          #expect(recorded.audience[.fk] == nil)
        default: #expect(recorded.audience[recorded.author.party] == .full)
        }
      }
    }
  }

  @Test func `Every author is somebody of the country, or Samsyn itself`() throws {
    for telling in try Fixture.caseload.get() {
      for author in telling.events.map(\.author) where author.function != .system {
        let person = try #require(Fixture.country.person(author.person))
        #expect(person.party == author.party && person.name == author.name)
        #expect(person.function == author.function)
      }
    }
  }

  @Test func `Case numbers follow the order of the requests`() throws {
    let cases = Array(SyntheticCaseload(maker: try Fixture.maker(), count: 400))
    #expect(cases.map(\.number) == cases.map(\.number).sorted())
    #expect(Set(cases.map(\.number)).count == 400)
    for (number, events) in cases { #expect(events.first?.at.day.year == number.year) }
  }

  @Test func `Last days lie around today`() throws {
    let maker = try Fixture.maker()
    var left: [Int] = []
    for telling in try Fixture.caseload.get()
    where telling.state.ended == nil && telling.state.statement == nil {
      let context = CaseContext(now: now, rules: maker.rules, calendar: maker.calendar)
      guard let last = telling.state.deadline(context).last else { continue }
      left.append(try maker.calendar.workdays(after: now.day, through: last))
    }
    let shares = [
      left.filter { $0 < 0 }.count, left.filter { $0 == 0 }.count,
      left.filter { (1...25).contains($0) }.count,
    ].map { $0 * 100 / left.count }
    #expect((4...25).contains(shares[0]), "\(shares)")
    #expect((1...12).contains(shares[1]), "\(shares)")
    #expect(shares[2] > 60, "\(shares)")
    #expect(left.allSatisfy { (-30...80).contains($0) })
  }

  @Test func `Ended cases ended in the past year, in every way there is`() throws {
    let ended = try Fixture.caseload.get().map(\.state).filter { $0.ended != nil }
    #expect(Set(ended.compactMap { $0.ended?.reason }) == Set(EndReason.allCases))
    #expect(ended.allSatisfy { now.day - ($0.endedAt?.day ?? .earliest) < 370 })
  }

  @Test func `Draws can be replayed and every way of choosing occurs`() throws {
    var methods: Set<AllocationMethod> = []
    for telling in try Fixture.caseload.get() {
      for case .performerAllocated(let allocated) in telling.events.map(\.event) {
        methods.insert(allocated.method)
        #expect((allocated.draw != nil) == (allocated.method == .draw))
        if let draw = allocated.draw { #expect(draw.drawn == allocated.unit.id) }
      }
    }
    #expect(methods == Set(AllocationMethod.allCases))
  }

  @Test func `Stories have variety`() throws {
    let tellings = try Fixture.caseload.get()
    let kinds = Set(tellings.flatMap { $0.events.map(\.event.kind) })
    // Notices are written by Samsyn itself when a day passes, nobody leaves an examination, and
    // the insured have not signed in and nobody acts for them; what is released is signed with a
    // key, which a story has not.
    let untold: Set<EventKind> = [
      .reminded, .deadlinePassed, .examinerReleased, .visitMoveRequested, .visitMoveDeclined,
      .statementReleased,
      .insuredDocumentsAdded, .selfRatingGiven, .representativeRegistered,
      .representativeDisclosed, .representativeEnded,
    ]
    #expect(kinds == Set(EventKind.allCases).subtracting(untold))
    #expect(tellings.contains { $0.state.agencyIsExternal })
    #expect(tellings.contains { $0.state.request?.protected == true })
    let numbers = tellings.map { $0.insured.identity.number }
    #expect(Set(numbers).count == numbers.count)
  }
}
