// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

/// A forecast is the same for the same question, and answers what can be counted by hand.
@Suite struct CapacitySimulationTests {
  private func simulation(
    waiting: [Int], arrivals: [Int] = [], capacity: [Int] = [1], seed: UInt64 = 1
  ) -> CapacitySimulation {
    CapacitySimulation(
      waiting: waiting, writing: [], pastArrivals: arrivals, capacity: capacity,
      weeksAllowed: 5, weeksToWrite: 0, timesPerCase: 1, weeks: 10, runs: 50, seed: seed)
  }

  @Test func `three cases due in the first week and one time a week: one is in time`() {
    let outcome = simulation(waiting: [0, 0, 0]).outcome(changePercent: 0)
    #expect(outcome.judged == 150)
    #expect(outcome.inTime == 50)
    #expect(outcome.perMille == 333)
    #expect(outcome.lowPerMille == 333)
    #expect(outcome.highPerMille == 333)
    #expect(outcome.waitingAtEnd == 0)
    #expect(simulation(waiting: [0, 0, 0]).outcome(changePercent: 200).perMille == 1000)
  }

  @Test func `half the times is one every other week`() {
    let outcome = simulation(waiting: [0, 1, 2, 3]).outcome(changePercent: -50)
    // Examined in weeks 1, 3, 5 and 7: none of them in time.
    #expect(outcome.perMille == 0)
    #expect(simulation(waiting: [1, 3, 5, 7]).outcome(changePercent: -50).perMille == 1000)
  }

  @Test func `without times all that are due are late, and all wait`() {
    let outcome = simulation(waiting: [2, 30]).outcome(changePercent: -100)
    #expect(outcome.perMille == 0)
    #expect(outcome.judged == 50)
    #expect(outcome.waitingAtEnd == 2)
  }

  @Test func `where no last day falls within the weeks there is nothing to judge`() {
    let outcome = simulation(waiting: [40]).outcome(changePercent: 0)
    #expect(outcome.perMille == nil)
    #expect(outcome.lowPerMille == nil)
  }

  @Test func `time to write the statement counts, also for those who are examined`() {
    var question = simulation(waiting: [])
    question.writing = [.init(due: 1, ready: 1), .init(due: 1, ready: 2), .init(due: -1, ready: 0)]
    #expect(question.outcome(changePercent: 0).perMille == 333)
    question.writing = []
    question.waiting = [0, 2]
    question.weeksToWrite = 1
    #expect(question.outcome(changePercent: 0).perMille == 500)
  }

  @Test func `the same question has the same answer, and more times never do worse`() {
    let question = simulation(waiting: [1, 2, 2, 4], arrivals: [0, 1, 3, 2], capacity: [1, 2])
    #expect(question.outcome(changePercent: 10) == question.outcome(changePercent: 10))
    var last = -1
    for change in stride(from: -100, through: 200, by: 20) {
      let share = question.outcome(changePercent: change).perMille ?? -1
      #expect(share >= last, "\(change)")
      last = share
    }
    #expect(last == 1000)
  }
}
