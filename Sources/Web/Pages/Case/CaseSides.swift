// SPDX-License-Identifier: Apache-2.0
import Domain

extension CaseHeading {
  /// The four parties as the reader has been told of them.
  static func sides(_ source: CaseSource) -> [CaseHead.Side] {
    let turn = CaseStatusTexts.turn(source.view.status).map(source.say)
    var sides = [agency(source), region(source), performer(source), insured(source)]
    for index in sides.indices where sides[index].party == source.view.nextActor {
      sides[index].turn = turn
    }
    return sides
  }

  private static func agency(_ source: CaseSource) -> CaseHead.Side {
    let state = source.state
    let officer = state.order?.placed.officer ?? state.request?.officer
    var done: [String] = []
    if state.request != nil, let day = state.requestedAt?.day {
      done.append(dated(CaseSidesTexts.requested, day, source))
    }
    if let day = state.order?.at.day { done.append(dated(CaseSidesTexts.ordered, day, source)) }
    if let day = state.endedAt?.day { done.append(dated(CaseSidesTexts.ended, day, source)) }
    return CaseHead.Side(
      .fk, source.say(PartyRole.fk.title), person: officer?.label ?? "",
      note: sentence(done))
  }

  private static func region(_ source: CaseSource) -> CaseHead.Side {
    let state = source.state
    let coordinator = source.view.events.last { $0.author.function == .regionCoordinator }
    var note = ""
    if let allocation = state.allocation, let day = state.allocatedAt?.day {
      note =
        sentence([dated(CaseSidesTexts.chose, day, source)])
        + source.say(CaseSidesTexts.by) + source.say(allocation.method.label)
    } else if state.requestDeclined != nil {
      note = source.say(CaseSidesTexts.declined)
    }
    return CaseHead.Side(
      .region, state.region.map(source.regionName) ?? source.say(PartyRole.region.title),
      person: coordinator?.author.name ?? "", note: note)
  }

  private static func performer(_ source: CaseSource) -> CaseHead.Side {
    let state = source.state
    if case .performer(let id) = source.party, id != state.performer {
      return CaseHead.Side(.performer, source.names.performer(id))
    }
    guard let unit = state.allocation?.unit else {
      let asked = state.inquiries.filter { $0.closed == nil }
      let note =
        asked.isEmpty
        ? CaseSidesTexts.nobodyChosen
        : CaseSidesTexts.asked(asked.count, accepted: asked.count(where: \.isAccepted))
      return CaseHead.Side(
        .performer, source.say(PartyRole.performer.title), note: source.say(note))
    }
    let doctor = state.doctor.map { $0.name + source.say(CaseSidesTexts.doctor) }
    let note = state.order?.acceptedAt.map {
      sentence([dated(CaseSidesTexts.accepted, $0.day, source)])
    }
    return CaseHead.Side(.performer, unit.name, person: doctor ?? "", note: note ?? "")
  }

  private static func insured(_ source: CaseSource) -> CaseHead.Side {
    let state = source.state
    let summons = state.currentVisits.filter { $0.isBooked && $0.summons != nil }
      .map(\.start).min()
    var note = ""
    if let summons {
      note = sentence([dated(CaseSidesTexts.summoned, summons.day, source)])
    } else if let informed = state.informed {
      note = sentence([dated(CaseSidesTexts.informed, informed.day, source)])
    }
    return CaseHead.Side(
      .insured, source.say(PartyRole.insured.title), person: state.insured?.fullName ?? "",
      note: note)
  }

  private static func dated(_ word: Bilingual, _ day: Day, _ source: CaseSource) -> String {
    source.say(word) + " " + source.dates.text(day, .dayMonth)
  }

  private static func sentence(_ parts: [String]) -> String {
    let text = parts.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

enum CaseSidesTexts {
  static let requested = Bilingual(sv: "begärde", en: "requested")
  static let ordered = Bilingual(sv: "beställde", en: "ordered")
  static let ended = Bilingual(sv: "avslutade", en: "ended")
  static let chose = Bilingual(sv: "valde utförare", en: "chose a performer")
  static let by = Bilingual(sv: " genom ", en: " by ")
  static let declined = Bilingual(sv: "Har tackat nej", en: "Has declined")
  static let nobodyChosen = Bilingual(sv: "Ingen är vald", en: "Nobody is chosen")
  static let doctor = Bilingual(sv: ", ansvarig läkare", en: ", responsible doctor")
  static let accepted = Bilingual(sv: "tog emot", en: "accepted")
  static let summoned = Bilingual(sv: "kallad till", en: "summoned to")
  static let informed = Bilingual(sv: "informerad", en: "informed")

  static func asked(_ count: Int, accepted: Int) -> Bilingual {
    Bilingual(
      sv: "\(count) tillfrågade, \(accepted) har tackat ja",
      en: "\(count) asked, \(accepted) accepted")
  }
}
