// SPDX-License-Identifier: Apache-2.0
import Domain
import Exchange
import Foundation
import RuleData
import Statistics
import Store

@testable import Service

/// What is given in a specification so far, as our own facts, and an edition of it.
struct AcceptanceWorld {
  static let counties = [
    "Stockholms": "01", "Uppsala": "03", "Södermanlands": "04", "Östergötlands": "05",
    "Jönköpings": "06", "Kronobergs": "07", "Kalmar": "08", "Gotlands": "09", "Blekinge": "10",
    "Skåne": "12", "Hallands": "13", "Västra Götalands": "14", "Värmlands": "17",
    "Örebro": "18", "Västmanlands": "19", "Dalarnas": "20", "Gävleborgs": "21",
    "Västernorrlands": "22", "Jämtlands": "23", "Västerbottens": "24", "Norrbottens": "25",
  ]
  private static let providers = [
    "enhet1": "fvg1", "enhet2": "fvg1", "enhet3": "fvg3", "enhet4": "fvg3",
  ]
  static let rules: Result<RuleBook, any Error> = Result { try RuleBookFile.load() }
  /// Categories, chapters, blocks, primary care and groups of charts, as they are given out.
  static let diagnoses: Result<ListedDiagnoses, any Error> = Result {
    let lists = try [
      "diagnoskapitel.txt", "block.txt", "icd-10-se-digit3-2023.txt",
      "icd-10-se-digit4-2023.txt", "KSH97P_KOD.ANS", "diagnosgrupper.txt",
    ].map { name in
      let url = SampleFolder.url.appending(path: "diagnoses/\(name)")
      return try CodeListFile.read([UInt8](Data(contentsOf: url)), name: name)
    }
    return ListedDiagnoses(index: DiagnosisIndex(lists, groups: []))
  }

  private(set) var today = Day(number: 16_000)
  private(set) var threshold = 0
  private var people: [FactKey: PersonFacts] = [:]
  private var units: [String: UnitTable.Unit] = [:]
  private var ties: [UnitTable.Tie] = []
  private var wasSent: Set<FactKey> = []
  private var running: UInt64 = 0
  private var edition: FollowUp?

  /// The kinds of certificate that are followed here.
  private static let kinds: [String: CertificateKind] = [
    "fk7263sit": .fk7263, "fk7263": .fk7263, "lisjp": .lisjp,
  ]

  mutating func run(_ script: [String]) throws {
    edition = nil
    switch script.first {
    case "dagens datum":
      guard let day = Day(script[1]) else { throw NotUnderstood("the day \(script[1])") }
      today = day
    case "troskel varde": threshold = Int(script[1]) ?? 0
    case "ta bort existerande intyg": people = [:]
    case "Rensa uppladdade regionsfiler": break
    default: throw NotUnderstood("the script \(script)")
    }
  }

  mutating func give(_ fixture: String, _ rows: [AcceptanceRow]) throws {
    edition = nil
    switch fixture {
    case "Enbart foljande intyg finns":
      people = [:]
      wasSent = []
      for row in rows { try add(certificate: row) }
    case "Foljande intyg finns": for row in rows { try add(certificate: row) }
    case "Foljande meddelanden finns": for row in rows { try add(message: row) }
    case "Intyg skickat till mottagare":
      for row in rows where row["mottagare"] == "FKASSA" {
        wasSent.insert(try Self.key(row["intygid"]))
      }
    // Doctors, numbers of inhabitants, settings and comments are about what is not counted here.
    case "Foljande lakare finns", "Angivna invanarantal", "Anvandarens installningar", "Comment":
      break
    default: throw NotUnderstood("what is given: \(fixture)")
    }
  }

  // MARK: Facts

  private static func key(_ id: String?) throws -> FactKey {
    guard let id, let number = UInt64(id) else { throw NotUnderstood("the identity \(id ?? "")") }
    return FactKey(high: 1, low: number)
  }

  /// The person, whose number need not have a right last digit.
  private mutating func person(_ number: String?) throws -> FactKey {
    let digits = (number ?? "19790407-1295").filter(\.isNumber)
    guard digits.count == 12, let value = UInt64(digits), let year = Int(digits.prefix(4)),
      let month = Int(digits.dropFirst(4).prefix(2))
    else { throw NotUnderstood("the person \(number ?? "")") }
    let key = FactKey(high: 0, low: value)
    if people[key] == nil {
      people[key] = PersonFacts(
        person: key, sex: value / 10 % 2 == 1 ? .man : .kvinna,
        birthMonth: Day(year: year, month: month, day: 1))
    }
    return key
  }

  private mutating func add(certificate row: AcceptanceRow) throws {
    running += 1
    if let document = row["intygdata"] { return try add(document, unit: row["enhet"]) }
    let id = row["intygid"] ?? String(running)
    let owner = try person(row["personnr"])
    let key = try Self.key(id)
    if row["händelsetyp"] == "REVOKED" {
      people[owner]?.revocations.append(RevocationFact(certificate: key, sent: nil))
      return
    }
    let form = (row["intygformat"] ?? "FK7263SIT").lowercased()
    guard let kind = Self.kinds[form] else { return }
    var fact = CertificateFact(key: key, kind: kind)
    fact.signed = try time(row["signeringstid"])
    let code = row.cell("diagnoskod") ?? "A01"
    if !code.isEmpty, code != "UTANDIAGNOSKOD", code != "NULLDIAGNOSKOD" {
      fact.diagnoses = [code.filter { $0.isLetter || $0.isNumber }.uppercased()]
    }
    fact.periods = try [
      period(row, "", "2013-08-20", "2016-12-09", "0"), period(row, "2", "", "", ""),
    ].compactMap { $0 }
    fact.unit = try unit(row)
    people[owner]?.certificates.append(fact)
  }

  /// A whole document goes the way of an import.
  private mutating func add(_ document: String, unit: String?) throws {
    guard let start = document.firstIndex(of: "<") else { throw NotUnderstood("a document") }
    let text = document[start...].trimmingCharacters(in: CharacterSet(charactersIn: "-!\n "))
    let reading = CertificateDocument.read(Array(text.utf8))
    guard case .certificate(let certificate)? = reading.content else {
      throw NotUnderstood("the document is \(reading.verdict)")
    }
    var fact = CertificateFact(
      certificate, hasNotes: false,
      CertificateKeys(
        try Keyring(master: [UInt8](repeating: 9, count: Keyring.masterBytes))))
    fact.unit = try self.unit(AcceptanceRow(["enhet"], [unit ?? ""]))
    let owner = try person(certificate.person.id)
    people[owner]?.certificates.append(fact)
  }

  private func time(_ text: String?) throws -> CertificateTime {
    if let text {
      guard let time = CertificateTime(text) else { throw NotUnderstood("the time \(text)") }
      return time
    }
    guard let noon = TimeOfDay(hour: 12, minute: 0, second: 0) else {
      throw NotUnderstood("noon")
    }
    return CertificateTime(day: today, time: noon)
  }

  private func period(
    _ row: AcceptanceRow, _ number: String, _ first: String, _ last: String, _ left: String
  ) throws -> SickLeavePeriod? {
    let from = row.cell("start\(number)") ?? first
    let to = row.cell("slut\(number)") ?? last
    if from.isEmpty || to.isEmpty { return nil }
    guard let from = Day(from), let to = Day(to),
      let left = Int(row["arbetsförmåga\(number)"] ?? left),
      let degree = Degree(rawValue: 100 - left)
    else { throw NotUnderstood("a period") }
    return SickLeavePeriod(degree: degree, first: from, last: to)
  }

  private mutating func add(message row: AcceptanceRow) throws {
    running += 1
    let owner = try person(row["personnr"])
    let certificate = try Self.key(row["intygsid"])
    guard let subject = CertificateMessageSubject(rawValue: row["ämne"] ?? "KOMPLT")
    else { return }
    var fact = MessageFact(
      key: FactKey(high: 2, low: running), direction: .toCare, subject: subject,
      certificate: certificate)
    fact.sent = try time(row["skickat"])
    fact.questions = row.list("frågeid").compactMap { Int($0) }
    // A message belongs to its certificate, whoever's number stands in it.
    let holder = people.first { $0.value.certificates.contains { $0.key == certificate } }?.key
    people[holder ?? owner]?.messages.append(fact)
  }

  // MARK: Units

  /// The unit of a certificate. A unit that is given in several counties is as many units, since
  /// a unit lies in one.
  private mutating func unit(_ row: AcceptanceRow) throws -> String? {
    let id = row["enhet"] ?? "enhet1"
    guard id != "UTANENHETSID" else { return nil }
    guard !id.hasPrefix("EJHSA"), row["län"] != "EJHSA" else { return id }
    let code = row["län"] ?? "23"
    let county = Self.counties.values.contains(code) ? code : nil
    let care = row["huvudenhet"] ?? id
    func place(_ id: String) -> String { "\(id)/\(code)" }
    units[place(care)] = UnitTable.Unit(
      id: place(care), name: care, provider: row["vardgivare"] ?? Self.providers[care] ?? "fvg1",
      region: county, careLevel: nil)
    ties.append(
      UnitTable.Tie(
        unit: place(id), from: Day(number: 0), tie: care == id ? .own : .member,
        careUnit: place(care)))
    return place(id)
  }

  /// The care units that have one of the names, in every county.
  func units(_ names: some Sequence<String>) -> Set<String> {
    let names = Set(names)
    return Set(units.values.filter { names.contains($0.name) }.map(\.id))
  }

  // MARK: Edition

  /// An edition of what is given, in a folder that is gone when it is open.
  mutating func followUp() throws -> FollowUp {
    if let edition { return edition }
    let book = try Self.rules.get()
    guard let rules = FollowUpRules(book, on: Day(number: 20_500)) else {
      throw NotUnderstood("the rules")
    }
    var builder = FollowUpBuilder(
      units: UnitTable(units: Array(units.values), ties: Array(Set(ties))), rules: rules)
    builder.observedThrough = today
    for person in people.values.sorted(by: { $0.person < $1.person }) {
      var person = person
      for place in person.certificates.indices
      where wasSent.contains(person.certificates[place].key) {
        person.certificates[place].isSent = true
      }
      builder.add(person)
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "samsyn-acceptance-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try builder.write(to: folder.path)
    let made = try FollowUp(
      mapping: folder.path, diagnoses: try Self.diagnoses.get(), rules: book)
    edition = made
    return made
  }
}
