// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

/// What a case's line in a party's list shows besides the columns that lists filter by. It is
/// sealed with the case's key.
public struct CaseLine: Codable, Hashable, Sendable {
  public var name: String?
  public var personNumber: PersonalIdentityNumber?
  public var agencyNumber: String?
  public var performerName: String?
  public var town: String?
  public var interpreterLanguage: String?
  public var isExtended: Bool
  /// On a performer's own line alone.
  public var planning: CasePlanning?
}

/// Computes a case's rows in the read tables: one per party that was sent anything, from that
/// party's own view. It is a pure function of history, rules and time, so that a rebuild gives
/// the same rows.
struct CaseProjection {
  let id: CaseNumber
  let history: [RecordedEvent]
  let context: CaseContext
  let keyring: Keyring

  /// Writes the row and the tasks of every party that some of the history was sent to.
  func write(_ connection: any Connection) throws {
    try write(connection, sentTo: history)
  }

  /// As `write`, after some new events: what other parties see has not changed, and what time
  /// alone changes has a day of its own.
  func write(_ connection: any Connection, sentTo new: [RecordedEvent]) throws {
    // The insured person has no lists; she reaches her case in another way.
    let parties = Set(new.flatMap(\.audience.keys)).filter { $0 != .insured }
      .sorted { $0.description < $1.description }
    var rows: [CaseRow] = []
    var tasks: [TaskRow] = []
    for party in parties {
      let sent = history.compactMap { $0.disclosed(to: party) }
      guard !sent.isEmpty else { continue }
      let state = Assessment(id: id, events: sent)
      rows.append(try row(of: state, for: party, sent: sent))
      tasks += taskRows(of: state, for: party, sent: sent)
    }
    try CaseRows(connection, keyring).put(rows, of: id.description)
    try TaskRows(connection, keyring)
      .replace(id.description, of: Set(parties.map(\.description)), with: tasks)
  }

  private func row(
    of state: Assessment, for party: Party, sent: [RecordedEvent]
  ) throws -> CaseRow {
    let status = state.status(for: party, now: context.now)
    var row = CaseRow(
      party: party.description, stream: id.description, caseNumber: id.description,
      status: status.rawValue, openedDay: sent[0].at.day, updated: sent[sent.count - 1].at)
    row.nextRole = status.nextActor?.rawValue ?? ""
    row.region = state.region?.description ?? ""
    row.performer = state.performer?.description ?? ""
    row.method = state.allocation?.method.rawValue ?? ""
    row.completeDay = state.order?.completeDay
    (row.dueDay, row.dueBasis) = due(state, party, status)
    // A region that has declined is done with the case, whatever Försäkringskassan does next.
    let isDone = status.phase == .ended || (status == .requestDeclined && party.role == .region)
    row.endedDay = isDone ? (state.endedAt ?? sent[sent.count - 1].at).day : nil
    row.deviations = state.deviations.count
    row.protected = state.insured?.protected ?? state.request?.protected ?? false
    row.recheck = state.recheck(after: context.now)
    row.personHash = state.insured.map { keyring.personHash($0.number) }
    row.fkHash = agencyNumber(state).map(keyring.agencyHash)
    row.sealed = try sealed(state, party)
    return row
  }

  private func agencyNumber(_ state: Assessment) -> String? {
    state.order?.placed.agencyNumber ?? state.request?.agencyNumber
  }

  /// The day that counts next: the last day once it is known, before that the day of an answer.
  private func due(
    _ state: Assessment, _ party: Party, _ status: Status
  ) -> (Day?, String?) {
    if status == .supplementToWrite {
      let day = state.statement?.openSupplement?.requested.answerBy
      return (day, day == nil ? nil : DueBasis.stated.rawValue)
    }
    if let last = state.deadline(context).last { return (last, DueBasis.law.rawValue) }
    if case .performer(let id) = party, id != state.performer {
      let day = state.inquiries.last { $0.performer == id && $0.isOpen }?.sent.answerBy
      return (day, day == nil ? nil : DueBasis.stated.rawValue)
    }
    guard state.allocation == nil, state.request != nil, state.ended == nil else {
      return (nil, nil)
    }
    let (day, basis) = state.answerDay(context)
    return (day, basis?.rawValue)
  }

  private func sealed(_ state: Assessment, _ party: Party) throws -> [UInt8] {
    let interpreter = state.order?.placed.interpreter ?? state.request?.need.interpreter
    let line = CaseLine(
      name: state.insured?.fullName, personNumber: state.insured?.number,
      agencyNumber: agencyNumber(state), performerName: state.allocation?.unit.name,
      town: state.allocation?.need.town ?? state.request?.need.town
        ?? state.inquiries.last?.sent.need.town,
      interpreterLanguage: interpreter?.needed == true ? interpreter?.language : nil,
      isExtended: state.extensions.contains(where: \.isApproved),
      planning: party.role == .performer ? CasePlanning(state) : nil)
    return try stableJSON(line)
  }

  private func taskRows(
    of state: Assessment, for party: Party, sent: [RecordedEvent]
  ) -> [TaskRow] {
    state.tasks(for: party, context: context).map { task in
      TaskRow(
        party: party.description, stream: id.description, code: task.code.rawValue,
        subject: task.subject.map(String.init) ?? "",
        // Open from the first day: what is not to be done yet is no task.
        opensDay: Day(number: 0), dueDay: task.dueDay, dueBasis: task.basis?.rawValue,
        noticed: task.dueDay.map {
          sent.noticed(DeadlineNoticed(task: task.code, dueDay: $0, party: party))
        } ?? .nothing)
    }
  }
}

extension Keyring {
  /// Keyed hash of a personal identity number, for exact search.
  func personHash(_ number: PersonalIdentityNumber) -> [UInt8] {
    searchHash(kind: "person", normalizedText: number.digits12)
  }

  /// Keyed hash of Försäkringskassan's case number: letters and digits only, so that spaces
  /// and hyphens do not matter.
  func agencyHash(_ number: String) -> [UInt8] {
    let plain = number.uppercased().filter { $0.isLetter || $0.isNumber }
    return searchHash(kind: "agency", normalizedText: plain)
  }
}

extension [RecordedEvent] {
  /// How far the notices of a task's last day have come.
  func noticed(_ notice: DeadlineNoticed) -> TaskRow.Noticed {
    var noticed = TaskRow.Noticed.nothing
    for recorded in self {
      switch recorded.event {
      case .deadlinePassed(notice): return .passed
      case .reminded(notice): noticed = .reminded
      default: continue
      }
    }
    return noticed
  }
}
