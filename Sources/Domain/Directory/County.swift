// SPDX-License-Identifier: Apache-2.0

/// A county (län), which is the area of a region. The raw value is the county code (länskod).
public enum County: String, Hashable, Codable, CaseIterable, Sendable {
  case stockholm = "01"
  case uppsala = "03"
  case sodermanland = "04"
  case ostergotland = "05"
  case jonkoping = "06"
  case kronoberg = "07"
  case kalmar = "08"
  case gotland = "09"
  case blekinge = "10"
  case skane = "12"
  case halland = "13"
  case vastraGotaland = "14"
  case varmland = "17"
  case orebro = "18"
  case vastmanland = "19"
  case dalarna = "20"
  case gavleborg = "21"
  case vasternorrland = "22"
  case jamtland = "23"
  case vasterbotten = "24"
  case norrbotten = "25"

  /// The county's name.
  public var name: String {
    switch self {
    case .stockholm: "Stockholms län"
    case .uppsala: "Uppsala län"
    case .sodermanland: "Södermanlands län"
    case .ostergotland: "Östergötlands län"
    case .jonkoping: "Jönköpings län"
    case .kronoberg: "Kronobergs län"
    case .kalmar: "Kalmar län"
    case .gotland: "Gotlands län"
    case .blekinge: "Blekinge län"
    case .skane: "Skåne län"
    case .halland: "Hallands län"
    case .vastraGotaland: "Västra Götalands län"
    case .varmland: "Värmlands län"
    case .orebro: "Örebro län"
    case .vastmanland: "Västmanlands län"
    case .dalarna: "Dalarnas län"
    case .gavleborg: "Gävleborgs län"
    case .vasternorrland: "Västernorrlands län"
    case .jamtland: "Jämtlands län"
    case .vasterbotten: "Västerbottens län"
    case .norrbotten: "Norrbottens län"
    }
  }

  /// The county of a place in the catalogue's tree, whose part `l=` names it; nil where it names
  /// none.
  public init?(place: DistinguishedName) {
    for part in place.parts.reversed() {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, sides[0].lowercased() == "l" else { continue }
      let name = sides[1].lowercased()
      if let county = County.allCases.first(where: { $0.name.lowercased() == name }) {
        self = county
        return
      }
    }
    return nil
  }
}
