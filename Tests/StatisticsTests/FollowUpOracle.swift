// SPDX-License-Identifier: Apache-2.0
import Domain

@testable import Statistics

/// The obvious way to work out every measure: plain loops over everybody's facts, days as sets,
/// texts as keys. It is slow, and what the columns must agree with.
struct FollowUpOracle {
  /// One row of a measure with everything that it can be divided by.
  struct Item {
    var person: FactKey
    /// The days that it falls on; for most one.
    var days: [Int]
    var codes: [Statistics.Dimension: String]
    /// The groups of questions that it is counted for, and those that are counted in them.
    var questions: [String: (among: Int, those: Int)] = [:]
    var isComplete = true
    /// What is added up; for a share 1 or 0, for a middle one the number itself.
    var number = 0
  }

  /// A certificate with what it takes loops to find out.
  struct Read {
    var fact: CertificateFact
    var index: Int
    var chain: Set<FactKey>
    var isRevoked: Bool
    var counts: Bool
    var day: Int
    var days: Set<Int>
    var codes: [Statistics.Dimension: String]
  }

  let people: [PersonFacts]
  let units: UnitTable
  let rules: FollowUpRules
  let diagnoses: any DiagnosisGrouping
  let certificateDay: (Day) -> Int?
  let gap: Int
  let observed: Int
  let outcomes: [(certificate: FactKey, decision: CertificateDecision)]

  // MARK: Certificates

  func read(_ person: PersonFacts) -> [Read] {
    let sorted = person.certificates.sorted { a, b in
      let (x, y) = (signing(a), signing(b))
      return x == y ? a.key < b.key : x < y
    }
    let gone = Set(person.revocations.map(\.certificate))
    var chains = sorted.map { fact in
      Set(
        [fact.key]
          + fact.relations.filter { $0.kind == .replaces || $0.kind == .supplements }
          .map(\.certificate))
    }
    // Chains that share anything are one, until none do.
    var isMerging = true
    while isMerging {
      isMerging = false
      for a in chains.indices {
        for b in chains.indices
        where chains[a] != chains[b] && !chains[a].isDisjoint(with: chains[b]) {
          chains[a].formUnion(chains[b])
          chains[b] = chains[a]
          isMerging = true
        }
      }
    }
    var read = sorted.indices.map { index in
      let fact = sorted[index]
      let isLast = !sorted.indices.contains { later in
        later > index && chains[later] == chains[index] && !gone.contains(sorted[later].key)
      }
      let isRevoked = gone.contains(fact.key)
      return Read(
        fact: fact, index: index, chain: chains[index], isRevoked: isRevoked,
        counts: !isRevoked && isLast,
        day: (fact.signed?.day ?? fact.periods.map(\.first).min())?.number ?? 0,
        days: Set(fact.periods.flatMap { Array($0.first.number...$0.last.number) }), codes: [:])
    }
    for index in read.indices { read[index].codes = codes(read[index], read, person) }
    return read
  }

  private func signing(_ fact: CertificateFact) -> String {
    if let signed = fact.signed { return "\(signed) 1" }
    return (fact.periods.map(\.first).min()?.description ?? "0") + "A 0"
  }

  private func codes(
    _ one: Read, _ all: [Read], _ person: PersonFacts
  ) -> [Statistics.Dimension: String] {
    let fact = one.fact
    var codes: [Statistics.Dimension: String] = [:]
    let day = Day(number: one.day)
    let found = units.tie(unit: fact.unit, on: one.day == 0 ? nil : day)
    let unit = found.careUnit.map { units.units[$0] }
    codes[.unit] = unit?.id
    codes[.provider] = unit?.provider
    codes[.region] = unit?.region
    codes[.careLevel] = unit?.careLevel
    codes[.tie] = found.tie.rawValue
    codes[.speciality] = fact.specialities.first
    let main = fact.diagnoses.first
    codes[.code] = main
    codes[.chapter] = main.flatMap { diagnoses.chapter($0) }
    codes[.block] = main.flatMap { diagnoses.block($0) }
    codes[.category] = main.flatMap { diagnoses.category($0) }
    codes[.chartGroup] = main.flatMap { diagnoses.chartGroup($0) }
    codes[.namedGroup] = main.flatMap { diagnoses.namedGroup($0) }
    let psychiatric = Set(fact.diagnoses.map { $0.hasPrefix("F") })
    codes[.comorbidity] =
      fact.diagnoses.count < 2
      ? "none" : psychiatric.count == 2 ? "both" : psychiatric == [true] ? "psychiatric" : "somatic"
    codes[.sex] = person.sex?.rawValue
    if let birth = person.birthMonth, one.day > 0 {
      let months = (day.year - birth.year) * 12 + day.month - birth.month
      codes[.age] = ageGroup(months >= 0 ? months / 12 : -1)
    }
    codes[.degree] = fact.periods.map(\.degree.rawValue).max().map(String.init)
    codes[.occupation] =
      fact.occupations.count > 1 ? "several" : fact.occupations.first?.rawValue
    codes[.order] = isRenewal(one, all) ? "renewal" : "first"
    codes[.length] = lengthGroup(lengthSoFar(one, all))
    return codes
  }

  private func isRenewal(_ one: Read, _ all: [Read]) -> Bool {
    if one.fact.relations.contains(where: { $0.kind == .extends }) { return true }
    guard let first = one.days.min() else { return false }
    return all.contains { other in
      other.index < one.index && other.counts && other.chain != one.chain
        && other.fact.periods.contains {
          $0.first.number <= first && $0.last.number >= first - rules.gapInera - 1
        }
    }
  }

  /// Walks back day by day from the last until more than the gap has no certificate.
  private func lengthSoFar(_ one: Read, _ all: [Read]) -> Int {
    guard let first = one.days.min(), let last = one.days.max() else { return 0 }
    let taken = all.filter(\.counts).reduce(into: Set<Int>()) { $0.formUnion($1.days) }
    var days = one.counts ? 0 : one.days.count
    var day = one.counts ? last : first - 1
    var free = 0
    while free <= rules.gapInera {
      if taken.contains(day) {
        days += 1
        free = 0
      } else {
        free += 1
      }
      day -= 1
    }
    return days
  }

  func ageGroup(_ years: Int) -> String? {
    if years < 0 || years >= 150 { return nil }
    if years <= 15 { return "0-15" }
    if years > 65 { return "66-" }
    let low = (years - 1) / 5 * 5 + 1
    return "\(low)-\(low + 4)"
  }

  func lengthGroup(_ days: Int) -> String? {
    switch days {
    case ...0: nil
    case ...14: "1-14"
    case ...30: "15-30"
    case ...60: "31-60"
    case ...90: "61-90"
    case ...180: "91-180"
    case ...364: "181-364"
    case ...730: "365-730"
    default: "731-"
    }
  }

  // MARK: Days and cases

  /// The certificate and the degree that decide each day.
  func decided(_ read: [Read]) -> [Int: (index: Int, degree: Int)] {
    var decided: [Int: (index: Int, degree: Int)] = [:]
    for one in read where one.counts {
      for day in one.days {
        let degree =
          one.fact.periods.filter {
            $0.first.number <= day && $0.last.number >= day
          }.map(\.degree.rawValue).max() ?? 0
        if decided[day].map({ $0.index <= one.index }) ?? true {
          decided[day] = (one.index, degree)
        }
      }
    }
    return decided
  }

  /// The days of each case.
  func cases(_ days: [Int]) -> [[Int]] {
    var cases: [[Int]] = []
    for day in days.sorted() {
      if let last = cases.last?.last, day - last - 1 <= gap {
        cases[cases.count - 1].append(day)
      } else {
        cases.append([day])
      }
    }
    return cases
  }

  // MARK: Answers

  /// A table as a dictionary from codes to what is counted and among how many.
  struct Answer: Equatable {
    var numerator = 0
    var denominator = 0
    var value: Double?
  }

  func answer(
    _ items: [Item], _ query: MeasureQuery, _ measure: MeasureDefinition,
    isIn: (String?) -> Bool = { _ in true }
  ) -> (rows: [[String]: Answer], total: Answer, lacking: Int, certificates: Int) {
    if query.measure == "cases-ongoing-latest", query.by.contains(where: \.isTime) {
      var whole = query
      whole.by = []
      let total = answer(items, whole, measure, isIn: isIn)
      let rows = answered(latest(items, query), query, measure, isIn: isIn).rows
      return (rows, total.total, total.lacking, total.certificates)
    }
    let items = query.measure == "cases-ongoing-latest" ? latest(items, query) : items
    return answered(items, query, measure, isIn: isIn)
  }

  private func answered(
    _ items: [Item], _ query: MeasureQuery, _ measure: MeasureDefinition,
    isIn: (String?) -> Bool
  ) -> (rows: [[String]: Answer], total: Answer, lacking: Int, certificates: Int) {
    var grouped: [[String]: [(Item, Int, Int, Int)]] = [:]
    var all: [(Item, Int, Int, Int)] = []
    var lacking = 0
    var certificates = 0
    let wanted = query.filter[.question]
    for item in items {
      let days = item.days.filter { query.from.number <= $0 && $0 <= query.to.number }
      guard !days.isEmpty else { continue }
      func matches(_ filters: [Statistics.Dimension: Set<String>]) -> Bool {
        filters.allSatisfy { dimension, codes in
          if dimension == .question {
            return measure.population != .requests
              || item.questions.keys.contains { codes.contains($0) }
          }
          return codes.contains(code(dimension, item, days[0]))
        }
      }
      if item.isComplete, matches(query.filter.filter { !$0.key.isOfUnit }) { certificates += 1 }
      guard matches(query.filter), isIn(item.codes[.unit]) else { continue }
      guard item.isComplete else {
        lacking += 1
        continue
      }
      var number = item.number
      if let wanted, measure.population == .certificates {
        number =
          item.questions.contains { wanted.contains($0.key) && $0.value.those > 0 } ? number : 0
      }
      let byQuestion = query.by.contains(.question)
      let kept = item.questions.filter { wanted?.contains($0.key) ?? true }
      if ["content-completeness", "supplement-questions"].contains(query.measure) {
        all += kept.values.map { (item, days[0], $0.among, $0.those) }
      } else {
        all += days.map { (item, $0, 1, number) }
      }
      if byQuestion {
        for (question, counts) in kept {
          let key = query.by.map { $0 == .question ? question : code($0, item, days[0]) }
          grouped[key, default: []].append((item, days[0], counts.among, counts.those))
        }
      } else if ["content-completeness", "supplement-questions"].contains(query.measure) {
        let key = query.by.map { code($0, item, days[0]) }
        grouped[key, default: []] += kept.values.map { (item, days[0], $0.among, $0.those) }
      } else {
        for day in days {
          grouped[query.by.map { code($0, item, day) }, default: []].append((item, day, 1, number))
        }
      }
    }
    let rows = query.by.isEmpty ? [:] : grouped.mapValues { made($0, query, measure) }
    return (
      rows.filter { $0.value.denominator > 0 }, made(all, query, measure), lacking, certificates
    )
  }

  func code(_ dimension: Statistics.Dimension, _ item: Item, _ day: Int) -> String {
    let day = Day(number: day)
    return switch dimension {
    case .month: String(day.description.prefix(7))
    case .quarter: "\(day.year)-Q\([0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][day.month])"
    case .halfYear: "\(day.year)-H\(day.month < 7 ? 1 : 2)"
    case .year: "\(day.year)"
    default: item.codes[dimension] ?? "unknown"
    }
  }

  private func made(
    _ items: [(Item, Int, Int, Int)], _ query: MeasureQuery, _ measure: MeasureDefinition
  ) -> Answer {
    var denominator = items.reduce(0) { $0 + $1.2 }
    var numerator = items.reduce(0) { $0 + $1.3 }
    switch query.measure {
    case "persons":
      denominator = Set(items.map(\.0.person)).count
      numerator = denominator
    case "days-per-person":
      numerator = items.count
      denominator = Set(items.map(\.0.person)).count
    case "cases-ongoing":
      // A case counts once, however many of its days are here.
      denominator = Set(items.map { "\($0.0.person) \($0.0.days[0])" }).count
      numerator = denominator
    default: break
    }
    if measure.kind == .count { numerator = denominator }
    guard denominator > 0 else {
      return Answer(numerator: 0, denominator: 0, value: measure.kind == .count ? 0 : nil)
    }
    if measure.kind == .median {
      let numbers = items.map(\.3).sorted()
      let middle = Double(numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]) / 2
      return Answer(numerator: denominator, denominator: denominator, value: middle)
    }
    let value =
      measure.kind == .count ? Double(denominator) : Double(numerator) / Double(denominator)
    return Answer(numerator: numerator, denominator: denominator, value: value)
  }
}
