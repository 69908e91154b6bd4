// SPDX-License-Identifier: Apache-2.0
import Domain
import Store

@testable import Service

// Statements as the pages write them.
extension Stage {
  /// A case whose doctor has examined, with a psychologist appointed.
  func examinedCase() async throws -> CaseNumber {
    let (id, _) = try await documentCase()
    let performer = Cast.administrator()
    try await perform(.confirmComplete(UnderlagCompleted(day: today)), in: id, by: performer)
    try await perform(.bookVisit(visit()), in: id, by: performer)
    try await examine(id)
    return id
  }

  /// A text that a field takes.
  static func text(_ field: StatementField) -> String {
    switch field.kind {
    case .text: "Hemligt i \(field.key)."
    case .day: "2026-03-20"
    case .number(let range): "\(range.lowerBound)"
    case .choice(let options): options[0].id
    case .grade, .ownGrade: "2"
    case .icf: "b710.2 Rörlighet i led"
    case .rows(let columns): columns.map(\.id).joined(separator: "\t")
    case .documents: "1"
    }
  }

  @discardableResult
  func save(
    _ id: CaseNumber, _ key: String, _ text: String, base: Int = 0, settles: [Int] = [],
    by actor: Actor = Cast.doctor, sitting: String? = nil
  ) async throws -> StatementSaved {
    try await service.saveStatement(
      [FieldSaving(key: key, text: text, base: base, settles: settles)],
      sitting: sitting ?? actor.person, in: id, by: actor)
  }

  /// Fills in everything that is required.
  func fill(_ id: CaseNumber) async throws {
    let work = try await service.statementWork(in: id, for: Cast.doctor)
    let fields = work.definition.sections.filter { $0.need == .always }.flatMap(\.fields)
    let savings = fields.filter(\.isRequired).map {
      FieldSaving(key: $0.key, text: Self.text($0), base: 0)
    }
    _ = try await service.saveStatement(
      savings, sitting: "fyll", in: id, by: Cast.doctor)
  }

  func sign(_ id: CaseNumber, by actor: Actor = Cast.doctor) async throws {
    let digest = try await service.statementToSign(in: id, for: actor).digest
    try await service.signStatement(digest, in: id, by: actor)
  }

  /// A signed and sent statement.
  func signedCase() async throws -> CaseNumber {
    let id = try await examinedCase()
    try await fill(id)
    try await sign(id)
    return id
  }

  func run(_ sql: String, _ arguments: [SQLValue] = []) async throws {
    _ = try await service.write { try $0.execute(sql, arguments) }
  }
}
