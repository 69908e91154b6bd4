// SPDX-License-Identifier: Apache-2.0
import Domain

/// A case as one party sees it, in the form of the command line and the API. It is made from the
/// party's own view and so holds nothing that was not sent to it; what was not sent is left out.
public struct CaseJSON: Codable, Hashable, Sendable {
  public var number: CaseNumber
  /// Whose view it is.
  public var party: Party
  /// Number of the last event the party was sent; a command may demand it.
  public var version: Int
  public var status: StatusJSON
  public var phase: Phase
  /// Whose turn it is; nil when nobody's.
  public var nextActor: PartyRole?
  public var kind: AssessmentKind?
  public var openedAt: Instant
  public var insured: InsuredIdentity?
  /// Protected personal data (skyddade personuppgifter).
  public var isProtected: Bool
  /// Försäkringskassan's own case number.
  public var agencyNumber: String?
  public var region: HSAID?
  /// The performer that has the assignment now.
  public var performer: UnitContact?
  public var officer: CaseOfficer?

  public var request: PerformerRequested?
  public var requestDeclined: RequestDeclined?
  public var inquiries: [InquiryJSON]
  public var allocation: PerformerAllocated?
  public var formerPerformers: [FormerPerformerJSON]
  /// Those who act or have acted for the insured.
  public var representatives: [RepresentativeJSON]?
  public var informed: InsuredInformed?
  public var order: OrderJSON?
  public var doctor: DoctorAppointed?
  public var examiners: [ExaminerJSON]
  public var visits: [VisitJSON]
  public var extensions: [ExtensionJSON]
  public var deferrals: [DeferralJSON]
  public var delayRisk: DelayRiskReported?
  public var delayNotice: DelayNotified?
  public var deviations: [DeviationJSON]
  /// Since when the insured opposes that the statement is handed over.
  public var opposition: InsuredOpposed?
  public var statement: StatementJSON?
  public var ended: AssessmentEnded?
  public var endedAt: Instant?

  /// The last day for compensation, with rules and facts behind it.
  public var deadline: DeliveryDeadline
  /// Workdays to the last day, negative when it has passed.
  public var daysLeft: Int?
  public var tasks: [TaskJSON]
  public var checklist: [ChecklistItemJSON]
  /// Every kind of action of the party's role, allowed or not, with the reason.
  public var actions: [ActionJSON]
  public var events: [EventJSON]

  /// - Parameter rules: for judging whether a cancellation was late.
  public init(_ view: CaseView, rules: RuleBook) {
    let state = view.state
    number = state.id
    party = view.party
    version = view.version
    status = StatusJSON(view.status)
    phase = view.status.phase
    nextActor = view.nextActor
    kind = state.request?.kind ?? state.allocation?.kind ?? state.inquiries.last?.sent.kind
    openedAt = view.events.first?.at ?? Instant(milliseconds: 0)
    insured = state.insured
    isProtected = state.insured?.protected ?? state.request?.protected ?? false
    agencyNumber = state.order?.placed.agencyNumber ?? state.request?.agencyNumber
    region = state.region
    performer = state.allocation?.unit
    officer = state.order?.placed.officer ?? state.request?.officer
    request = state.request
    requestDeclined = state.requestDeclined
    inquiries = state.inquiries.map(InquiryJSON.init)
    allocation = state.allocation
    formerPerformers = state.formerPerformers.map(FormerPerformerJSON.init)
    let today = view.context.today
    let representatives = state.representatives.map { RepresentativeJSON($0, on: today) }
    self.representatives = representatives.isEmpty ? nil : representatives
    informed = state.informed
    order = state.order.map(OrderJSON.init)
    doctor = state.doctor
    examiners = state.examiners.map(ExaminerJSON.init)
    visits = state.visits.map { VisitJSON($0, rules: rules) }
    extensions = state.extensions.map(ExtensionJSON.init)
    deferrals = state.deferrals.map(DeferralJSON.init)
    delayRisk = state.delayRisk
    delayNotice = state.delayNotice
    deviations = state.deviations.map(DeviationJSON.init)
    opposition = state.opposition
    statement = state.statement.map(StatementJSON.init)
    ended = state.ended
    endedAt = state.endedAt
    deadline = view.deadline
    daysLeft = view.daysLeft
    tasks = view.tasks.map(TaskJSON.init)
    checklist = view.checklist.map(ChecklistItemJSON.init)
    actions = view.actions.map(ActionJSON.init)
    events = EventJSON.list(view)
  }
}

extension CaseView {
  /// Number of the last event that the party was sent.
  public var version: Int { events.last?.version ?? 0 }
}

/// A status as a stable code and as words.
public struct StatusJSON: Codable, Hashable, Sendable {
  public var code: Status
  public var label: Bilingual

  public init(_ status: Status) {
    code = status
    label = status.label
  }
}
