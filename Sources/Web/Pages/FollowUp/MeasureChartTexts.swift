// SPDX-License-Identifier: Apache-2.0
import Domain

/// The words in and around the charts.
enum MeasureChartTexts {
  static let overTime = Bilingual(sv: "Över tid", en: "Over time")
  static let breakdown = Bilingual(sv: "Uppdelat", en: "Divided")
  static let units = Bilingual(sv: "Mellan vårdenheter", en: "Between care units")
  static let ownUnitsOnly = Bilingual(sv: "Bara egna enheter", en: "Own units only")
  static let distribution = Bilingual(
    sv: "Så fördelar sig vårdenheterna", en: "How the care units are spread")
  static let numberOfUnits = Bilingual(sv: "Antal vårdenheter", en: "Number of care units")
  static let tableFold = Bilingual(sv: "Visa värdena i tabell", en: "Show the values in a table")
  static let intervalLegend = Bilingual(sv: "95-procentigt intervall", en: "95 per cent interval")
  static let hiddenLegend = Bilingual(sv: "dolt värde", en: "hidden value")
  static let inside = Bilingual(sv: "Inom gränserna", en: "Within the limits")
  static let outside = Bilingual(sv: "Utanför 95 %", en: "Outside 95%")
  static let far = Bilingual(sv: "Utanför 99,8 %", en: "Outside 99.8%")
  static let innerLimit = Bilingual(sv: "95 %-gräns", en: "95% limit")
  static let outerLimit = Bilingual(sv: "99,8 %-gräns", en: "99.8% limit")
  static let standing = Bilingual(sv: "Läge", en: "Place")
  static let tooFew = Bilingual(sv: "För liten", en: "Too small")
  static let tooFewNote = Bilingual(
    sv: "För liten: under \(MeasureFunnel.leastDrawn) i nämnaren ryms allt inom gränserna.",
    en: "Too small: below \(MeasureFunnel.leastDrawn) in the denominator the limits hold "
      + "everything.")
  static let valueLegend = Bilingual(sv: "värde", en: "value")
  static let gapLegend = Bilingual(
    sv: "Luckor i linjen är dolda värden.", en: "Gaps in the line are hidden figures.")
  static func longerPeriod(_ shown: Bilingual, _ hidden: Bilingual) -> Bilingual {
    Bilingual(
      sv: "Visas per \(shown.sv.lowercased()). Per \(hidden.sv.lowercased()) är talen så små att "
        + "många värden vore dolda.",
      en: "Shown by \(shown.en.lowercased()). By \(hidden.en.lowercased()) the numbers are so "
        + "small that many figures would be hidden.")
  }
  static func showAnyway(_ period: Bilingual) -> Bilingual {
    Bilingual(
      sv: "Visa per \(period.sv.lowercased()) ändå",
      en: "Show by \(period.en.lowercased()) anyway")
  }
  static let funnelNote = Bilingual(
    sv: "Små enheter varierar mer av slumpen. Därför smalnar gränserna av åt höger. En enhet "
      + "utanför gränserna är en anledning att prata om varför, inte ett betyg.",
    en: "Small units vary more by chance, which is why the limits narrow to the right. A unit "
      + "outside the limits is a reason to talk about why, not a grade.")
  static let nameOrder = Bilingual(
    sv: "Enheterna står i bokstavsordning. Sortering efter utfall erbjuds inte.",
    en: "The units stand in alphabetical order. Sorting by outcome is not offered.")
  static let codeOrder = Bilingual(
    sv: "Raderna står i kodernas ordning, aldrig efter utfall.",
    en: "The rows stand in the order of their codes, never by outcome.")
  static let monthsOverlap = Bilingual(
    sv: "Läs utvecklingen och inte enstaka perioder där intervallen överlappar.",
    en: "Read the development, not single periods whose intervals overlap.")
  static func barsNote(_ count: Int) -> Bilingual {
    Bilingual(
      sv: "De \(count) första raderna är ritade. Alla står i tabellen.",
      en: "The first \(count) rows are drawn. All stand in the table.")
  }
  static func only(_ name: String) -> Bilingual {
    Bilingual(sv: "Visa bara \(name)", en: "Show only \(name)")
  }

  static func seriesSummary(
    _ first: String, _ last: String, _ firstPeriod: String, _ lastPeriod: String, hidden: Int
  ) -> Bilingual {
    Bilingual(
      sv: "Från \(first) i \(firstPeriod) till \(last) i \(lastPeriod)."
        + (hidden > 0 ? " \(hidden) värden är dolda." : "")
        + " Värdena står i tabellen.",
      en: "From \(first) in \(firstPeriod) to \(last) in \(lastPeriod)."
        + (hidden > 0 ? " \(hidden) values are hidden." : "")
        + " The values stand in the table.")
  }
  static let noSeries = Bilingual(
    sv: "Det finns inget värde att rita i perioden.",
    en: "There is no value to draw in the period.")
  static func barsSummary(_ shown: Int, hidden: Int) -> Bilingual {
    Bilingual(
      sv: "\(shown) värden visas" + (hidden > 0 ? " och \(hidden) är dolda" : "")
        + ". Värdena står i tabellen.",
      en: "\(shown) values are shown" + (hidden > 0 ? " and \(hidden) are hidden" : "")
        + ". The values stand in the table.")
  }
  static func funnelSummary(_ shown: Int, outside: Int, far: Int) -> Bilingual {
    Bilingual(
      sv: "\(shown) vårdenheter visas. \(outside) ligger utanför 95-procentsgränsen och \(far) "
        + "utanför 99,8-procentsgränsen. Värdena står i tabellen.",
      en: "\(shown) care units are shown. \(outside) lie outside the 95 per cent limit and "
        + "\(far) outside the 99.8 per cent limit. The values stand in the table.")
  }
  static func spreadSummary(_ shown: Int, _ least: String, _ most: String) -> Bilingual {
    Bilingual(
      sv: "\(shown) vårdenheter, från \(least) till \(most).",
      en: "\(shown) care units, from \(least) to \(most).")
  }

  static let coverage = Bilingual(sv: "Källa och täckning", en: "Source and coverage")
  static let certificates = Bilingual(sv: "Intyg i urvalet", en: "Certificates in the selection")
  static let lacking = Bilingual(sv: "Saknar uppgiften", en: "Lack what is needed")
  static let tied = Bilingual(sv: "kopplade till en vårdenhet", en: "tied to a care unit")
  static let coverageWord = Bilingual(sv: "Täckning", en: "Coverage")
  static let edition = Bilingual(sv: "Utgåva", en: "Edition")
  static let built = Bilingual(sv: "Byggd", en: "Built")
  static let through = Bilingual(sv: "Uppgifter till och med", en: "Told through")
  static let documents = Bilingual(sv: "Dokument", en: "Documents")
  static let copies = Bilingual(sv: "Kopior av katalogen", en: "Copies of the catalogue")
  static let changes = Bilingual(
    sv: "Ändrat mot förra utgåvan", en: "Changed since the last edition")
  static let outsideChannel = Bilingual(
    sv: "Pappersintyg och telefonsamtal syns inte. Det är ett känt bortfall.",
    en: "Paper certificates and telephone calls are not seen. That loss is known.")
  static let noBlame = Bilingual(
    sv: "Uppföljningen är till för dialog. Försäkringskassan är inte tillsynsmyndighet för vården.",
    en: "The follow-up is for dialogue. Försäkringskassan does not supervise care.")

  static let noEdition = Bilingual(
    sv: "Det finns ingen utgåva än", en: "There is no edition yet")
  static let noEditionText = Bilingual(
    sv: "Den som driver Samsyn läser in intyg och bygger en utgåva. Måttens definitioner finns "
      + "redan nu.",
    en: "Whoever runs Samsyn imports certificates and builds an edition. The measures' definitions "
      + "are here already.")
  static let editionComing = Bilingual(
    sv: "Den första utgåvan är inte klar än", en: "The first edition is not ready yet")
  static let editionComingText = Bilingual(
    sv: "Intygen läses in. Siffrorna visas här när utgåvan är byggd. Måttens definitioner finns "
      + "redan nu.",
    en: "Certificates are being taken in. Figures are shown here when the edition has been built. "
      + "The measures' definitions are here already.")
  static let clear = Bilingual(sv: "Rensa urvalet", en: "Clear the selection")
  static let noneOfOwn = Bilingual(
    sv: "Inga intyg i perioden", en: "No certificates in the period")
  static let noneOfOwnText = Bilingual(
    sv: "Utgåvan har inga intyg från era vårdenheter under perioden. Det kan bero på att enheten "
      + "inte sjukskriver, eller att intygen står på en annan enhet i katalogen HSA.",
    en: "The edition has no certificates from your care units in the period. The unit may issue "
      + "none, or the certificates may stand on another unit in the directory HSA.")
  static let nothingFound = Bilingual(
    sv: "Inga intyg i urvalet", en: "No certificates in the selection")
  static let nothingFoundText = Bilingual(
    sv: "Inget i perioden stämmer med urvalet. Välj en längre tid eller ta bort något i urvalet.",
    en: "Nothing in the period matches the selection. Choose a longer time, or take away a part of "
      + "the selection.")
  static let noUnits = Bilingual(
    sv: "Er organisation har inga vårdenheter i katalogen",
    en: "Your organisation has no care units in the catalogue")
  static let noUnitsText = Bilingual(
    sv: "Intyg kopplas till vårdenheter genom katalogen HSA. Ingen vårdenhet där hör till er.",
    en: "Certificates are tied to care units through the directory HSA. No care unit there belongs "
      + "to you.")
  static let supplied = Bilingual(
    sv: "Läkarintygen kan inte berätta det", en: "Certificates cannot tell it")
  static let suppliedText = Bilingual(
    sv: "Värdet lämnas av den som har det, med källa och dag, och läses in som indikator.",
    en: "The value is supplied by whoever has it, with source and day, and is imported as an "
      + "indicator.")
  static let notContent = Bilingual(
    sv: "Måttet visas inte för Försäkringskassan", en: "The measure is not for Försäkringskassan")
}
