// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics
import Store

/// What became of the documents of an edition, as one reader may see it: an analyst at the agency
/// that certificates are sent to everything, an analyst of a region every count of its own care
/// units, others what concerns their own care units without small numbers.
public struct QualityReport: Sendable {
  /// How many certificates are tied in one way.
  public struct Tie: Hashable, Sendable {
    public let tie: CareUnitTie
    /// Nil for readers who see shares only.
    public let certificates: Int?
    /// Of all certificates in the edition.
    public let share: Double
  }

  public let edition: EditionFacts
  /// The reader sees small numbers too.
  public let isExact: Bool
  /// Whose documents the sums are about.
  public let scope: UnitScope
  public let labels: MeasureLabels
  public let sums: ShownQuality
  /// Messages and revocations whose certificate has not come, by kind; nil where it is not for the
  /// reader, or not known of this edition.
  public let waiting: [String: Int]?
  /// In the order of how sure the tie is; those that there are.
  public let ties: [Tie]
  /// By month of signing; nil as `waiting`.
  public let months: [DocumentQuality.Month]?
  /// The newest first; nil where it is not for the reader.
  public let imports: [ImportRecord]?
}

extension SamsynService {
  /// How good what was delivered is; nil where there is no edition, or one that was made before
  /// this was kept. It is logged, with checking as its purpose.
  ///
  /// - Throws: `wrongParty` for the insured.
  public func qualityReport(for actor: Actor) async throws(ServiceError) -> QualityReport? {
    try requireFollowUpReader(actor)
    guard let open = try await openEdition() else { return nil }
    let reader = try await followUpReader(actor, among: open.source.units)
    let isAnalyst = try await isAnalyst(actor)
    let quality = open.folder.flatMap(DocumentQuality.init(in:))
    let entry = AccessEntry(
      at: clock.now(), party: actor.party.description, person: actor.person,
      action: "follow-up:quality", purpose: "follow-up-\(FollowUpPurpose.quality.rawValue)",
      items: quality == nil ? 0 : 1)
    do { try await readLog.record(entry) } catch { throw ServiceError(error) }
    guard let quality else { return nil }
    // A region's analyst has the region's documents, and not those of others.
    let isWhole = isAnalyst && actor.party == .fk
    let scope = isWhole ? UnitScope.everything : reader.scope
    return QualityReport(
      edition: open.facts, isExact: isAnalyst, scope: scope,
      labels: MeasureLabels(source: open.source),
      sums: sums(quality, scope, open.source.units, isExact: isAnalyst),
      waiting: isWhole ? quality.waitingByKind : nil,
      ties: try Self.ties(open, isExact: isWhole),
      months: isWhole ? quality.months : nil,
      imports: isAnalyst ? try await importRecords(for: actor) : nil)
  }

  private func sums(
    _ quality: DocumentQuality, _ scope: UnitScope, _ units: [UnitTable.Unit], isExact: Bool
  ) -> ShownQuality {
    let threshold = isExact ? 1 : fewestShown
    guard scope != .everything else {
      let unlinked = quality.sum { $0 == nil }.documents
      return ShownQuality(quality.sum { _ in true }, unlinked: unlinked, threshold: threshold)
    }
    let own = Set(units.filter(scope.holds).map(\.id))
    return ShownQuality(
      quality.sum { id in id.map(own.contains) ?? false }, unlinked: nil, threshold: threshold)
  }

  /// Of all certificates, whoever asks: the shares stand beside every figure too.
  private static func ties(
    _ edition: OpenEdition, isExact: Bool
  ) throws(ServiceError) -> [QualityReport.Tie] {
    let through = edition.facts.observedThrough
    let query = MeasureQuery(
      measure: "certificates", from: Day(number: 0), to: through)
    let table: MeasureTable
    do throws(MeasureFault) {
      table = try edition.table(query, within: .everything)
    } catch {
      throw .refused(Refusal(error))
    }
    let counts = table.coverage.ties
    let all = table.coverage.certificates
    guard isExact else {
      return CoverageShares(table).ties.map {
        QualityReport.Tie(tie: $0.tie, certificates: nil, share: $0.share)
      }
    }
    return CareUnitTie.allCases.compactMap { tie in
      guard let count = counts[tie], count > 0, all > 0 else { return nil }
      return QualityReport.Tie(
        tie: tie, certificates: count, share: Double(count) / Double(all))
    }
  }
}
