// SPDX-License-Identifier: Apache-2.0

extension Day {
  /// `tors 28 maj`, `Thu 28 May`: for titles, where the year goes without saying.
  public var shortWords: Bilingual {
    let weekday = weekday.name
    let month = Self.months[self.month - 1]
    let short = self.weekday == .thursday ? 4 : 3
    return Bilingual(
      sv: "\(weekday.sv.prefix(short)) \(dayOfMonth) \(month.sv)",
      en: "\(weekday.en.prefix(3)) \(dayOfMonth) \(month.en)")
  }

  /// `torsdag 28 maj 2026`.
  public var fullWords: Bilingual {
    let weekday = weekday.name
    let month = Self.months[self.month - 1]
    return Bilingual(
      sv: "\(weekday.sv) \(dayOfMonth) \(month.sv) \(year)",
      en: "\(weekday.en) \(dayOfMonth) \(month.en) \(year)")
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
}

extension TimeOfDay {
  /// `kl. 09.30`, `09:30`.
  public var words: Bilingual {
    let digits = description.prefix(5)
    return Bilingual(sv: "kl. \(digits.prefix(2)).\(digits.suffix(2))", en: "\(digits)")
  }
}
