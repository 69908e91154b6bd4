// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

extension SamsynService {
  /// The edition that figures are read from: the newest that has been built and can be opened;
  /// nil where there is none. It is opened once and kept until there is a newer.
  func openEdition() async throws(ServiceError) -> OpenEdition? {
    let kept = editionInUse.withLock { $0 }
    guard let built = try await latestEdition() else { return kept }
    if let kept, kept.facts.number == built.number { return kept }
    let diagnoses = ListedDiagnoses(index: try await diagnosisIndex())
    let followUp: FollowUp
    do throws(ColumnFault) {
      followUp = try FollowUp(mapping: built.folder, diagnoses: diagnoses, rules: rules)
    } catch {
      // One of an earlier version of the program is made anew by the next that is built.
      guard error != .otherVersion else { return kept }
      throw .fault("follow-up.edition")
    }
    let edition = OpenEdition(
      EditionFacts(
        number: built.number, built: built.built, observedThrough: followUp.observedThrough,
        documents: built.documentsThrough, snapshotDays: built.made.snapshots,
        changes: built.changes), followUp, folder: built.folder)
    use(edition)
    return edition
  }

  /// Lets an edition answer from now on.
  func use(_ edition: OpenEdition) { editionInUse.withLock { $0 = edition } }

  /// A table with what may not be shown hidden in it: figures of few, and those that such could be
  /// worked out from, here or beside what the reader's party has been shown before.
  func disclosed(
    _ table: MeasureTable, within scope: UnitScope, to desk: FollowUpDesk
  ) async throws(ServiceError) -> MeasureTable {
    guard let measure = desk.edition.measure(table.query.measure) else {
      throw .refused(Refusal(.measureUnknown, field: "measure"))
    }
    let shown = try await disclosed(
      table, of: measure, within: scope,
      to: FigureReader(
        party: desk.reader.party?.description ?? "operator", person: desk.reader.person),
      desk.edition)
    // A share of days is no sample of independent parts: it has no such interval.
    let isSample = measure.kind == .share && measure.population != .persons
    return isSample ? shown.withIntervals : shown
  }
}

extension BuiltEdition {
  /// What differs from the edition before, in sentences; empty for the first.
  public var changes: [Bilingual] {
    guard number > 1 else { return [] }
    var changes = [
      Bilingual(
        sv: "\(made.newDocuments) nya handlingar.", en: "\(made.newDocuments) new documents.")
    ]
    if !made.newSnapshots.isEmpty {
      let days = made.newSnapshots.map(\.description).joined(separator: ", ")
      changes.append(
        Bilingual(
          sv: "Enheter knyts också efter katalogen den \(days).",
          en: "Units are tied by the catalogue of \(days) too."))
    }
    if made.unitsAdded + made.unitsGone > 0 {
      changes.append(
        Bilingual(
          sv: "\(made.unitsAdded) vårdenheter tillkom och \(made.unitsGone) finns inte längre.",
          en: "\(made.unitsAdded) care units were added and \(made.unitsGone) are gone."))
    }
    if let tied = made.tieChanges, tied.certificates > 0 {
      changes.append(Self.retied(tied))
    }
    if let through = made.outcomesThrough {
      changes.append(
        Bilingual(
          sv: "Beslut och kontroller är kända till och med \(through).",
          en: "Decisions and controls are known through \(through)."))
    }
    return changes
  }

  /// Less than one in a hundred is told in words, since so few could be somebody.
  private static func retied(_ tied: EditionTies.Change) -> Bilingual {
    let percent = tied.certificates * 100 / max(tied.compared, 1)
    let (sv, en) =
      percent == 0
      ? ("Mindre än en procent", "Less than one percent")
      : ("\(percent) procent", "\(percent) percent")
    return Bilingual(
      sv: "\(sv) av de intyg som fanns förut knyts annorlunda än i förra utgåvan.",
      en: "\(en) of the certificates that were there before are tied otherwise than in the last "
        + "edition.")
  }
}

extension MeasureTable {
  /// The same with Wilson's interval around every share that has none.
  fileprivate var withIntervals: MeasureTable {
    func set(_ cell: Cell) -> Cell {
      guard case .shown(var figure) = cell, figure.low == nil,
        let interval = Wilson.interval(
          numerator: figure.numerator, denominator: figure.denominator)
      else { return cell }
      figure.low = interval.low
      figure.high = interval.high
      return .shown(figure)
    }
    var table = self
    table.total = set(total)
    table.rows = rows.map { MeasureRow(codes: $0.codes, cell: set($0.cell)) }
    return table
  }
}
