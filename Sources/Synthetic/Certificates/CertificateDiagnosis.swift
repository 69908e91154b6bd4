// SPDX-License-Identifier: Apache-2.0

import Domain

/// A diagnosis of made-up certificates, with how common it is and for whom and how long.
///
/// Weights, women's shares and risks of more than 90 days follow what Socialstyrelsen and
/// Försäkringskassan have published on sick-leave cases of 2015-2019 for the common diagnoses;
/// for the others they are guesses. Nothing made from them is an outcome of care.
struct CertificateDiagnosis: Sendable {
  enum Group: Sendable { case mental, pain, injury, infection }

  let code: String
  let text: String
  let group: Group
  /// Cases of a thousand.
  let weight: Int
  /// Women of a thousand cases.
  let women: Int
  /// Cases of a hundred that last more than 90 days.
  let long: Int
  /// What it may be changed to, and what may stand beside it.
  let related: [(code: String, text: String)]

  private init(
    _ code: String, _ text: String, _ group: Group, _ weight: Int, women: Int, long: Int,
    _ related: [(code: String, text: String)] = []
  ) {
    self.code = code
    self.text = text
    self.group = group
    self.weight = weight
    self.women = women
    self.long = long
    self.related = related
  }

  static let all: [CertificateDiagnosis] = [
    .init(
      "F438A", "Utmattningssyndrom", .mental, 170, women: 775, long: 47,
      [("F321", "Medelsvår depressiv episod"), ("G470", "Insomni")]),
    .init(
      "F432", "Anpassningsstörning", .mental, 120, women: 735, long: 23,
      [("F438A", "Utmattningssyndrom"), ("F419", "Ångesttillstånd, ospecificerat")]),
    .init(
      "F329", "Depressiv episod, ospecificerad", .mental, 105, women: 680, long: 52,
      [("F411", "Generaliserat ångestsyndrom"), ("F331", "Recidiverande depression, medelsvår")]),
    .init(
      "F412", "Blandade ångest- och depressionstillstånd", .mental, 87, women: 690, long: 48,
      [("F321", "Medelsvår depressiv episod"), ("F431", "Posttraumatiskt stressyndrom")]),
    .init(
      "F319", "Bipolär sjukdom, ospecificerad", .mental, 12, women: 620, long: 65,
      [("F411", "Generaliserat ångestsyndrom")]),
    .init(
      "M545", "Lumbago", .pain, 80, women: 555, long: 22, [("M544", "Lumbago med ischias")]),
    .init(
      "M544", "Lumbago med ischias", .pain, 40, women: 555, long: 34,
      [("M511", "Diskbråck med radikulopati"), ("M545", "Lumbago")]),
    .init(
      "M797", "Fibromyalgi", .pain, 16, women: 900, long: 50,
      [("F412", "Blandade ångest- och depressionstillstånd")]),
    .init("M791", "Myalgi", .pain, 28, women: 680, long: 30, [("M542", "Cervikalgi")]),
    .init("M511", "Diskbråck med radikulopati", .pain, 34, women: 470, long: 46),
    .init("M751", "Rotatorcuffsyndrom", .pain, 48, women: 520, long: 34),
    .init("M171", "Primär gonartros, ensidig", .pain, 32, women: 560, long: 53),
    .init("M161", "Primär koxartros, ensidig", .pain, 24, women: 500, long: 59),
    .init("G560", "Karpaltunnelsyndrom", .pain, 25, women: 640, long: 9),
    .init("U099", "Postcovid", .pain, 8, women: 700, long: 60, [("R539", "Trötthet")]),
    .init("S525", "Fraktur på nedre delen av radius", .injury, 40, women: 570, long: 17),
    .init("S626", "Fraktur på annat finger", .injury, 36, women: 323, long: 9),
    .init("S826", "Fraktur på yttre fotknöl", .injury, 34, women: 500, long: 25),
    .init("J069", "Akut övre luftvägsinfektion", .infection, 61, women: 620, long: 0),
  ]

  static let totalWeight = all.reduce(0) { $0 + $1.weight }

  /// Women's share of all cases, in thousandths.
  static let womenShare = all.reduce(0) { $0 + $1.weight * $1.women } / totalWeight

  /// One of them, as common as it is among women or men.
  static func draw(for sex: Sex, _ random: inout SeededRandom) -> CertificateDiagnosis {
    func share(_ diagnosis: CertificateDiagnosis) -> Int {
      diagnosis.weight * (sex == .kvinna ? diagnosis.women : 1000 - diagnosis.women)
    }
    var left = random.below(all.reduce(0) { $0 + share($1) })
    for diagnosis in all {
      left -= share(diagnosis)
      if left < 0 { return diagnosis }
    }
    return all[0]
  }

  /// How many days a case lasts, as the published lengths of cases are spread.
  func drawDays(_ random: inout SeededRandom) -> Int {
    if group == .infection { return random.between(8...21) }
    if random.chance(long) {
      return switch random.below(100) {
      case ..<44: random.between(91...179)
      case ..<78: random.between(180...364)
      default: random.between(365...600)
      }
    }
    return random.chance(35) ? random.between(15...29) : random.between(30...88)
  }
}
