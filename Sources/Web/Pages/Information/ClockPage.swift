// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The demonstration's own day, and what was typed to change it.
struct ClockModel: Sendable {
  let today: Day
  let typed: String
  let fault: Bilingual?
  /// The day was just changed.
  let isMoved: Bool

  /// The day that was typed, or why it cannot be the day of the demonstration: the calendar must
  /// know it, so that days can be counted from it.
  static func read(
    _ text: String, today: Day, calendar: CalendarPolicy
  ) -> (day: Day?, fault: Bilingual?) {
    guard let day = TypedDay.read(text, today: today) else { return (nil, TypedDay.fault) }
    do throws(CalendarFault) {
      _ = try calendar.isWorkday(day)
      return (day, nil)
    } catch {
      return (nil, error.reason)
    }
  }
}

func clockPage(_ model: ClockModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  let day = DateText(language).text(model.today, .full)
  return PageShell(frame) {
    ErrorSummary(model.fault.map { [FieldError("dag", $0[language])] } ?? []).html(language)
    if model.isMoved { Notice(.done, ClockTexts.moved(day)[language]).html }
    PageHead(ClockTexts.title[language], lead: ClockTexts.lead[language]).html
    p { ClockTexts.now(day)[language] }
    PostForm(to: SiteAddress.clock.href, token: frame.token, cssClass: "section-s").html {
      DateField(
        frame: FieldFrame("dag", ClockTexts.label[language], error: model.fault?[language]),
        value: model.typed
      ).html(language)
      div(.class("section-s")) { Button.submit(ClockTexts.set[language]).html }
    }
  }.render()
}

enum ClockTexts {
  static let title = Bilingual(sv: "Demonstrationens dag", en: "The demonstration's day")
  static let lead = Bilingual(
    sv: "Flytta dagen framåt för att se påminnelser gå ut, frister passera och listor ändras. "
      + "Dagen gäller för alla som använder demonstrationen.",
    en: "Move the day forward to see reminders go out, days pass and lists change. The day "
      + "holds for everybody who uses the demonstration.")
  static func now(_ day: String) -> Bilingual {
    Bilingual(sv: "Nu är det \(day).", en: "It is now \(day).")
  }
  static func moved(_ day: String) -> Bilingual {
    Bilingual(sv: "Dagen är flyttad. Nu är det \(day).", en: "The day is moved. It is now \(day).")
  }
  static let label = Bilingual(sv: "Ny dag", en: "New day")
  static let set = Bilingual(sv: "Ställ om dagen", en: "Set the day")
}
