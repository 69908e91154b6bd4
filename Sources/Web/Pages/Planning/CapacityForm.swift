// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Times to publish as they stand in the form.
struct CapacityForm: Hashable, Sendable {
  var week: String
  var weeks: String
  var times: [Profession: String]

  static func field(_ profession: Profession) -> String { "times.\(profession.rawValue)" }

  init(today: Day) {
    week = today.monday.description
    weeks = "4"
    times = [:]
  }

  init(_ form: FormValues) {
    week = form.text("week") ?? ""
    weeks = form.text("weeks") ?? ""
    times = [:]
    for profession in Profession.allCases {
      times[profession] = form.text(Self.field(profession))
    }
  }

  /// The times, or every fault of what was typed.
  func read(today: Day) -> (times: [PublishedTimes], faults: [FieldFault]) {
    var faults: [FieldFault] = []
    let first = TypedDay.read(week, today: today)?.monday
    if first == nil {
      faults.append(FieldFault("week", TypedDay.fault))
    } else if let first, first < today.monday || first - today > 365 {
      faults.append(FieldFault("week", PlanningTexts.pastWeek))
    }
    let count = Int(weeks).flatMap { (1...26).contains($0) ? $0 : nil }
    if count == nil { faults.append(FieldFault("weeks", PlanningTexts.weeksFault)) }
    var chosen: [(Profession, Int)] = []
    for profession in Profession.allCases {
      guard let text = times[profession] else { continue }
      guard let number = Int(text), (0...CapacityLimit.mostTimes).contains(number) else {
        faults.append(FieldFault(Self.field(profession), PlanningTexts.timesFault))
        continue
      }
      chosen.append((profession, number))
    }
    if chosen.isEmpty && faults.isEmpty {
      faults.append(FieldFault(Self.field(.doctor), PlanningTexts.noTimes))
    }
    guard faults.isEmpty, let first, let count else { return ([], faults) }
    let all = (0..<count).map { first.adding(days: 7 * $0) }
      .filter { $0 - today <= CapacityLimit.daysAhead }
    return (
      all.flatMap { week in
        chosen.map { PublishedTimes(week: week, profession: $0.0, times: $0.1) }
      }, []
    )
  }
}

/// The page where times are published, with those that are.
func capacityPage(
  _ form: CapacityForm, _ faults: [FieldFault], _ published: PublishedWeeks, frame: PageFrame
) -> [UInt8] {
  let language = frame.language
  func field(
    _ name: String, _ label: String, hint: Bilingual? = nil, isOptional: Bool = false
  ) -> FieldFrame {
    FieldFrame(
      name, label, hint: hint?[language],
      error: faults.first { $0.field == name }?.text[language], isOptional: isOptional)
  }
  return PageShell(frame) {
    ErrorSummary(faults.map { FieldError($0.field, $0.text[language]) }).html(language)
    PageHead(PlanningTexts.publish[language], lead: PlanningTexts.publishLead[language]).html
    PostForm(to: SiteAddress.capacity.href, token: frame.token, cssClass: "stack").html {
      DateField(
        frame: field("week", PlanningTexts.firstWeek[language]), value: form.week
      ).html(language)
      TextField.number(field("weeks", PlanningTexts.weeks[language]), value: form.weeks)
        .html(language)
      for profession in Profession.allCases {
        TextField.number(
          field(
            CapacityForm.field(profession),
            "\(PlanningTexts.times[language]), \(profession.label[language])",
            hint: PlanningTexts.timesHint, isOptional: true),
          value: form.times[profession] ?? ""
        ).html(language)
      }
      div(.class("row")) {
        Button.submit(PlanningTexts.save[language]).html
        Button.link(
          PlanningTexts.cancel[language], to: SiteAddress.planning.href, .plain
        ).html
      }
    }
    div(.class("section-s")) { published.card(language) }
  }.render()
}
