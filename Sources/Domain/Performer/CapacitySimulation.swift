// SPDX-License-Identifier: Apache-2.0

/// What happens to a performer's last days if its capacity changes: weeks are played forward many
/// times from the cases there are, with new cases as many as some past week had, drawn by a seeded
/// series. Whole numbers alone, so that the same question has the same answer everywhere.
///
/// Who has the earliest last day is examined first. That is how the forecast counts, and no rule.
public struct CapacitySimulation: Codable, Hashable, Sendable {
  /// A case that has been examined and whose statement is being written.
  public struct Writing: Codable, Hashable, Sendable {
    /// Weeks from now until the last day's week; negative when it has passed.
    public var due: Int
    /// Weeks from now until the statement is expected.
    public var ready: Int

    public init(due: Int, ready: Int) {
      self.due = due
      self.ready = ready
    }
  }

  /// Weeks from now until the last day's week, for each case that waits for its examination.
  public var waiting: [Int]
  public var writing: [Writing]
  /// Cases that began in each of some past weeks. Empty is no inflow.
  public var pastArrivals: [Int]
  /// Examinations in each week from now; the last goes on.
  public var capacity: [Int]
  /// Whole weeks from the complete underlag to the last day.
  public var weeksAllowed: Int
  /// Weeks from the examination to the statement.
  public var weeksToWrite: Int
  /// Times that one case takes, at least 1.
  public var timesPerCase: Int
  /// Weeks played, 1...`longest`.
  public var weeks: Int
  /// Plays, 1...`mostRuns`.
  public var runs: Int
  public var seed: UInt64

  public init(
    waiting: [Int], writing: [Writing], pastArrivals: [Int], capacity: [Int],
    weeksAllowed: Int, weeksToWrite: Int, timesPerCase: Int, weeks: Int, runs: Int, seed: UInt64
  ) {
    self.waiting = waiting
    self.writing = writing
    self.pastArrivals = pastArrivals
    self.capacity = capacity
    self.weeksAllowed = weeksAllowed
    self.weeksToWrite = weeksToWrite
    self.timesPerCase = timesPerCase
    self.weeks = weeks
    self.runs = runs
    self.seed = seed
  }

  /// Weeks in one play.
  public static let longest = 104
  /// Plays of one question.
  public static let mostRuns = 2000

  /// What came of all plays. Only cases whose last day falls within the weeks played are judged.
  public struct Outcome: Codable, Hashable, Sendable {
    /// Change of the capacity in percent.
    public let changePercent: Int
    /// Cases that were judged, of all plays together.
    public let judged: Int
    /// Of them, delivered in time.
    public let inTime: Int
    /// Delivered in time of a thousand; nil where no case was judged.
    public let perMille: Int?
    /// The same for the play that a tenth of all plays are no better than.
    public let lowPerMille: Int?
    /// The same for the play that a tenth of all plays are no worse than.
    public let highPerMille: Int?
    /// Cases that wait for their examination when the weeks are over, on average, rounded.
    public let waitingAtEnd: Int
  }

  /// Plays the weeks with the capacity changed by so many percent; -100 is none at all.
  public func outcome(changePercent: Int) -> Outcome {
    var judged = 0
    var inTime = 0
    var left = 0
    var shares: [Int] = []
    for run in 0..<max(1, min(runs, Self.mostRuns)) {
      // The same inflow whatever the capacity, so that two outcomes differ by that alone.
      var series = SeededSeries(seed: seed, run: UInt64(run))
      let play = play(percent: max(0, 100 + changePercent), &series)
      judged += play.judged
      inTime += play.inTime
      left += play.left
      if play.judged > 0 { shares.append(play.inTime * 1000 / play.judged) }
    }
    shares.sort()
    let count = max(1, min(runs, Self.mostRuns))
    return Outcome(
      changePercent: changePercent, judged: judged, inTime: inTime,
      perMille: judged > 0 ? (inTime * 1000 + judged / 2) / judged : nil,
      lowPerMille: shares.isEmpty ? nil : shares[(shares.count - 1) / 10],
      highPerMille: shares.isEmpty ? nil : shares[(shares.count - 1) * 9 / 10],
      waitingAtEnd: (left + count / 2) / count)
  }

  private func play(
    percent: Int, _ series: inout SeededSeries
  ) -> (judged: Int, inTime: Int, left: Int) {
    let weeks = max(1, min(weeks, Self.longest))
    var judged = 0
    var inTime = 0
    func judge(due: Int, delivered: Int?) {
      guard due < weeks else { return }
      judged += 1
      if let delivered, delivered <= due { inTime += 1 }
    }
    for one in writing { judge(due: one.due, delivered: one.ready) }
    var queue = waiting.sorted()
    var first = 0
    // In hundredths of a time, so that a change of a few percent is not lost.
    let cost = 100 * max(1, timesPerCase)
    var credit = 0
    for week in 0..<weeks {
      if !pastArrivals.isEmpty {
        let arrivals = max(0, pastArrivals[series.below(pastArrivals.count)])
        // Those that came before have earlier last days, unless one is later already.
        for _ in 0..<arrivals { insert(week + weeksAllowed, into: &queue, from: first) }
      }
      let times = capacity.isEmpty ? 0 : capacity[min(week, capacity.count - 1)]
      credit = credit % cost + max(0, times) * percent
      while credit >= cost, first < queue.count {
        judge(due: queue[first], delivered: week + weeksToWrite)
        first += 1
        credit -= cost
      }
    }
    for due in queue[first...] { judge(due: due, delivered: nil) }
    return (judged, inTime, queue.count - first)
  }

  private func insert(_ due: Int, into queue: inout [Int], from first: Int) {
    var place = queue.count
    while place > first, queue[place - 1] > due { place -= 1 }
    queue.insert(due, at: place)
  }
}

/// A series of numbers that is the same for the same seed (SplitMix64): for forecasts, never for a
/// draw, a key or a token.
struct SeededSeries {
  private var state: UInt64

  init(seed: UInt64, run: UInt64) {
    state = Self.mix(seed) ^ Self.mix(run &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// A number from 0 up to but not including `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Int(Self.mix(state).multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
