// SPDX-License-Identifier: Apache-2.0

extension CertificateFact {
  private static let form = "C1"
  private static let sent = 1
  private static let notes = 2
  private static let infection = 4
  private static let noExamination = 8
  private static let backDated = 16
  private static let contact = 32

  /// The fact as one line of text, as it is stored: keys, codes and days. The same fact gives
  /// the same line.
  public var line: String {
    var writer = FactLineWriter(Self.form)
    writer.write(key)
    writer.write(FactCode.kinds.place(kind))
    writer.write(versionMajor)
    writer.write(signed)
    writer.write(flags)
    writer.write(doctor)
    writer.write(positions)
    writer.write(specialities)
    writer.write(unit)
    writer.write(provider)
    writer.write(workplaceCode)
    writer.write(diagnoses)
    writer.write(diagnosisSystem.flatMap { FactCode.systems.place($0) })
    writer.write(list: periods) { writer, period in
      writer.append(period.degree.rawValue)
      writer.append(FactLineMark.part)
      writer.append(period.first.number)
      writer.append(FactLineMark.part)
      writer.append(period.last.number)
    }
    writer.write(FactCode.bases.mask(bases))
    writer.write(FactCode.occupations.mask(occupations))
    writer.write(prognosis.flatMap { FactCode.prognoses.place($0) })
    writer.write(prognosisDays)
    writer.write(FactCode.measures.mask(measures))
    writer.write(list: answered.sorted()) { $0.append($1) }
    writer.write(list: relations) { writer, relation in
      writer.append(FactCode.relations.place(relation.kind) ?? 0)
      writer.append(FactLineMark.part)
      writer.append(relation.certificate)
    }
    writer.write(answersTo)
    return writer.line
  }

  private var flags: Int {
    (isSent ? Self.sent : 0) | (hasNotes ? Self.notes : 0)
      | (keptForInfection ? Self.infection : 0) | (tellsWhyNoExamination ? Self.noExamination : 0)
      | (tellsWhyBackDated ? Self.backDated : 0) | (contactWanted ? Self.contact : 0)
  }

  /// Reads a line that `line` gave; nil for any other text.
  public init?(line: String) {
    guard var reader = FactLineReader(line, form: Self.form),
      let key = reader.field().flatMap(FactLineReader.key),
      let kind = reader.field().flatMap(FactCode.kinds.value)
    else { return nil }
    self.init(key: key, kind: kind)
    guard let version = reader.optional(FactLineReader.number),
      let signed = reader.optional(FactLineReader.time),
      let flags = reader.field().flatMap(FactLineReader.number),
      let doctor = reader.optional(FactLineReader.key),
      let positions = reader.list(FactLineReader.text),
      let specialities = reader.list(FactLineReader.text),
      let unit = reader.optional(FactLineReader.text),
      let provider = reader.optional(FactLineReader.text),
      let workplaceCode = reader.optional(FactLineReader.text)
    else { return nil }
    versionMajor = version
    self.signed = signed
    isSent = flags & Self.sent != 0
    hasNotes = flags & Self.notes != 0
    keptForInfection = flags & Self.infection != 0
    tellsWhyNoExamination = flags & Self.noExamination != 0
    tellsWhyBackDated = flags & Self.backDated != 0
    contactWanted = flags & Self.contact != 0
    (self.doctor, self.positions, self.specialities) = (doctor, positions, specialities)
    (self.unit, self.provider, self.workplaceCode) = (unit, provider, workplaceCode)
    guard readAnswers(&reader), reader.isAtEnd else { return nil }
  }

  private mutating func readAnswers(_ reader: inout FactLineReader) -> Bool {
    guard let diagnoses = reader.list(FactLineReader.text),
      let system = reader.optional(FactCode.systems.value),
      let periods = reader.list(Self.period),
      let bases = reader.field().flatMap(FactCode.bases.set),
      let occupations = reader.field().flatMap(FactCode.occupations.set),
      let prognosis = reader.optional(FactCode.prognoses.value),
      let days = reader.optional(FactLineReader.number),
      let measures = reader.field().flatMap(FactCode.measures.set),
      let answered = reader.list(FactLineReader.number),
      let relations = reader.list(Self.relation),
      let answersTo = reader.optional(FactLineReader.key)
    else { return false }
    (self.diagnoses, diagnosisSystem, self.periods) = (diagnoses, system, periods)
    (self.bases, self.occupations) = (bases, occupations)
    (self.prognosis, prognosisDays, self.measures) = (prognosis, days, measures)
    (self.answered, self.relations, self.answersTo) = (Set(answered), relations, answersTo)
    return true
  }

  private static func period(_ bytes: ArraySlice<UInt8>) -> SickLeavePeriod? {
    let parts = bytes.split(separator: FactLineMark.part)
    guard parts.count == 3,
      let degree = FactLineReader.number(parts[0]).flatMap({ Degree(rawValue: $0) }),
      let first = FactLineReader.number(parts[1]), let last = FactLineReader.number(parts[2])
    else { return nil }
    return SickLeavePeriod(degree: degree, first: Day(number: first), last: Day(number: last))
  }

  private static func relation(_ bytes: ArraySlice<UInt8>) -> Relation? {
    let parts = bytes.split(separator: FactLineMark.part)
    guard parts.count == 2, let kind = FactCode.relations.value(parts[0]),
      let certificate = FactLineReader.key(parts[1])
    else { return nil }
    return Relation(kind, certificate)
  }
}

extension MessageFact {
  private static let form = "M1"

  /// The fact as one line of text, as it is stored. The same fact gives the same line.
  public var line: String {
    var writer = FactLineWriter(Self.form)
    writer.write(key)
    writer.write(FactCode.directions.place(direction))
    writer.write(FactCode.subjects.place(subject))
    writer.write(certificate)
    writer.write(sent)
    writer.write(reminds)
    writer.write(answersTo)
    writer.write(list: questions) { $0.append($1) }
    writer.write(lastDayForAnswer?.number)
    writer.write(officer)
    return writer.line
  }

  /// Reads a line that `line` gave; nil for any other text.
  public init?(line: String) {
    guard var reader = FactLineReader(line, form: Self.form),
      let key = reader.field().flatMap(FactLineReader.key),
      let direction = reader.field().flatMap(FactCode.directions.value),
      let subject = reader.field().flatMap(FactCode.subjects.value),
      let certificate = reader.field().flatMap(FactLineReader.key),
      let sent = reader.optional(FactLineReader.time),
      let reminds = reader.optional(FactLineReader.key),
      let answersTo = reader.optional(FactLineReader.key),
      let questions = reader.list(FactLineReader.number),
      let last = reader.optional(FactLineReader.number),
      let officer = reader.optional(FactLineReader.key), reader.isAtEnd
    else { return nil }
    self.init(key: key, direction: direction, subject: subject, certificate: certificate)
    self.sent = sent
    self.reminds = reminds
    self.answersTo = answersTo
    self.questions = questions
    lastDayForAnswer = last.map { Day(number: $0) }
    self.officer = officer
  }
}

extension RevocationFact {
  private static let form = "R1"

  /// The fact as one line of text, as it is stored. The same fact gives the same line.
  public var line: String {
    var writer = FactLineWriter(Self.form)
    writer.write(certificate)
    writer.write(sent)
    return writer.line
  }

  /// Reads a line that `line` gave; nil for any other text.
  public init?(line: String) {
    guard var reader = FactLineReader(line, form: Self.form),
      let certificate = reader.field().flatMap(FactLineReader.key),
      let sent = reader.optional(FactLineReader.time), reader.isAtEnd
    else { return nil }
    self.init(certificate: certificate, sent: sent)
  }
}
