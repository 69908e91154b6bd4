// SPDX-License-Identifier: Apache-2.0
import Domain

@testable import Statistics

extension FollowUpOracle {
  static let groups: [(code: String, numbers: Set<Int>)] = [
    ("27", [27]), ("1", [1]), ("28", [28]), ("29", [29]), ("6", [6]), ("35", [35]), ("17", [17]),
    ("19", [19]), ("20", [20]), ("32-37", [32, 37]), ("33", [33]), ("34", [34]), ("39", [39]),
    ("40-44", [40, 44]), ("25", [25]), ("26", [26]),
  ]

  /// The rows of a measure.
  func items(_ measure: MeasureDefinition) -> [Item] {
    people.flatMap { person -> [Item] in
      let read = read(person)
      return switch measure.population {
      case .certificates: certificateItems(measure.id, person, read)
      case .requests: requestItems(measure.id, person, read)
      case .cases:
        measure.id == "cases-ongoing-latest"
          ? latestItems(person, read) : caseItems(measure.id, person, read)
      case .persons:
        measure.id == "persons"
          ? certificateItems("certificates", person, read)
          : dayItems(measure.id, person, read)
      case .indicators: []
      }
    }
  }

  // MARK: Certificates

  private func certificateItems(_ id: String, _ person: PersonFacts, _ read: [Read]) -> [Item] {
    read.compactMap { one in
      guard one.day > 0, isCounted(id, one) else { return nil }
      var item = Item(person: person.person, days: [one.day], codes: one.codes)
      let requests = requests(person).filter { $0.certificate == one.fact.key }
      switch id {
      case "supplement-share":
        let asked = Set(requests.flatMap(\.questions))
        for group in Self.groups {
          item.questions[group.code] = (1, group.numbers.isDisjoint(with: asked) ? 0 : 1)
        }
      case "content-completeness":
        for group in Self.groups where isExpected(group.code, one.fact) {
          item.questions[group.code] = (
            1, group.numbers.isDisjoint(with: one.fact.answered) ? 0 : 1
          )
        }
      default: break
      }
      item.isComplete = isComplete(id, one.fact)
      if id.hasPrefix("refused") || id.hasPrefix("partly") {
        item.isComplete = outcome(.decision, one, read) != nil
      } else if id == "control-refused-share" || id == "control-partly-share" {
        item.isComplete = outcome(.control, one, read) != nil
      }
      item.number = holds(id, one, read, person, requests) ? 1 : 0
      return item
    }
  }

  private func isCounted(_ id: String, _ one: Read) -> Bool {
    let fact = one.fact
    switch id {
    case "supplement-share", "reminder-share-cohort":
      return fact.kind == .lisjp && fact.isSent && !one.isRevoked
    case "certificates", "renewal-share", "co-morbidity-share", "co-morbidity-chapter-share":
      return one.counts
    case _ where Self.decided.contains(id): return one.counts && fact.isSent
    case "prognosis-kept-share":
      guard one.counts, let due = due(one) else { return false }
      return due + rules.gapInera + 1 <= observed
    case "content-completeness", "prognosis-given-share", "return-measures-share":
      return one.counts && fact.kind == .lisjp && !fact.keptForInfection
    case "no-examination-explained-share":
      return one.counts && fact.kind == .lisjp && !fact.bases.isEmpty
        && !fact.bases.contains(where: \.isExamination)
    case "back-dated-explained-share":
      return one.counts && fact.kind == .lisjp && isBackDated(one)
    default: return one.counts && fact.kind == .lisjp
    }
  }

  private func isComplete(_ id: String, _ fact: CertificateFact) -> Bool {
    switch id {
    case "no-examination-share": !fact.bases.isEmpty
    case "back-dated-share": fact.signed != nil
    case "return-measures-share": !fact.measures.isEmpty
    case "co-morbidity-share", "co-morbidity-chapter-share": !fact.diagnoses.isEmpty
    default: true
    }
  }

  private static let decided: Set = [
    "decision-known-share", "refused-share", "partly-refused-share", "control-known-share",
    "control-refused-share", "control-partly-share",
  ]

  /// The latest outcome of a kind about any version in the chain; of one day the strictest.
  private func outcome(
    _ kind: CertificateDecision.Kind, _ one: Read, _ read: [Read]
  ) -> CertificateDecision.Outcome? {
    let versions = Set(read.filter { $0.chain == one.chain }.map(\.fact.key))
    let about = outcomes.filter { versions.contains($0.certificate) && $0.decision.kind == kind }
      .map(\.decision)
    let last = about.map(\.day).max()
    let those = Set(about.filter { $0.day == last }.map(\.outcome))
    return [.refused, .partly, .granted].first(where: those.contains)
  }

  private func isExpected(_ question: String, _ fact: CertificateFact) -> Bool {
    switch question {
    case "29": fact.occupations.contains(.presentWork)
    case "20", "40-44": (fact.versionMajor ?? 1) < 2
    default: true
    }
  }

  private func isBackDated(_ one: Read) -> Bool {
    guard let signed = one.fact.signed?.day.number, let first = one.days.min() else { return false }
    return first < signed - rules.backDated
  }

  private func due(_ one: Read) -> Int? {
    switch one.fact.prognosis {
    case .likely: one.days.max()
    case .afterDays, .afterMonths:
      one.fact.signed.flatMap { signed in one.fact.prognosisDays.map { signed.day.number + $0 } }
    default: nil
    }
  }

  private func holds(
    _ id: String, _ one: Read, _ read: [Read], _ person: PersonFacts, _ requests: [MessageFact]
  ) -> Bool {
    let fact = one.fact
    switch id {
    case "decision-known-share": return outcome(.decision, one, read) != nil
    case "refused-share": return outcome(.decision, one, read) == .refused
    case "partly-refused-share": return outcome(.decision, one, read) == .partly
    case "control-known-share": return outcome(.control, one, read) != nil
    case "control-refused-share": return outcome(.control, one, read) == .refused
    case "control-partly-share": return outcome(.control, one, read) == .partly
    case "supplement-share": return !requests.isEmpty
    case "reminder-share-cohort":
      return requests.contains { isReminded($0, person) }
    case "no-examination-share": return !fact.bases.contains(where: \.isExamination)
    case "no-examination-explained-share": return fact.tellsWhyNoExamination
    case "back-dated-share": return isBackDated(one)
    case "back-dated-explained-share": return fact.tellsWhyBackDated
    case "prognosis-given-share": return fact.prognosis != nil && fact.prognosis != .unclear
    case "return-measures-share": return fact.measures != [.none]
    case "contact-wanted-share": return fact.contactWanted
    case "workplace-code-share": return fact.workplaceCode != nil
    case "noted-share": return fact.hasNotes
    case "renewal-share": return one.codes[.order] == "renewal"
    case "co-morbidity-share": return fact.diagnoses.count > 1
    case "co-morbidity-chapter-share":
      return fact.diagnoses.dropFirst().contains {
        !isSame($0, fact.diagnoses[0], diagnoses.chapter)
      }
    case "prognosis-kept-share":
      let taken = decided(read)
      let after = due(one).map { $0 + 1...$0 + rules.gapInera + 1 }
      return !(after?.contains { taken[$0] != nil } ?? false)
    default: return true
    }
  }

  private func isSame(_ one: String, _ other: String, _ group: (String) -> String?) -> Bool {
    one == other || (group(one) != nil && group(one) == group(other))
  }

  // MARK: Requests

  private func requests(_ person: PersonFacts) -> [MessageFact] {
    person.messages.filter { $0.direction == .toCare && $0.subject == .supplement }
  }

  private func isReminded(_ request: MessageFact, _ person: PersonFacts) -> Bool {
    person.messages.contains { reminder in
      guard reminder.subject == .reminder else { return false }
      if let named = reminder.reminds { return named == request.key }
      let before = requests(person).filter { earlier in
        guard earlier.certificate == reminder.certificate else { return false }
        guard let asked = earlier.sent, let sent = reminder.sent else { return true }
        return asked <= sent
      }
      let latest = before.max {
        ($0.sent?.description ?? "", $0.key.high, $0.key.low)
          < ($1.sent?.description ?? "", $1.key.high, $1.key.low)
      }
      return latest?.key == request.key
    }
  }

  private func requestItems(_ id: String, _ person: PersonFacts, _ read: [Read]) -> [Item] {
    requests(person).compactMap { request in
      guard let one = read.first(where: { $0.fact.key == request.certificate }) else { return nil }
      let day = id == "supplement-requests-cohort" ? one.day : request.sent?.day.number ?? 0
      let (outcome, answered) = outcome(request, one, read, person)
      let isAnswered = ["new-certificate", "answered", "cannot"].contains(outcome)
      let wait = answered.flatMap { day in request.sent.map { max(0, day - $0.day.number) } }
      guard day > 0 else { return nil }
      if id == "supplement-time", !isAnswered { return nil }
      var item = Item(person: person.person, days: [day], codes: one.codes)
      item.codes[.outcome] = outcome
      let isOutcome = [
        "supplement-answered-share", "supplement-implicit-share", "supplement-lost-share",
        "supplement-on-time-share",
      ].contains(id)
      if isOutcome {
        if let last = request.lastDayForAnswer, last.number > observed { return nil }
        item.isComplete = request.lastDayForAnswer != nil
      }
      item.number =
        switch id {
        case "reminder-share": isReminded(request, person) ? 1 : 0
        case "supplement-answered-share": isAnswered ? 1 : 0
        case "supplement-implicit-share": outcome == "implicit" ? 1 : 0
        case "supplement-lost-share": ["reminder-only", "none-known"].contains(outcome) ? 1 : 0
        case "supplement-on-time-share":
          isAnswered
            && (answered.flatMap { day in request.lastDayForAnswer.map { day <= $0.number } }
              ?? false)
            ? 1 : 0
        case "supplement-time": wait ?? 0
        case "request-officer-share": request.officer != nil ? 1 : 0
        default: 1
        }
      if id == "supplement-time" { item.isComplete = wait != nil }
      for group in Self.groups {
        let times = request.questions.count { group.numbers.contains($0) }
        guard times > 0 else { continue }
        item.questions[group.code] =
          id == "supplement-questions" ? (times, times) : (1, item.number)
      }
      return item
    }
  }

  private func outcome(
    _ request: MessageFact, _ one: Read, _ read: [Read], _ person: PersonFacts
  ) -> (String, Int?) {
    func isLater(_ time: CertificateTime?) -> Bool {
      guard let time, let sent = request.sent else { return true }
      return time >= sent
    }
    let others = read.filter { $0.index != one.index && !$0.isRevoked }
    var traces: [(String, Int?)] = []
    if let made = others.first(where: { other in
      other.fact.answersTo == request.key
        || (isLater(other.fact.signed)
          && other.fact.relations.contains(.init(.supplements, one.fact.key)))
    }) {
      traces.append(("new-certificate", made.fact.signed?.day.number))
    }
    let answers = person.messages.filter {
      $0.direction == .toRecipient && $0.certificate == one.fact.key && isLater($0.sent)
    }.sorted {
      ($0.sent?.description ?? "", $0.key.high, $0.key.low)
        < ($1.sent?.description ?? "", $1.key.high, $1.key.low)
    }
    if let answer = answers.first(where: {
      $0.subject != .supplement && $0.answersTo == request.key
    }) {
      traces.append(("answered", answer.sent?.day.number))
    }
    if let answer = answers.first(where: { $0.subject == .supplement }) {
      traces.append(("cannot", answer.sent?.day.number))
    }
    if let strongest = traces.first?.0 { return (strongest, traces.compactMap(\.1).min()) }
    let near = Set(
      one.days.flatMap { Array(($0 - rules.implicitAnswer - 1)...($0 + rules.implicitAnswer + 1)) })
    let first = near.min() ?? 1
    let last = near.max() ?? 0
    if let sent = request.sent,
      others.contains(where: { other in
        (other.fact.signed.map { $0 > sent } ?? false)
          && !other.fact.relations.contains { $0.certificate == one.fact.key }
          && other.days.contains { first <= $0 && $0 <= last }
      })
    {
      return ("implicit", nil)
    }
    return (isReminded(request, person) ? "reminder-only" : "none-known", nil)
  }

  // MARK: Cases and days

  private func caseItems(_ id: String, _ person: PersonFacts, _ read: [Read]) -> [Item] {
    let decided = decided(read)
    let all = cases(Array(decided.keys))
    return all.enumerated().compactMap { place, days -> Item? in
      let seen = days.filter { $0 <= observed }
      let first = days[0]
      let last = days[days.count - 1]
      guard first <= observed, let begin = decided[first],
        let end = seen.last.flatMap({ decided[$0] })
      else { return nil }
      let next = place + 1 < all.count ? all[place + 1] : nil
      let (one, other) = (read[begin.index], read[end.index])
      let hasEnded = observed - last > gap
      let diagnosis = one.fact.diagnoses.first
      var item = Item(
        person: person.person, days: id == "cases-ongoing" ? seen : [first], codes: one.codes)
      if id == "cases-ongoing" { item.days = Array(first...min(last, observed)) }
      item.codes[.length] = lengthGroup(seen.count)
      item.number = 1
      func share(_ isCounted: Bool, _ holds: Bool) -> Item? {
        item.number = holds ? 1 : 0
        return isCounted ? item : nil
      }
      let recurs = next.map { $0[0] - last <= rules.recurrence } ?? false
      let followed = hasEnded && observed - last >= rules.recurrence
      switch id {
      case "case-length":
        item.number = seen.count
        return hasEnded ? item : nil
      case "certificates-per-case":
        item.number = read.count { other in
          other.counts && (other.days.min().map { first <= $0 && $0 <= last } ?? false)
        }
        return item
      case "recurrence-share": return share(followed, recurs)
      case "recurrence-chapter-share":
        let later = next.flatMap { decided[$0[0]] }.flatMap {
          read[$0.index].fact.diagnoses.first
        }
        let isKind = later.flatMap { later in
          diagnosis.map { isSame($0, later, diagnoses.chapter) }
        }
        return share(followed, recurs && (isKind ?? false))
      case "step-down-share": return share(hasEnded, end.degree < begin.degree)
      case "degree-change-share":
        return share(hasEnded, Set(seen.compactMap { decided[$0]?.degree }).count > 1)
      case "women-share":
        item.isComplete = person.sex != nil
        return share(true, person.sex == .kvinna)
      case "recommendation-exceeded-share":
        let most = diagnosis.flatMap { diagnoses.recommendedDays($0) }
        item.isComplete = most != nil
        return share(hasEnded, most.map { seen.count > $0 } ?? false)
      case "certificate-day-share":
        let day = certificateDay(Day(number: first))
        item.isComplete = day != nil
        return share(first + (day ?? 0) - 1 <= observed, day.map { seen.count >= $0 } ?? false)
      case "cases", "cases-ongoing": return item
      default:
        if id.hasPrefix("long-cases-"), let days = Int(id.dropFirst("long-cases-".count)) {
          return share(first + days - 1 <= observed, seen.count >= days)
        }
        let group = changed(id)
        item.isComplete = diagnosis != nil
        let later = other.fact.diagnoses.first
        let isChanged = later.flatMap { later in diagnosis.map { !isSame($0, later, group) } }
        return share(hasEnded, isChanged ?? false)
      }
    }
  }

  /// What a measure of changes compares diagnoses by.
  private func changed(_ id: String) -> (String) -> String? {
    switch id {
    case "diagnosis-change-chapter-share": diagnoses.chapter
    case "diagnosis-change-block-share": diagnoses.block
    case "diagnosis-change-category-share": diagnoses.category
    default: { $0 }
    }
  }

  /// Every day of every case with what decides it; a day without certificate has what the last
  /// day before it has.
  private func latestItems(_ person: PersonFacts, _ read: [Read]) -> [Item] {
    let decided = decided(read)
    return cases(Array(decided.keys)).flatMap { days -> [Item] in
      (days[0]...max(days[0], days[days.count - 1])).compactMap { day -> Item? in
        guard day <= observed,
          let by = days.last(where: { $0 <= day }).flatMap({ decided[$0] })
        else { return nil }
        var item = Item(person: person.person, days: [day], codes: read[by.index].codes)
        item.codes[.degree] = String(by.degree)
        item.number = days[0]
        return item
      }
    }
  }

  /// Of each case and part of the time the last of its days.
  func latest(_ items: [Item], _ query: MeasureQuery) -> [Item] {
    var latest: [String: Item] = [:]
    for item in items where query.from.number <= item.days[0] && item.days[0] <= query.to.number {
      let parts = query.by.filter(\.isTime).map { code($0, item, item.days[0]) }
      let key = "\(item.person) \(item.number) \(parts)"
      if latest[key].map({ $0.days[0] < item.days[0] }) ?? true { latest[key] = item }
    }
    return Array(latest.values)
  }

  private func dayItems(_ id: String, _ person: PersonFacts, _ read: [Read]) -> [Item] {
    decided(read).compactMap { day, by in
      guard day <= observed else { return nil }
      var item = Item(person: person.person, days: [day], codes: read[by.index].codes)
      item.codes[.degree] = String(by.degree)
      item.number = id == "part-time-share" && by.degree < 100 ? 1 : 0
      return item
    }
  }
}
