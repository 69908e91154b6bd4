// SPDX-License-Identifier: Apache-2.0

// Days and times in words, the same in texts of events and on pages.

extension Weekday {
  /// `tors`, `Thu`.
  public var shortName: Bilingual {
    Bilingual(
      sv: String(name.sv.prefix(self == .thursday ? 4 : 3)), en: String(name.en.prefix(3)))
  }
}

extension Day {
  /// `maj`, `May`.
  public var monthName: Bilingual { Self.months[month - 1] }

  /// `tors 28 maj`, `Thu 28 May`: for titles, where the year goes without saying.
  public var shortWords: Bilingual {
    Bilingual(
      sv: "\(weekday.shortName.sv) \(dayOfMonth) \(monthName.sv)",
      en: "\(weekday.shortName.en) \(dayOfMonth) \(monthName.en)")
  }

  /// `torsdag 28 maj 2026`.
  public var fullWords: Bilingual {
    Bilingual(
      sv: "\(weekday.name.sv) \(dayOfMonth) \(monthName.sv) \(year)",
      en: "\(weekday.name.en) \(dayOfMonth) \(monthName.en) \(year)")
  }

  private static let months = [
    Bilingual(sv: "januari", en: "January"), Bilingual(sv: "februari", en: "February"),
    Bilingual(sv: "mars", en: "March"), Bilingual(sv: "april", en: "April"),
    Bilingual(sv: "maj", en: "May"), Bilingual(sv: "juni", en: "June"),
    Bilingual(sv: "juli", en: "July"), Bilingual(sv: "augusti", en: "August"),
    Bilingual(sv: "september", en: "September"), Bilingual(sv: "oktober", en: "October"),
    Bilingual(sv: "november", en: "November"), Bilingual(sv: "december", en: "December"),
  ]
}

extension Instant {
  /// `tors 28 maj kl. 09.00`, in Swedish wall-clock time.
  public var words: Bilingual {
    let day = day.shortWords
    let time = clock.words
    return Bilingual(sv: "\(day.sv) \(time.sv)", en: "\(day.en) \(time.en)")
  }

  /// `torsdag 28 maj 2026 kl. 09.00`, in Swedish wall-clock time.
  public var fullWords: Bilingual {
    let day = day.fullWords
    let time = clock.words
    return Bilingual(sv: "\(day.sv) \(time.sv)", en: "\(day.en), \(time.en)")
  }
}

extension TimeOfDay {
  /// `kl. 09.30`, `09:30`.
  public var words: Bilingual {
    let digits = description.prefix(5)
    return Bilingual(sv: "kl. \(digits.prefix(2)).\(digits.suffix(2))", en: "\(digits)")
  }
}
