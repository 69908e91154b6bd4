// SPDX-License-Identifier: Apache-2.0
import Domain

/// How the summons to a visit stands to the region's target. Nothing in law sets a shortest time
/// between summons and visit, so this is never more than a target missed.
enum CaseSummons {
  /// What is known of the summons, and a warning where it came later than the target.
  static func words(_ visit: Visit, _ source: CaseSource) -> (String, late: String?) {
    guard let summons = visit.summons else {
      guard visit.isBooked, visit.start > source.moment else { return ("", nil) }
      let day = source.state.summonsDay(visit, source.view.context)
      let by = day.map { source.say(CaseVisitsTexts.summonBy($0)) } ?? ""
      return (source.say(CaseVisitsTexts.notSummoned) + by, nil)
    }
    let words =
      source.say(CaseVisitsTexts.summons) + source.dates.text(summons.day, .dayMonth) + ", "
      + source.say(summons.channel.label) + "."
    let late = shortNotice(visit, source.view).map { notice in
      source.say(CaseVisitsTexts.lateSummons(given: notice.given, wanted: notice.wanted))
    }
    return (words, late)
  }
}

enum CaseVisitsTexts {
  static let title = Bilingual(sv: "Besök", en: "Visits")
  static let none = Bilingual(sv: "Inget besök är bokat.", en: "No visit is booked.")
  static let booked = Bilingual(sv: "Bokat", en: "Booked")
  static let toBeCancelled = Bilingual(sv: "Ska avbokas", en: "To be cancelled")
  static let toReport = Bilingual(sv: "Ska redovisas", en: "To report")
  static let performed = Bilingual(sv: "Genomfört", en: "Carried out")
  static let missed = Bilingual(sv: "Inte genomfört", en: "Not carried out")
  static let cancelled = Bilingual(sv: "Avbokat", en: "Cancelled")
  static let lapsed = Bilingual(sv: "Förfallet", en: "Lapsed")
  static let ends = Bilingual(sv: "Slutar ", en: "Ends ")
  static let interpreter = Bilingual(sv: "Tolk bokad.", en: "Interpreter booked.")
  static let insured = Bilingual(sv: "Den försäkrade ", en: "The insured ")
  static let cause = Bilingual(sv: "Orsak: ", en: "Cause: ")
  static let reached = Bilingual(sv: "Nådde utföraren ", en: "Reached the performer on ")
  static let summons = Bilingual(sv: "Kallelse ", en: "Summons ")
  static let moveAsked = Bilingual(
    sv: "Den försäkrade bad om en annan tid ", en: "The insured asked for another time on ")
  static let moveDeclined = Bilingual(sv: "Svaret blev nej:", en: "The answer was no:")
  static let notSummoned = Bilingual(sv: "Kallelse inte skickad.", en: "No summons sent.")

  static func count(_ performed: Int, _ all: Int) -> Bilingual {
    Bilingual(sv: "\(performed) av \(all) genomförda", en: "\(performed) of \(all) carried out")
  }

  static func moved(_ times: Int) -> Bilingual {
    times == 1
      ? Bilingual(sv: "Flyttat en gång.", en: "Moved once.")
      : Bilingual(sv: "Flyttat \(times) gånger.", en: "Moved \(times) times.")
  }

  static func interpreter(_ tookPart: Bool, _ minutes: Int?) -> Bilingual {
    guard tookPart else {
      return Bilingual(sv: "Tolk deltog inte.", en: "No interpreter took part.")
    }
    guard let minutes else {
      return Bilingual(sv: "Tolk deltog.", en: "An interpreter took part.")
    }
    return Bilingual(
      sv: "Tolk deltog \(minutes) minuter.", en: "An interpreter took part \(minutes) minutes.")
  }

  static func summonBy(_ day: Day) -> Bilingual {
    let words = day.shortWords
    return Bilingual(
      sv: " Servicemål: kalla senast \(words.sv).", en: " Service target: summon by \(words.en).")
  }

  static func lateSummons(given: Int, wanted: Int) -> Bilingual {
    Bilingual(
      sv: "Kallelsen gick ut \(given) vardagar före besöket; målet är \(wanted)",
      en: "The summons went out \(given) workdays before the visit; the target is \(wanted)")
  }
}
