// SPDX-License-Identifier: Apache-2.0
import Domain

/// Which events the timeline shows. The raw value stands in the address.
enum TimelineFilter: String, CaseIterable, Sendable {
  case all = "alla"
  case deviations = "avvikelser"
  case deadline = "fristen"

  var label: Bilingual {
    switch self {
    case .all: Bilingual(sv: "Alla", en: "All")
    case .deviations: Bilingual(sv: "Avvikelser", en: "Deviations")
    case .deadline: Bilingual(sv: "Påverkar fristen", en: "Affects the deadline")
    }
  }

  /// A correction belongs where the event it corrects does.
  func shows(_ event: AssessmentEvent, _ names: EventNames) -> Bool {
    if case .corrected(let correction) = event {
      return names.events[correction.version].map { shows($0.kind) } ?? (self == .all)
    }
    return shows(event.kind)
  }

  private func shows(_ kind: EventKind) -> Bool {
    switch self {
    case .all: true
    case .deviations: Self.deviationKinds.contains(kind)
    case .deadline: Self.deadlineKinds.contains(kind)
    }
  }

  private static let deviationKinds: Set<EventKind> = [
    .deviationReported, .remainingVisitsDecided, .visitMoved, .visitMoveRequested,
    .visitMoveDeclined, .visitCancelled, .visitMissed,
    .orderReturned, .conflictReported, .allocationWithdrawn, .delayRiskReported, .delayNotified,
    .insuredOpposed, .oppositionWithdrawn,
  ]

  private static let deadlineKinds: Set<EventKind> = [
    .orderPlaced, .orderSupplementRequested, .orderSupplemented, .underlagCompleted,
    .extensionProposed, .extensionDecided, .extensionDayStated, .delayRiskReported,
    .delayNotified, .deferralRequested, .deferralDecided, .insuredOpposed, .oppositionWithdrawn,
    .statementSent, .statementArrived,
    .deadlinePassed, .assessmentEnded,
  ]
}
