// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What a list of cases is asked for, as it stands in the address. Everything a person chooses is
/// here, so that an address can be kept and given to a colleague; nothing in it points out a
/// person.
struct CaseFilter: Hashable, Sendable {
  /// The cases of a whole part of the process, or of one status.
  enum Standing: Hashable, Sendable {
    case phase(Phase)
    case status(Status)

    /// As it stands in the address.
    var value: String {
      switch self {
      case .phase(let phase): "fas-\(phase.rawValue)"
      case .status(let status): status.rawValue
      }
    }

    init?(_ value: String) {
      if let status = Status(rawValue: value) {
        self = .status(status)
      } else if value.hasPrefix("fas-"), let phase = Phase(rawValue: String(value.dropFirst(4))) {
        self = .phase(phase)
      } else {
        return nil
      }
    }

    var statuses: [Status] {
      switch self {
      case .phase(let phase): Status.allCases.filter { $0.phase == phase }
      case .status(let status): [status]
      }
    }

    var label: Bilingual {
      switch self {
      case .phase(let phase): phase.label
      case .status(let status): status.label
      }
    }
  }

  /// The names of the query's values.
  enum Name {
    static let state = "urval"
    static let standing = "lage"
    static let nextActor = "nasta"
    static let performer = "utforare"
    static let from = "fran"
    static let to = "till"
    static let deviations = "avvikelser"
    static let sort = "ordning"
    static let direction = "riktning"
    static let cursor = "plats"
    static let page = "sida"
    static let density = "rader"
  }

  var state = CaseListState.running
  var standing: Standing?
  var nextActor: PartyRole?
  /// The performer's HSA-id as it was typed or chosen.
  var performer = ""
  /// The first due day as it was typed.
  var from = ""
  /// The last due day as it was typed.
  var to = ""
  var onlyDeviations = false
  var sort = CaseListSort.due
  var isDescending = false
  /// Where the page begins; nil for the first.
  var cursor: String?
  /// From 1; the first page has no cursor.
  var page = 1

  init() {}

  /// Reads a query; a value that means nothing is left out.
  init(_ query: FormValues) {
    state = query.text(Name.state).flatMap(CaseListState.init(rawValue:)) ?? .running
    standing = query.text(Name.standing).flatMap { Standing($0) }
    nextActor = query.text(Name.nextActor).flatMap(PartyRole.init(rawValue:))
    performer = query.text(Name.performer) ?? ""
    from = query.text(Name.from) ?? ""
    to = query.text(Name.to) ?? ""
    onlyDeviations = query.isChecked(Name.deviations)
    sort = query.text(Name.sort).flatMap(CaseListSort.init(rawValue:)) ?? .due
    isDescending = query.text(Name.direction) == "ned"
    cursor = query.text(Name.cursor)
    page = cursor == nil ? 1 : query.pageNumber(Name.page)
  }

  /// The values for an address, without the place in the list.
  var items: [(String, String)] {
    var items: [(String, String)] = []
    if state != .running { items.append((Name.state, state.rawValue)) }
    if let standing { items.append((Name.standing, standing.value)) }
    if let nextActor { items.append((Name.nextActor, nextActor.rawValue)) }
    if !performer.isEmpty { items.append((Name.performer, performer)) }
    if !from.isEmpty { items.append((Name.from, from)) }
    if !to.isEmpty { items.append((Name.to, to)) }
    if onlyDeviations { items.append((Name.deviations, "ja")) }
    if sort != .due { items.append((Name.sort, sort.rawValue)) }
    if isDescending { items.append((Name.direction, "ned")) }
    return items
  }

  /// The first page of this list.
  var address: Href { SiteAddress.cases.href(items) }

  /// Another page of this list.
  func address(at cursor: String, page: Int) -> Href {
    SiteAddress.cases.href(items + [(Name.cursor, cursor), (Name.page, "\(page)")])
  }

  /// This page with another row height.
  func address(_ density: DataTable.Density) -> Href {
    var items = items
    if let cursor { items += [(Name.cursor, cursor), (Name.page, "\(page)")] }
    return SiteAddress.cases.href(items + [(Name.density, density.rawValue)])
  }

  /// The same cases as a file.
  var export: Href { SiteAddress.casesExport.href(items) }

  /// The list in another order, from its first page. The order that holds is turned round.
  func sorted(by sort: CaseListSort) -> Href {
    var other = self
    other.isDescending = self.sort == sort ? !isDescending : sort == .updated
    other.sort = sort
    return other.address
  }

  /// The question to the lists. What was typed and cannot be read is left out of it, and stands
  /// in `faults` instead.
  func query(today: Day) -> CaseListQuery {
    var query = CaseListQuery()
    query.state = state
    query.statuses = standing?.statuses ?? []
    query.nextActor = nextActor
    query.performer = try? HSAID(performer)
    query.dueFrom = TypedDay.read(from, today: today)
    query.dueTo = TypedDay.read(to, today: today)
    query.onlyDeviations = onlyDeviations
    query.sort = sort
    query.isDescending = isDescending
    query.cursor = cursor
    query.limit = WebLimit.listRows
    return query
  }

  /// What was typed and cannot be read, by the name of its field.
  func faults(today: Day) -> [(field: String, text: Bilingual)] {
    var faults: [(field: String, text: Bilingual)] = []
    for (field, text) in [(Name.from, from), (Name.to, to)]
    where !text.isEmpty && TypedDay.read(text, today: today) == nil {
      faults.append((field, TypedDay.fault))
    }
    if !performer.isEmpty {
      do throws(IdentityFault) {
        _ = try HSAID(performer)
      } catch {
        faults.append((Name.performer, error.reason))
      }
    }
    return faults
  }
}
