// SPDX-License-Identifier: Apache-2.0

/// Looks for figures of few that follow from those that are to be shown and those that were, and
/// finds which must be hidden so that none follows.
struct DisclosureAudit {
  /// A count that the reader knows of a group, or could work out.
  private struct Statement {
    let kind: Int
    /// By number in the index.
    let group: Int
    let count: Int
    /// The figures to be shown that it comes from, by place; none for what the reader knows
    /// already.
    let sources: PartSet

    var key: Key { Key(kind: kind, group: group) }
  }

  /// What is counted, and of which group.
  private struct Key: Hashable {
    let kind: Int
    let group: Int
  }

  private var index: CohortIndex
  /// For each figure its group, by number, and how many it is about.
  private let groups: [Int]
  private let sizes: [Int]
  /// What the reader knows of what is asked about now, each once.
  private let old: [Statement]
  private let fresh: [Statement]
  private let threshold: Int
  private var hidden: [Int: Hidden] = [:]

  /// How often what follows is used for what follows further: once for each axis that a group may
  /// be the rest of at the same time.
  private static let rounds = 3

  /// - Parameters:
  ///   - figures: those that are to be shown; nil for one that is hidden already.
  ///   - seen: what the reader has been shown.
  init(
    _ figures: [SeenFigure?], seen: [SeenFigure], threshold: Int,
    extents: any DimensionExtents
  ) {
    self.threshold = threshold
    var kinds: [String: Int] = [:]
    for figure in figures.lazy.compactMap({ $0 }) {
      for count in figure.counts where kinds[count.kind] == nil { kinds[count.kind] = kinds.count }
    }
    struct Told {
      let kind: Int
      let cohort: Cohort
      let count: Int
      let sources: PartSet
    }
    func told(_ figure: SeenFigure, _ sources: PartSet) -> [Told] {
      figure.counts.compactMap { count in
        kinds[count.kind].map {
          Told(kind: $0, cohort: count.cohort, count: count.count, sources: sources)
        }
      }
    }
    let earlier = seen.flatMap { told($0, []) }
    let now = figures.enumerated().flatMap { place, figure in
      figure.map { told($0, [place]) } ?? []
    }
    let nobody = Cohort(days: DaySet(0, through: -1))
    let numbers: [Int]
    (index, numbers) = CohortIndex.made(
      of: earlier.map(\.cohort) + now.map(\.cohort) + figures.map { $0?.cohort ?? nobody },
      extents)
    groups = Array(numbers.suffix(figures.count))
    sizes = figures.map { $0?.denominator ?? 0 }
    let statements = zip(earlier + now, numbers).map { told, group in
      Statement(kind: told.kind, group: group, count: told.count, sources: told.sources)
    }
    var met: Set<Key> = []
    old = statements.prefix(earlier.count).filter { met.insert($0.key).inserted }
    // What the reader was shown already cannot be taken back, and is not told again.
    fresh = statements.dropFirst(earlier.count).filter { !met.contains($0.key) }
  }

  /// The figures that must go, by place.
  mutating func hide() -> [Int: Hidden] {
    while hideOnce() {}
    return hidden
  }

  /// One pass; true where something had to go, so that another pass is due.
  private mutating func hideOnce() -> Bool {
    let left = fresh.filter(isLeft)
    guard !left.isEmpty else { return false }
    if hideNested(left) { return true }
    var known = old + left
    var met = Set(known.map(\.key))
    var changed = Set(left.map(\.key))
    for _ in 0..<Self.rounds {
      var derived: [Statement] = []
      var found = false
      for (axis, line) in lines(known, changed) {
        if hideIn(line, along: axis, &derived) { found = true }
      }
      if found { return true }
      changed = []
      for statement in derived {
        guard met.insert(statement.key).inserted else { continue }
        changed.insert(statement.key)
        known.append(statement)
      }
      if changed.isEmpty { break }
    }
    return hideInWhole(old + left)
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < threshold }

  private func isLeft(_ statement: Statement) -> Bool {
    statement.sources.isEmpty || isNews(statement.sources)
  }

  /// One group within another, with few between: most pairs are told apart by their counts.
  private mutating func hideNested(_ left: [Statement]) -> Bool {
    var found = false
    let byKind = Dictionary(grouping: old + left, by: \.kind).mapValues { all in
      all.sorted { ($0.count, $0.group) < ($1.count, $1.group) }
    }
    for one in left where isLeft(one) {
      let all = byKind[one.kind] ?? []
      for other in near(one, all) where isLeft(other) {
        let (small, large) = one.count < other.count ? (one, other) : (other, one)
        guard index.isSubset(small.group, of: large.group) else { continue }
        guard let goes = small.sources.first ?? one.sources.first else { continue }
        hidden[goes] = other.sources.isEmpty ? .overlap : .few
        found = true
        if one.sources.contains(goes) { break }
      }
    }
    return found
  }

  /// Those of a sorted list whose counts differ by few.
  private func near(_ one: Statement, _ all: [Statement]) -> [Statement] {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].count < one.count { low = middle + 1 } else { high = middle }
    }
    let above = all[low...].lazy.drop { $0.count == one.count }.prefix {
      isFew($0.count - one.count)
    }
    let below = all[..<low].reversed().lazy.prefix { isFew(one.count - $0.count) }
    return Array(below) + Array(above)
  }

  /// The groups that differ along one axis only, for every axis, where something is among them that
  /// has not been looked at.
  private func lines(
    _ known: [Statement], _ changed: Set<Key>
  ) -> [(axis: Int, line: [Statement])] {
    var lines: [(axis: Int, line: [Statement])] = []
    for axis in index.axes.indices {
      var places: [[Int]: Int] = [:]
      var found: [[Statement]] = []
      func rest(_ statement: Statement) -> [Int] {
        var rest = index.groups[statement.group]
        rest[axis] = -1 - statement.kind
        return rest
      }
      for key in changed.sorted(by: { ($0.kind, $0.group) < ($1.kind, $1.group) }) {
        var name = index.groups[key.group]
        name[axis] = -1 - key.kind
        guard places[name] == nil else { continue }
        places[name] = found.count
        found.append([])
      }
      for statement in known {
        if let place = places[rest(statement)] { found[place].append(statement) }
      }
      lines += found.filter { $0.count > 1 }.map { (axis, $0) }
    }
    return lines
  }

  /// Hides figures of one line until nothing of few follows; then notes what follows.
  private mutating func hideIn(
    _ line: [Statement], along axis: Int, _ derived: inout [Statement]
  ) -> Bool {
    var found = false
    while true {
      let left = line.filter(isLeft)
      guard left.count > 1 else { return found }
      let divided = CohortLine(left.map(\.group), along: axis, in: index)
      let audit = LineAudit(Self.equations(left, divided.members), asked: divided.asked)
      func group(_ known: LineAudit.Known) -> Int {
        index.group(
          like: left[0].group, axis: axis, parts: divided.wholes(of: known.members))
      }
      let told = audit.known.filter { isFew($0.count) && isNews($0.sources) }
        .map { (sources: $0.sources, group: group($0)) }
      var isHidden = false
      for (sources, group) in told where isNews(sources) {
        hide(one: sources, beside: left) { [index, groups] in
          index.isDisjoint(groups[$0], with: group)
        }
        isHidden = true
      }
      if !isHidden, let unsolved = audit.unsolved, isNews(unsolved) {
        hide(one: unsolved, beside: left) { _ in true }
        isHidden = true
      }
      if isHidden {
        found = true
        continue
      }
      for known in audit.known where isNews(known.sources) {
        derived.append(
          Statement(
            kind: left[0].kind, group: group(known), count: known.count,
            sources: known.sources))
      }
      return found
    }
  }

  /// Where everything that is known is about not too many parts, what follows is worked out in
  /// full, along all axes at once.
  private mutating func hideInWhole(_ known: [Statement]) -> Bool {
    var found = false
    for (_, all) in Dictionary(grouping: known, by: \.kind).sorted(by: { $0.key < $1.key }) {
      while true {
        let left = all.filter(isLeft)
        guard left.contains(where: { isNews($0.sources) }),
          let space = CohortSpace(left.map(\.group), in: index)
        else { break }
        let audit = LineAudit(Self.equations(left, space.members), asked: space.asked)
        let told = audit.known.filter { isFew($0.count) && isNews($0.sources) }
        if told.isEmpty { break }
        let members = Dictionary(
          zip(left, space.members).compactMap { statement, members in
            statement.sources.first.map { ($0, members) }
          }, uniquingKeysWith: { first, _ in first })
        for known in told where isNews(known.sources) {
          hide(one: known.sources, beside: left) {
            members[$0]?.isDisjoint(with: known.members) ?? false
          }
        }
        found = true
      }
    }
    return found
  }

  private static func equations(
    _ line: [Statement], _ members: [PartSet]
  ) -> [LineAudit.Known] {
    zip(line, members).map { statement, members in
      LineAudit.Known(members: members, count: statement.count, sources: statement.sources)
    }
  }

  /// Whether it is known by figures that are still to be shown.
  private func isNews(_ sources: PartSet) -> Bool {
    !sources.isEmpty && sources.numbers.allSatisfy { hidden[$0] == nil }
  }

  /// Of the figures that something is known by, the smallest goes that is not itself about those
  /// who would be known, or else the smallest that is.
  private mutating func hide(
    one sources: PartSet, beside line: [Statement], isApart: (Int) -> Bool
  ) {
    let choice = sources.numbers.min {
      (isApart($0) ? 0 : 1, sizes[$0], $0) < (isApart($1) ? 0 : 1, sizes[$1], $1)
    }
    guard let choice else { return }
    hidden[choice] = line.contains { $0.sources.isEmpty } ? .overlap : .few
  }
}
