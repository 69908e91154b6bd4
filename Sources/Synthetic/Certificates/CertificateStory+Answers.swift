// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateStory {
  /// The answers of a certificate, filled in the way of its unit.
  mutating func answers(
    _ facts: CertificateCase, _ period: (first: Day, last: Day), _ signed: Day, isFirst: Bool
  ) -> [CertificateText.Answer] {
    typealias Answer = CertificateText.Answer
    let degrees =
      facts.isContagion
      ? [(degree: .full, first: period.first, last: period.last)]
      : facts.degrees(period.first, period.last)
    let reductions = degrees.enumerated().map { place, part in
      Answer.reduction(part.degree, "\(part.first)", "\(part.last)", instance: place + 1)
    }
    let diagnoses = diagnoses(facts)
    if facts.isContagion { return [.flag(27, true), diagnoses] + reductions }
    let isExamined = !random.chance(isFirst ? 6 : 14)
    var answers = basis(signed, isExamined)
    answers.append(.code(28, facts.occupation.rawValue, instance: 1))
    if facts.occupation == .presentWork { answers.append(.text(29, facts.work)) }
    answers += [diagnoses] + texts(facts) + reductions
    if degrees.contains(where: { $0.degree != .full }) {
      let isMoved = random.chance(10)
      answers.append(.flag(33, isMoved, isMoved ? "Behöver kortare dagar med vila." : nil))
    }
    if random.chance(3) { answers.append(.flag(34, true)) }
    if period.last - facts.first > 120, random.chance(30) {
      answers.append(.text(37, "Förloppet är långsammare än väntat."))
    }
    answers += outlook(facts, period.last) + measures(facts)
    let other = information(facts, isExamined, isBackDated: signed - period.first > 7)
    if !other.isEmpty { answers.append(.text(25, other)) }
    if random.chance(4) {
      answers.append(.flag(26, true, "Önskar avstämningsmöte."))
    } else if facts.issuer.style == .thorough {
      answers.append(.flag(26, false))
    }
    return answers
  }

  private mutating func diagnoses(_ facts: CertificateCase) -> CertificateText.Answer {
    var list = [(code: facts.code, text: facts.diagnosisText)]
    let others = facts.diagnosis.related.filter { $0.code != facts.code }
    if let other = others.last, random.chance(35) { list.append(other) }
    return .diagnoses(list)
  }

  private mutating func basis(_ signed: Day, _ isExamined: Bool) -> [CertificateText.Answer] {
    guard !isExamined else {
      let examined = CertificateText.Answer.basis("UNDERSOKNING", "\(signed)")
      let hasRecords = random.chance(20)
      return hasRecords
        ? [examined, .basis("JOURNALUPPGIFTER", "\(signed)", instance: 2)] : [examined]
    }
    return switch random.below(10) {
    case ..<6: [.basis("TELEFONKONTAKT", "\(signed)")]
    case ..<9: [.basis("JOURNALUPPGIFTER", "\(signed.adding(days: -3))")]
    default: [.basis("ANNAT", "\(signed)", other: "Uppgifter från fysioterapeut")]
    }
  }

  /// The texts of 35, 17, 19 and 20.
  private mutating func texts(_ facts: CertificateCase) -> [CertificateText.Answer] {
    let group = facts.diagnosis.group
    var function = random.pick(CertificateWords.function(group))
    var activity = random.pick(CertificateWords.activity(group))
    let titles = CertificateWords.titles[group]
    if facts.issuer.style == .thorough, let titles, random.chance(60) {
      function = "\(CertificateWords.functionLead)\(titles.function)\n\n\(function)"
      activity = "\(CertificateWords.activityLead)\(titles.activity)\n\n\(activity)"
    }
    var texts: [CertificateText.Answer] = [.text(35, function), .text(17, activity)]
    let filled =
      switch facts.issuer.style {
      case .sparse: 40
      case .usual: 80
      case .thorough: 98
      }
    if random.chance(filled) { texts.append(.text(19, CertificateWords.treatment(group))) }
    if random.chance(filled / 2) { texts.append(.text(20, "Återbesök och ny bedömning.")) }
    return texts
  }

  /// Question 39: doctors are more hopeful of short cases, and right about most.
  private mutating func outlook(_ facts: CertificateCase, _ last: Day) -> [CertificateText.Answer] {
    let left = facts.last - last
    switch random.below(100) {
    case ..<15: return [.prognosis(.unclear)]
    case ..<35:
      let period: PrognosisPeriod =
        switch left {
        case ..<20: .thirty
        case ..<50: .sixty
        case ..<80: .ninety
        case ..<200: .hundredEighty
        default: .year
        }
      return [.prognosis(.afterDays, period)]
    default: return [.prognosis(left < 30 || random.chance(30) ? .likely : .unlikely)]
    }
  }

  private mutating func measures(_ facts: CertificateCase) -> [CertificateText.Answer] {
    let share =
      switch facts.issuer.style {
      case .sparse: 15
      case .usual: 30
      case .thorough: 55
      }
    guard facts.diagnosis.group != .infection, facts.occupation == .presentWork,
      random.chance(share)
    else { return [.code(40, ReturnMeasure.none.rawValue, instance: 1)] }
    let fitting: [ReturnMeasure] =
      switch facts.diagnosis.group {
      case .mental: [.workAdaptation, .workTraining, .conflictHandling, .occupationalHealth]
      default: [.ergonomics, .aids, .workAdaptation, .otherTasks, .workplaceVisit]
      }
    let chosen = random.shuffled(fitting).prefix(random.between(1...2))
    return chosen.enumerated().map { place, measure in
      .code(40, measure.rawValue, instance: place + 1)
    } + [.text(44, "Planeras tillsammans med arbetsgivaren.")]
  }

  /// Question 25: the two explanations first, then the free text.
  private mutating func information(
    _ facts: CertificateCase, _ isExamined: Bool, isBackDated: Bool
  ) -> String {
    var lines: [String] = []
    if !isExamined, random.chance(85) {
      lines.append("\(CertificateWords.noExaminationLead)Patienten är väl känd på enheten.")
    }
    if isBackDated, random.chance(90) {
      lines.append("\(CertificateWords.backDatedLead)Fick inte tid tidigare.")
    }
    if facts.issuer.style != .sparse, random.chance(15) {
      lines.append("Patienten har kontakt med rehabkoordinator.")
    }
    return lines.joined(separator: "\n")
  }
}
