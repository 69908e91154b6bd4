// SPDX-License-Identifier: Apache-2.0
import Domain
import Store
import Synthetic

extension SamsynService {
  /// Weeks for which the performers of a demonstration have published times.
  private static let publishedWeeks = 12

  /// Competence and times of the performers whose people can be signed in. Nothing is demanded, so
  /// that every step can be tried; the last examiner of each has no training yet.
  func fillRegisters(
    _ connection: any Connection, _ country: SyntheticCountry, at now: Instant
  ) throws {
    let store = registers(connection)
    for administrator in country.people where administrator.function == .performerAdministrator {
      guard case .performer(let performer) = administrator.party else { continue }
      let actor = administrator.actor()
      let examiners = country.people.filter { $0.party == administrator.party }
        .compactMap { person -> (id: String, profession: Profession)? in
          guard case .examiner(let profession) = person.function else { return nil }
          return (person.id, profession)
        }
      for (place, examiner) in examiners.enumerated() {
        for record in Self.records(examiner, place, of: examiners.count, now.day) {
          try store.append(.competenceRegistered(record), to: performer, by: actor, at: now)
        }
      }
      let regions = country.regions.map(\.settings).filter {
        $0.performer(performer)?.isUnderContract(on: now.day) == true
      }
      try store.append(
        .capacityPublished(Self.times(Set(examiners.map(\.profession)), now.day)),
        to: performer, regions: regions.map(\.region), by: actor, at: now)
    }
  }

  private static func records(
    _ examiner: (id: String, profession: Profession), _ place: Int, of count: Int, _ today: Day
  ) -> [CompetenceRecord] {
    let licence = CompetenceRecord(
      person: examiner.id, kind: .licence, profession: examiner.profession,
      text: "DEMO-\(1000 + place)", from: today.adding(days: -3000))
    if place > 0 && place == count - 1 { return [licence] }
    let training = CompetenceRecord(
      person: examiner.id, kind: .training, text: "Försäkringsmedicinska utredningar (påhittad)",
      from: today.adding(days: -400 - 30 * place))
    guard place == 0 else { return [licence, training] }
    return [
      licence, training,
      CompetenceRecord(person: examiner.id, kind: .introduced, from: today.adding(days: -200)),
      CompetenceRecord(person: examiner.id, kind: .mentor, from: today.adding(days: -100)),
    ]
  }

  private static func times(_ professions: Set<Profession>, _ today: Day) -> CapacityPublished {
    CapacityPublished(
      times: (0..<publishedWeeks).flatMap { week in
        professions.union([.doctor]).sorted().map { profession in
          PublishedTimes(
            week: today.monday.adding(days: 7 * week), profession: profession,
            times: profession == .doctor ? 4 : 2)
        }
      })
  }
}
