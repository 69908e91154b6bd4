// SPDX-License-Identifier: Apache-2.0

import Domain

/// A made-up insured person.
public struct SyntheticInsured: Hashable, Sendable {
  public let identity: InsuredIdentity
  /// Index into the country's regions.
  public let region: Int
  public let town: String
  public let interpreter: Interpreter
  public let specialNeeds: String?
}

extension SyntheticCountry {
  /// How many different persons there are; they are between 21 and 65 years old in 2026.
  public static let insuredCount = Roll.size

  /// The person at a place of the roll; places beyond the end begin again. Two persons never
  /// have the same number, and a person is the same every time.
  ///
  /// The numbers follow the pattern of Skatteverket's public test numbers: birth number 238 for
  /// women and 239 for men. One in twenty-five is a samordningsnummer.
  public func insured(_ place: Int) -> SyntheticInsured {
    let slot = Roll.slot(at: place, seed: seed)
    var random = SeededRandom(seed: seed, stream: 1_000_000 + UInt64(slot))
    let number = Roll.number(slot)
    let region = SyntheticCountry.region(at: random.below(1000))
    let town = random.pick(regions[region].towns)
    let isProtected = random.chance(2)
    let given = InventedNames.given(number.sex, &random)
    let family = random.pick(InventedNames.families)
    let street = InventedContact.street(&random)
    let phone = InventedContact.mobile(&random)
    let needsInterpreter = random.chance(number.kind == .samordningsnummer ? 60 : 12)
    let language = random.pick(CaseTexts.languages)
    let need = random.pick(CaseTexts.specialNeeds)
    let hasNeed = random.chance(12)
    let identity = InsuredIdentity(
      number: number, firstName: given, lastName: family, protected: isProtected,
      address: isProtected ? nil : "\(street), \(town)", phone: isProtected ? nil : phone)
    return SyntheticInsured(
      identity: identity, region: region, town: town,
      interpreter: needsInterpreter ? Interpreter(needed: true, language: language) : .none,
      specialNeeds: hasNeed ? need : nil)
  }

  /// The region in which a thousandth of the population lives.
  private static func region(at thousandth: Int) -> Int {
    var left = thousandth
    for (index, facts) in RegionFacts.all.enumerated() {
      left -= facts.share
      if left < 0 { return index }
    }
    return RegionFacts.all.count - 1
  }
}

/// The numbers that there are, each at its slot: first the personnummer, two for every birthday,
/// then the samordningsnummer.
private enum Roll {
  private static let firstBirthday = Day(number: -3287)  // 1961-01-01
  private static let birthdays = 16_070  // through 2004-12-30
  private static let coordinationDays = birthdays / 25
  static let size = 2 * (birthdays + coordinationDays)

  /// Walks over all slots in strides that share no factor with their number, so that every slot
  /// comes once before any comes again.
  static func slot(at place: Int, seed: UInt64) -> Int {
    let start = Int(seed % UInt64(size))
    let wrapped = ((place % size) + size) % size
    return (start + wrapped * stride) % size
  }

  private static let stride: Int = {
    var candidate = 7919
    while greatestCommonDivisor(candidate, size) != 1 { candidate += 2 }
    return candidate
  }()

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }

  static func number(_ slot: Int) -> PersonalIdentityNumber {
    let isCoordination = slot >= 2 * birthdays
    let place = isCoordination ? slot - 2 * birthdays : slot
    let birthday = firstBirthday.adding(days: isCoordination ? place / 2 * 25 : place / 2)
    let day = birthday.dayOfMonth + (isCoordination ? 60 : 0)
    let serial = place.isMultiple(of: 2) ? 238 : 239
    let date = (birthday.year * 100 + birthday.month) * 100 + day
    let nine = date % 1_000_000 * 1000 + serial
    let text = "\(date)\(serial)\(checkDigit(nine))"
    do {
      return try PersonalIdentityNumber(text, on: birthday)
    } catch {
      preconditionFailure("the pattern of test numbers gave a number that is none")
    }
  }

  /// The digit that makes nine digits right by the Luhn method.
  private static func checkDigit(_ nine: Int) -> Int {
    var rest = nine
    var sum = 0
    var doubles = true
    while rest > 0 {
      let product = rest % 10 * (doubles ? 2 : 1)
      sum += product / 10 + product % 10
      doubles.toggle()
      rest /= 10
    }
    return (10 - sum % 10) % 10
  }
}
