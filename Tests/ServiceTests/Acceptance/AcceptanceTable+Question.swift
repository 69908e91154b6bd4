// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

@testable import Service

extension AcceptanceTable {
  /// What a row asks; nil where it is about how charts gather what is small.
  func question(_ row: AcceptanceRow) throws -> Question? {
    var (from, to) = try days(row)
    if let first = row["filter startdatum"] { from = max(from, try day(first)) }
    if let last = row["filter slutdatum"] { to = min(to, try day(last)) }
    var question = Question(from: from, to: to, filter: report.filter)
    question.scope = try scope(row)
    if let columnGroup = row["kolumngrupp"], columnGroup != "antal sjukfall" {
      question.outside = .inhabitants
    }
    try restrict(&question, row)
    guard try divide(&question, row) else { return nil }
    return question
  }

  private func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw NotUnderstood("the day \(text)") }
    return day
  }

  private func first(_ year: Int, _ month: Int) throws -> Day {
    let months = year * 12 + month - 1
    guard let day = Day(year: months / 12, month: months % 12 + 1, day: 1) else {
      throw NotUnderstood("the month \(month)")
    }
    return day
  }

  /// The month of the row, or the months before today's.
  func days(_ row: AcceptanceRow) throws -> (Day, Day) {
    if let name = row["månad"], let text = row["år"] {
      guard let month = Self.months.firstIndex(of: name), let year = Int(text) else {
        throw NotUnderstood("the month \(name) \(text)")
      }
      return (try first(year, month + 1), try first(year, month + 2).adding(days: -1))
    }
    let (year, month) = (world.today.year, world.today.month)
    // A time that is chosen goes before the months that are shown without one.
    if row["filter startdatum"] != nil, row["filter slutdatum"] != nil {
      return (Day(number: 0), Day(number: 40_000))
    }
    return (
      try first(year, month - report.months), try first(year, month).adding(days: -1)
    )
  }

  /// The units that who is signed in may see.
  private func scope(_ row: AcceptanceRow) throws -> UnitScope {
    if report.isRegion { return .units(world.units(["enhet1", "enhet2", "enhet3"])) }
    guard let user = row["inloggad som"] else { return .everything }
    let isProvider = row["vårdgivarnivå"] == "true"
    switch user {
    case _ where row["vald vg"] != nil: return .provider(row["vald vg"] ?? "")
    case "user1": return isProvider ? .provider("fvg1") : .units(world.units(["enhet1"]))
    case "user2":
      return isProvider ? .provider("fvg1") : .units(world.units(["enhet1", "enhet2"]))
    case "user3": return isProvider ? .provider("fvg3") : .units(world.units(["enhet3"]))
    case "user4": return isProvider ? .provider("fvg1") : .units(world.units(["enhet2"]))
    case "user5_vg1":
      return isProvider ? .provider("fvg1") : .units(world.units(["enhet1", "enhet2"]))
    case "user5_vg3":
      return isProvider ? .provider("fvg3") : .units(world.units(["enhet3", "enhet4"]))
    case "user6": return isProvider ? .provider("fvg3") : .units(world.units(["enhet4"]))
    case "user8": return .provider("fvg1")
    default: throw NotUnderstood("the user \(user)")
    }
  }

  /// The filters of a row.
  private func restrict(_ question: inout Question, _ row: AcceptanceRow) throws {
    let diagnoses: [(String, Statistics.Dimension)] = [
      ("filter kapitel", .chapter), ("filter avsnitt", .block), ("filter kategorier", .category),
      ("filter koder", .code),
    ]
    for (column, dimension) in diagnoses where row[column] != nil {
      for name in row.list(column) { question.keep(level(name) ?? dimension, [name], isMore: true) }
    }
    if row["filter enheter"] != nil {
      question.keep(.unit, world.units(row.list("filter enheter")))
    }
    if row["filter åldersgrupp"] != nil {
      question.keep(.age, Set(try row.list("filter åldersgrupp").flatMap(ages)))
    }
    if row["filter sjukskrivningslängd"] != nil {
      let lengths = try row.list("filter sjukskrivningslängd").map(length)
      question.keep(.length, Set(lengths))
    }
    if row["filter intygstyp"] != nil, !row.list("filter intygstyp").contains("SJUKPENNING") {
      question.outside = .otherKinds
    }
  }

  /// What a class of diagnoses is, told by the lists.
  private func level(_ name: String) -> Statistics.Dimension? {
    guard let index = try? AcceptanceWorld.diagnoses.get().index else { return nil }
    if index.chapters.contains(where: { $0.id == name }) { return .chapter }
    return index.blocks.contains { $0.id == name } ? .block : nil
  }

  private func ages(_ name: String) throws -> [String] {
    switch name {
    case "Under 16 år": return ["0-15"]
    case "Över 65 år": return ["66-"]
    default:
      let bounds = name.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      guard bounds.count == 2, bounds[1] <= 65 else { throw NotUnderstood("the age \(name)") }
      // Groups of five years, of which an overview joins two.
      return stride(from: bounds[0], to: bounds[1], by: 5).map { "\($0)-\($0 + 4)" }
    }
  }

  private func length(_ name: String) throws -> String {
    let plain = name.replacing("\u{A0}", with: " ")
    guard let code = AcceptanceReport.lengths[plain] else {
      throw NotUnderstood("the length \(name)")
    }
    return code
  }

  // MARK: What the row is for

  /// Restricts to what the row is for; false where it gathers what is small.
  private func divide(_ question: inout Question, _ row: AcceptanceRow) throws -> Bool {
    switch report.group {
    case .none:
      if let name = row["grupp"], name != "Totalt" { throw NotUnderstood("the group \(name)") }
    case .subject: divideBySubject(&question, row["grupp"] ?? row["ämne"])
    case .kind:
      let name = row["grupp"] ?? ""
      if !name.hasPrefix("FK 7263/7804"), !name.hasPrefix("FK 7804") {
        question.outside = .otherKinds
      }
    case .question: question.keep(.question, [try asked(row["grupp"] ?? "")])
    case .diagnosis: return try divideByDiagnosis(&question, row)
    case .column(let column, let dimension):
      if dimension == .unit { divideBySubject(&question, row["grupp"] ?? row["ämne"]) }
      guard let name = row[column] else {
        // Long cases by month are not divided.
        guard column == "grupp" else { throw NotUnderstood("no \(column)") }
        return true
      }
      if name.hasPrefix("Andra ") { return false }
      try divide(&question, dimension, name, row)
    }
    return true
  }

  private func divideBySubject(_ question: inout Question, _ name: String?) {
    if let name, name != "Komplettering" { question.outside = .otherSubjects }
  }

  private func divide(
    _ question: inout Question, _ dimension: Statistics.Dimension, _ name: String,
    _ row: AcceptanceRow
  ) throws {
    switch dimension {
    case .unit:
      let plain = name.hasPrefix("Enhet ") ? String(name.dropFirst("Enhet ".count)) : name
      question.keep(.unit, world.units([plain]))
    case .age: question.keep(.age, Set(try ages(name)))
    case .length where name == "Mer än 90 dagar": break
    case .length: question.keep(.length, [try length(name)])
    case .degree: question.keep(.degree, [String(name.prefix(while: \.isNumber))])
    case .region: try divideByCounty(&question, name)
    default:
      let chosen = row.list("valda diagnoskategorier") + row.list("valda diagnoskoder")
      if name.hasPrefix("Okänd kod inom ") {
        question.keep(.code, [String(name.dropFirst("Okänd kod inom ".count))])
      } else if chosen.contains(name), name.count > 3 {
        question.keep(.code, [name])
      } else {
        question.keep(.category, [name])
      }
    }
  }

  private func divideByCounty(_ question: inout Question, _ name: String) throws {
    switch name {
    case "Samtliga län": break
    case "Okänt län": question.keep(.region, ["unknown"])
    default:
      guard let code = AcceptanceWorld.counties[name.replacing(" län", with: "")] else {
        throw NotUnderstood("the county \(name)")
      }
      question.keep(.region, [code])
    }
  }

  private func divideByDiagnosis(_ question: inout Question, _ row: AcceptanceRow) throws -> Bool {
    let name = row["grupp"] ?? ""
    if let chosen = row["valt diagnoskapitel"] {
      question.keep(level(chosen) ?? .category, [chosen])
    }
    if name == "Övriga" || name.hasPrefix("Andra ") {
      // Nothing gathered is no row here either.
      question.to = question.from.adding(days: -1)
      return row["män?"] == "-1" && row["kvinnor?"] == "-1"
    }
    if name.hasPrefix("Utan giltig") {
      question.keep(.chapter, ["unknown"])
    } else if name.hasPrefix("Okänd kod inom ") {
      question.keep(.code, [String(name.dropFirst("Okänd kod inom ".count))])
    } else {
      let ranges = name.matches(of: /[A-Z][0-9]{2}-[A-Z][0-9]{2}/).map { String($0.output) }
      let joined = ranges.joined(separator: ",")
      switch ranges.count {
      case 0:
        let code = String(name.prefix { !$0.isWhitespace })
        guard code.count >= 3 else { throw NotUnderstood("the group \(name)") }
        question.keep(code.count == 3 ? .category : .code, [code])
      case 1:
        question.keep(row["valt diagnoskapitel"] == nil ? .chapter : .block, [joined])
      default: question.keep(.chartGroup, [joined])
      }
    }
    return true
  }

  /// The group of questions that a row is for.
  private func asked(_ name: String) throws -> String {
    let codes = [
      "Avstängning enligt smittskyddslagen": "27", "Intyget baseras på": "1",
      "Sysselsättning": "28", "Yrke och arbetsuppgifter": "29", "Diagnos": "6",
      "Funktionsnedsättning": "35", "Aktivitetsbegränsning": "17",
      "Pågående medicinska behandlingar": "19", "Planerade medicinska behandlingar": "20",
      "Bedömning av arbetsförmågan": "32-37", "Arbetstidsförläggning": "33",
      "Resor till och från arbetet": "34", "Prognos": "39", "Åtgärder": "40-44",
      "Övriga upplysningar": "25", "Kontakt": "26",
    ]
    guard let code = codes[name] else { throw NotUnderstood("the question \(name)") }
    return code
  }
}

extension AcceptanceTable.Question {
  /// Holds a dimension to codes that it is not held more narrowly to.
  mutating func keep(
    _ dimension: Statistics.Dimension, _ codes: Set<String>, isMore: Bool = false
  ) {
    guard let held = filter[dimension] else {
      filter[dimension] = codes
      return
    }
    filter[dimension] = isMore ? held.union(codes) : held.intersection(codes)
  }
}
