// SPDX-License-Identifier: Apache-2.0
import Domain

/// One certificate as it stands in the columns. Days are `Day.number`; 0 is an untold one.
struct CertificateRow: Hashable, Sendable {
  /// The person's rank among all keys.
  var person: UInt32 = 0
  /// The day of signing, or the first day where that is untold.
  var signed: UInt16 = 0
  var first: UInt16 = 0
  var last: UInt16 = 0
  /// Distinct days with a period.
  var days: UInt16 = 0
  /// Days of the sick-leave case through the certificate's last day, by Inera's definition.
  var length: UInt16 = 0
  /// The place of the care unit from 1; 0 for none.
  var unit: UInt16 = 0
  /// Main and secondary diagnoses and the first speciality, by the builder's own numbers.
  var diagnosis: UInt32 = 0
  var second: UInt32 = 0
  var third: UInt32 = 0
  var speciality: UInt32 = 0
  /// 1 man, 2 woman.
  var sex: UInt8 = 0
  /// Whole years at the signing; 255 untold.
  var age: UInt8 = 255
  /// The highest degree.
  var degree: UInt8 = 0
  var tie: UInt8 = 0
  /// 1 first of a case, 2 renewal.
  var order: UInt8 = 0
  /// 0 untold, the place of the only kind from 1, or 5 for several.
  var occupation: UInt8 = 0
  /// 0 no secondary diagnosis, 1 all psychiatric, 2 none psychiatric, 3 some.
  var comorbidity: UInt8 = 0
  var flags: CertificateFlags = []
  /// Groups of questions that are answered, and that are asked about.
  var answered: UInt16 = 0
  var asked: UInt16 = 0
  /// The day after which the prognosis has the person back.
  var due: UInt16 = 0
  /// What became of it, see `DecisionCode`; 0 unknown.
  var decision: UInt8 = 0

  /// A day as it stands in a column.
  static func number(_ day: Day?) -> UInt16 {
    day.map { UInt16(clamping: max(1, $0.number)) } ?? 0
  }
}

/// The columns of certificates while they grow.
struct GrowingCertificates: Sendable {
  private var person = GrowingColumn<UInt32>()
  private var signed = GrowingColumn<UInt16>()
  private var first = GrowingColumn<UInt16>()
  private var last = GrowingColumn<UInt16>()
  private var days = GrowingColumn<UInt16>()
  private var length = GrowingColumn<UInt16>()
  private var unit = GrowingColumn<UInt16>()
  private var diagnosis = GrowingColumn<UInt32>()
  private var second = GrowingColumn<UInt32>()
  private var third = GrowingColumn<UInt32>()
  private var speciality = GrowingColumn<UInt32>()
  private var sex = GrowingColumn<UInt8>()
  private var age = GrowingColumn<UInt8>()
  private var degree = GrowingColumn<UInt8>()
  private var tie = GrowingColumn<UInt8>()
  private var order = GrowingColumn<UInt8>()
  private var occupation = GrowingColumn<UInt8>()
  private var comorbidity = GrowingColumn<UInt8>()
  private var flags = GrowingColumn<UInt32>()
  private var answered = GrowingColumn<UInt16>()
  private var asked = GrowingColumn<UInt16>()
  private var due = GrowingColumn<UInt16>()
  private var decision = GrowingColumn<UInt8>()
  /// The numbers of diagnoses and specialities that some row has.
  private(set) var usedDiagnoses: Set<UInt32> = []
  private(set) var usedSpecialities: Set<UInt32> = []

  var count: Int { person.count }

  mutating func append(_ row: CertificateRow) {
    person.append(row.person)
    signed.append(row.signed)
    first.append(row.first)
    last.append(row.last)
    days.append(row.days)
    length.append(row.length)
    unit.append(row.unit)
    diagnosis.append(row.diagnosis)
    second.append(row.second)
    third.append(row.third)
    speciality.append(row.speciality)
    sex.append(row.sex)
    age.append(row.age)
    degree.append(row.degree)
    tie.append(row.tie)
    order.append(row.order)
    occupation.append(row.occupation)
    comorbidity.append(row.comorbidity)
    flags.append(row.flags.rawValue)
    answered.append(row.answered)
    asked.append(row.asked)
    due.append(row.due)
    decision.append(row.decision)
    for code in [row.diagnosis, row.second, row.third] where code > 0 {
      usedDiagnoses.insert(code)
    }
    if row.speciality > 0 { usedSpecialities.insert(row.speciality) }
  }

  /// Writes the columns; diagnoses and specialities get the numbers of the settled dictionaries.
  func write(
    diagnoses: [UInt16], specialities: [UInt16], to path: String
  ) throws(ColumnFault) {
    try ColumnFile.write(
      [
        .init("person", person), .init("signed", signed), .init("first", first),
        .init("last", last), .init("days", days), .init("length", length), .init("unit", unit),
        .init("diagnosis", diagnosis.map { diagnoses[Int($0)] }),
        .init("second", second.map { diagnoses[Int($0)] }),
        .init("third", third.map { diagnoses[Int($0)] }),
        .init("speciality", speciality.map { specialities[Int($0)] }),
        .init("sex", sex), .init("age", age), .init("degree", degree), .init("tie", tie),
        .init("order", order), .init("occupation", occupation),
        .init("comorbidity", comorbidity), .init("flags", flags), .init("answered", answered),
        .init("asked", asked), .init("due", due), .init("decision", decision),
      ], form: CertificateColumns.form, to: path)
  }
}

/// The columns of certificates in an edition: a row for each certificate that was taken in, also
/// those that no longer count, in the order of persons and of signing.
struct CertificateColumns: Sendable {
  static let form = "follow-up-certificates-2"

  let person: Column<UInt32>
  let signed: Column<UInt16>
  let first: Column<UInt16>
  let last: Column<UInt16>
  let days: Column<UInt16>
  let length: Column<UInt16>
  let unit: Column<UInt16>
  let diagnosis: Column<UInt16>
  let second: Column<UInt16>
  let third: Column<UInt16>
  let speciality: Column<UInt16>
  let sex: Column<UInt8>
  let age: Column<UInt8>
  let degree: Column<UInt8>
  let tie: Column<UInt8>
  let order: Column<UInt8>
  let occupation: Column<UInt8>
  let comorbidity: Column<UInt8>
  let flags: Column<UInt32>
  let answered: Column<UInt16>
  let asked: Column<UInt16>
  let due: Column<UInt16>
  let decision: Column<UInt8>

  var count: Int { person.count }

  init(mapping path: String) throws(ColumnFault) {
    let file = try ColumnFile(mapping: path, form: Self.form)
    person = try file.column("person")
    signed = try file.column("signed")
    first = try file.column("first")
    last = try file.column("last")
    days = try file.column("days")
    length = try file.column("length")
    unit = try file.column("unit")
    diagnosis = try file.column("diagnosis")
    second = try file.column("second")
    third = try file.column("third")
    speciality = try file.column("speciality")
    sex = try file.column("sex")
    age = try file.column("age")
    degree = try file.column("degree")
    tie = try file.column("tie")
    order = try file.column("order")
    occupation = try file.column("occupation")
    comorbidity = try file.column("comorbidity")
    flags = try file.column("flags")
    answered = try file.column("answered")
    asked = try file.column("asked")
    due = try file.column("due")
    decision = try file.column("decision")
    let counts: Set = [
      signed.count, first.count, last.count, days.count, length.count, unit.count,
      diagnosis.count, second.count, third.count, speciality.count, sex.count, age.count,
      degree.count, tie.count, order.count, occupation.count, comorbidity.count, flags.count,
      answered.count, asked.count, due.count, decision.count,
      person.count,
    ]
    guard counts.count == 1 else { throw .damaged }
  }

  /// A row, with diagnoses and specialities by the numbers of this edition.
  subscript(row: Int) -> CertificateRow {
    CertificateRow(
      person: person[row], signed: signed[row], first: first[row], last: last[row],
      days: days[row], length: length[row], unit: unit[row],
      diagnosis: UInt32(diagnosis[row]), second: UInt32(second[row]), third: UInt32(third[row]),
      speciality: UInt32(speciality[row]), sex: sex[row], age: age[row], degree: degree[row],
      tie: tie[row], order: order[row], occupation: occupation[row],
      comorbidity: comorbidity[row], flags: CertificateFlags(rawValue: flags[row]),
      answered: answered[row], asked: asked[row], due: due[row],
      decision: decision[row])
  }
}
