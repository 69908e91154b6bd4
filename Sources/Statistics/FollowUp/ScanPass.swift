// SPDX-License-Identifier: Apache-2.0

/// One column of a reading, and what its numbers do to the cells of the rows.
struct ScanPass: Sendable {
  enum Work: Sendable {
    case line(CodePlan.Line)
    case shares([Int32])
    case flags(mask: UInt32, wanted: UInt32)
    case within(ClosedRange<UInt32>)
  }

  let feed: Feed
  let work: Work

  init(_ plan: CodePlan) {
    feed = plan.feed
    work = plan.line.map { .line($0) } ?? .shares(plan.shares)
  }

  init(_ plan: FlagPlan) {
    feed = plan.feed
    work = .flags(mask: plan.mask, wanted: plan.wanted)
  }

  /// Leaves out the numbers outside a range.
  init(_ feed: Feed, within range: ClosedRange<UInt32>) {
    self.feed = feed
    work = .within(range)
  }

  /// Puts the rows in cells, or moves them on to others, or leaves them out.
  func place(_ block: Block, isFirst: Bool) {
    switch work {
    case .line(let line): BlockReader.place(feed, line, isFirst: isFirst, block)
    case .shares(let shares):
      shares.withUnsafeBufferPointer { shares in
        guard let shares = shares.baseAddress else { return }
        if isFirst {
          BlockReader.set(feed, shares, block)
        } else {
          BlockReader.add(feed, shares, block)
        }
      }
    case .flags(let mask, let wanted):
      if isFirst { block.begin() }
      BlockReader.keep(feed, mask, wanted, block)
    case .within(let range):
      if isFirst { block.begin() }
      BlockReader.keep(feed, range, block)
    }
  }

  /// Leaves rows out, where it does nothing else, before any row has a cell; false where it does
  /// more.
  func pick(_ block: inout Block) -> Bool {
    switch work {
    case .flags(let mask, let wanted): BlockReader.pick(feed, mask, wanted, &block)
    case .within(let range): BlockReader.pick(feed, range, &block)
    case .line(let line):
      guard line.base == 0, line.step == 0, line.count > 0 else { return false }
      let low = UInt32(line.low)
      BlockReader.pick(feed, low...(low + line.count - 1), &block)
    case .shares: return false
    }
    return true
  }

  private func keeps(_ row: Int) -> Bool {
    let number = feed.number(row)
    return switch work {
    case .line(let line): number >= line.low && number < Int(line.low) + Int(line.count)
    case .shares(let shares): shares[number & 0xFFFF] >= 0
    case .flags(let mask, let wanted): UInt32(truncatingIfNeeded: number) & mask == wanted
    case .within(let range): range.contains(UInt32(truncatingIfNeeded: number))
    }
  }

  /// How many of some rows it leaves in.
  fileprivate func count(_ rows: [Int]) -> Int {
    rows.reduce(0) { $0 + (keeps($1) ? 1 : 0) }
  }
}

/// The columns of a reading, first those that leave most rows out, so that the rest is read for
/// few rows only. The order changes nothing in what is found.
struct ScanPasses: Sendable {
  /// Rows that are looked at to know how much a column leaves out.
  private static let sample = 256

  /// Each with whether so few rows are left that only those are gone on with.
  private let passes: [(pass: ScanPass, leavesFew: Bool)]

  init(_ passes: [ScanPass], rows: Int) {
    let sample = rows == 0 ? [] : (0..<Self.sample).map { rows * $0 / Self.sample }
    let counted = passes.map { (pass: $0, left: $0.count(sample)) }
    let order = counted.indices.sorted {
      (counted[$0].left, $0) < (counted[$1].left, $1)
    }
    self.passes = order.map { (counted[$0].pass, counted[$0].left * 2 < Self.sample) }
  }

  /// Finds the cell of each row.
  func place(_ block: inout Block) {
    var isFirst = true
    for (number, (pass, leavesFew)) in passes.enumerated() {
      if number == 0, leavesFew, pass.pick(&block) { continue }
      pass.place(block, isFirst: isFirst)
      isFirst = false
      if leavesFew { block.pick() }
    }
    if isFirst { block.begin() }
  }
}
