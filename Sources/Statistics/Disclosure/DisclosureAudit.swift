// SPDX-License-Identifier: Apache-2.0

/// Looks for figures of few that follow from those that are to be shown and those that were, and
/// finds which must be hidden so that none follows.
struct DisclosureAudit {
  /// A count that the reader knows, and the figure to be shown that it comes from, if any.
  private struct Statement: Hashable {
    let kind: String
    let cohort: Cohort
    let count: Int
    /// Nil for what the reader knows already, and for what follows.
    let place: Int?
    /// It is to be shown, or follows from something that is.
    let isNew: Bool
  }

  private let figures: [SeenFigure?]
  /// What the reader knows of what is asked about now, each once.
  private let old: [Statement]
  private let isFew: (Int) -> Bool
  private let extents: any DimensionExtents
  /// Those that the reader was shown already: they cannot be taken back.
  private let isRepeated: [Bool]
  private var hidden: [Int: Hidden] = [:]

  /// How often what follows is used for what follows further: once for each axis that a group may
  /// be the rest of at the same time.
  private static let rounds = 3

  init(
    _ figures: [SeenFigure?], seen: [SeenFigure], isFew: @escaping (Int) -> Bool,
    extents: any DimensionExtents
  ) {
    self.extents = extents
    self.figures = figures
    let kinds = Set(figures.lazy.compactMap { $0 }.flatMap { $0.counts.map(\.kind) })
    let known = Set(seen)
    var met: Set<Statement> = []
    old = seen.flatMap { figure in
      figure.counts.lazy.filter { kinds.contains($0.kind) }.map {
        Statement(
          kind: $0.kind, cohort: figure.cohort, count: $0.count, place: nil, isNew: false)
      }
    }.filter { met.insert($0).inserted }
    self.isFew = isFew
    isRepeated = figures.map { $0.map(known.contains) ?? false }
  }

  /// The figures that must go, by place.
  mutating func hide() -> [Int: Hidden] {
    while hideOnce() {}
    return hidden
  }

  private var statements: [Statement] {
    old
      + figures.enumerated().flatMap { place, figure -> [Statement] in
        guard let figure, hidden[place] == nil else { return [] }
        return figure.counts.map {
          Statement(
            kind: $0.kind, cohort: figure.cohort, count: $0.count,
            place: isRepeated[place] ? nil : place, isNew: !isRepeated[place])
        }
      }
  }

  /// One pass; true where something had to go, so that another pass is due.
  private mutating func hideOnce() -> Bool {
    var known = statements
    guard known.contains(where: { $0.place != nil }) else { return false }
    if hideNested(known) { return true }
    for _ in 0..<Self.rounds {
      var derived: [Statement] = []
      var found = false
      let asked = Self.asked(known)
      for line in Self.lines(known) {
        let others = asked[line.axis] ?? []
        if hideIn(line.statements, along: line.axis, asked: others, &derived) { found = true }
      }
      if found { return true }
      let more = Set(derived).subtracting(known)
      if more.isEmpty { break }
      known += more
    }
    return hideInWhole(statements)
  }

  /// One group within another, with few between: most pairs are told apart by their counts.
  private mutating func hideNested(_ known: [Statement]) -> Bool {
    var found = false
    for (kind, all) in Dictionary(grouping: known, by: \.kind) where !kind.isEmpty {
      for one in all {
        guard let place = one.place, hidden[place] == nil else { continue }
        for other in all where other.count != one.count && isFew(abs(other.count - one.count)) {
          if let theirs = other.place, hidden[theirs] != nil { continue }
          let (small, large) = one.count < other.count ? (one, other) : (other, one)
          guard small.cohort.isSubset(of: large.cohort) else { continue }
          let goes = small.place ?? place
          hidden[goes] = other.place == nil ? .overlap : .few
          found = true
          if goes == place { break }
        }
      }
    }
    return found
  }

  private static func axes(_ known: [Statement]) -> [Cohort.Axis] {
    [.days] + Set(known.flatMap { $0.cohort.codes.keys }).sorted().map { .codes($0) }
  }

  /// The groups that differ along one axis only, for every axis, where something new is among them.
  private static func lines(
    _ known: [Statement]
  ) -> [(axis: Cohort.Axis, statements: [Statement])] {
    struct Key: Hashable {
      let kind: String
      let rest: Cohort
    }
    return axes(known).flatMap { axis in
      let groups = Dictionary(grouping: known) {
        Key(kind: $0.kind, rest: $0.cohort.leavingOut(axis))
      }
      return groups.values.filter { $0.count > 1 && $0.contains(where: \.isNew) }
        .sorted { ($0[0].kind, $0[0].count) < ($1[0].kind, $1[0].count) }
        .map { (axis, $0) }
    }
  }

  /// Along each axis the groups that any figure is about: sums of others may make them, which then
  /// stand beside that figure on another line.
  private static func asked(_ known: [Statement]) -> [Cohort.Axis: [Cohort]] {
    let nobody = Cohort(days: DaySet(0, through: -1))
    var asked: [Cohort.Axis: Set<Cohort>] = [:]
    for axis in axes(known) { asked[axis] = [nobody] }
    for statement in known {
      asked[.days, default: []].insert(Cohort(days: statement.cohort.days))
      for (axis, atoms) in statement.cohort.codes {
        var cohort = nobody
        cohort.codes[axis] = atoms
        asked[.codes(axis), default: []].insert(cohort)
      }
    }
    return asked.mapValues(Array.init)
  }

  /// Hides figures of one line until nothing of few follows; then notes what follows.
  private mutating func hideIn(
    _ line: [Statement], along axis: Cohort.Axis, asked: [Cohort], _ derived: inout [Statement]
  ) -> Bool {
    var found = false
    while true {
      let line = line.filter(isLeft)
      guard line.count > 1, line.contains(where: \.isNew) else { return found }
      let parts = CohortLine(
        line.map(\.cohort) + asked, along: axis, atoms: extents.atoms(of: axis))
      let audit = LineAudit(
        equations: Array(parts.members.prefix(line.count)), counts: line.map(\.count),
        asked: Array(parts.members.dropFirst(line.count)))
      let few = audit.known.filter { isFew($0.count) }
      if few.isEmpty && !audit.isTooDense {
        derived += audit.known.map {
          Statement(
            kind: line[0].kind,
            cohort: extents.settled(
              parts.cohort($0.members, like: line[0].cohort, along: axis)),
            count: $0.count, place: nil, isNew: true)
        }
        return found
      }
      if !hideSmallest(line, parts.members, few) && !hideSmallest() { return found }
      found = true
    }
  }

  /// Where everything that is known is about not too many parts, what follows is worked out in
  /// full, along all axes at once.
  private mutating func hideInWhole(_ known: [Statement]) -> Bool {
    var found = false
    let kinds = Dictionary(grouping: known, by: \.kind)
    for (_, all) in kinds.sorted(by: { $0.key < $1.key }) {
      while true {
        let all = all.filter(isLeft)
        guard all.contains(where: \.isNew),
          let space = CohortSpace(all.map(\.cohort), Self.axes(all), extents)
        else { break }
        let audit = LineAudit(
          equations: space.members, counts: all.map(\.count), asked: space.groups)
        let few = audit.known.filter { isFew($0.count) }
        if few.isEmpty { break }
        if !hideSmallest(all, space.members, few) && !hideSmallest() { return found }
        found = true
      }
    }
    return found
  }

  private func isLeft(_ statement: Statement) -> Bool {
    statement.place.map { hidden[$0] == nil } ?? true
  }

  /// The smallest figure that is not about those who would be known goes, or else the smallest
  /// that is. False where none of the line is new.
  private mutating func hideSmallest(
    _ line: [Statement], _ members: [Set<Int>], _ few: [LineAudit.Known]
  ) -> Bool {
    let told = few.reduce(into: Set()) { $0.formUnion($1.members) }
    let choice = line.indices.filter { line[$0].place != nil }.min {
      (members[$0].isDisjoint(with: told) ? 0 : 1, line[$0].count, $0)
        < (members[$1].isDisjoint(with: told) ? 0 : 1, line[$1].count, $1)
    }
    guard let place = choice.flatMap({ line[$0].place }) else { return false }
    hidden[place] = line.contains { $0.place == nil } ? .overlap : .few
    return true
  }

  /// What few follows from is not in the line itself: the smallest figure that is new goes.
  private mutating func hideSmallest() -> Bool {
    let smallest = figures.indices.filter {
      figures[$0] != nil && hidden[$0] == nil && !isRepeated[$0]
    }
    .min { (figures[$0]?.denominator ?? 0, $0) < (figures[$1]?.denominator ?? 0, $1) }
    guard let smallest else { return false }
    hidden[smallest] = .overlap
    return true
  }
}
