// SPDX-License-Identifier: Apache-2.0

import Domain

/// The cases of a made-up country: every status in believable shares, numbered in the order in
/// which they were requested, and told one at a time as they are asked for.
public struct SyntheticCaseload: Sequence, Sendable {
  public let maker: CaseMaker
  /// How many cases there are.
  public let count: Int

  /// - Parameter count: a hundred or more hold every status.
  public init(maker: CaseMaker, count: Int) {
    self.maker = maker
    self.count = Swift.max(0, count)
  }

  /// The parameters are those of `CaseMaker`.
  public init(
    count: Int, now: Instant, country: SyntheticCountry, rules: RuleBook,
    calendar: CalendarPolicy, drawSecret: @escaping @Sendable (CaseNumber) -> [UInt8],
    sha256: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.init(
      maker: CaseMaker(
        country: country, rules: rules, calendar: calendar, now: now, drawSecret: drawSecret,
        sha256: sha256),
      count: count)
  }

  public var underestimatedCount: Int { count }

  /// Plans all stories, which is quick, to know their order; each is told when it is its turn.
  public func makeIterator() -> Iterator { Iterator(self) }

  public struct Iterator: IteratorProtocol {
    private let maker: CaseMaker
    private var queue: ArraySlice<(begins: Int64, place: Int32)>
    private var year = 0
    private var serial = 0

    fileprivate init(_ caseload: SyntheticCaseload) {
      let maker = caseload.maker
      self.maker = maker
      queue =
        (0..<caseload.count).map { place in
          let plan = maker.plan(place, SyntheticCaseload.target(place))
          return (maker.beginning(of: plan).milliseconds, Int32(place))
        }
        .sorted { ($0.begins, $0.place) < ($1.begins, $1.place) }[...]
    }

    public mutating func next() -> (number: CaseNumber, events: [RecordedEvent])? {
      guard let telling = nextTelling() else { return nil }
      return (telling.state.id, telling.events)
    }

    /// The next case with everything that was known while it was told.
    mutating func nextTelling() -> CaseTelling? {
      guard let (begins, place) = queue.popFirst() else { return nil }
      let year = Instant(milliseconds: begins).day.year
      serial = year == self.year ? serial + 1 : 1
      self.year = year
      guard let number = try? CaseNumber(year: year, serial: serial) else { return nil }
      let plan = maker.plan(Int(place), SyntheticCaseload.target(Int(place)))
      return maker.tell(plan, number: number, place: Int(place))
    }
  }

  /// How many cases of a hundred stand at each status.
  static func share(_ status: Status) -> Int {
    switch status {
    case .ended: 35
    case .visitBooked: 9
    case .statementToWrite: 5
    case .requested: 4
    case .inquiring, .awaitingOrder, .orderReceived, .awaitingDocuments, .visitToBook,
      .visitToReport, .statementArrived:
      3
    case .answersToChoose, .questionToAgency, .deviationToDecide, .extensionToDecide,
      .extensionToBook, .statementSent, .supplementToWrite:
      2
    case .noPerformerFound, .reallocation, .requestDeclined, .inquiryReceived,
      .inquiryAnswered, .inquiryClosed, .assignmentLost, .orderReturned, .visitToCancel,
      .deferralToDecide, .statementOpposed, .supplementSent:
      1
    }
  }

  private static let targets = Status.allCases.flatMap {
    [Status](repeating: $0, count: share($0))
  }

  /// The status at which a case stands. Steps that share no factor with a hundred spread the
  /// statuses over every hundred cases.
  static func target(_ place: Int) -> Status { targets[place * 37 % targets.count] }
}
