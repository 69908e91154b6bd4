// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import Store

// Reading a statement that was sent: by those it was sent to, from the moment it was signed.
extension SamsynService {
  /// The action in the log of reads.
  static let statementAction = "statement"

  /// The statement and the answers that were added to it.
  ///
  /// - Throws: `.refused`: `notFound` as `view`; `statementNotHere` where the party was sent no
  ///   text, as a region never is; at the performer `statementWritersOnly` or `assignmentOver`
  ///   to those who do not take part.
  public func sentStatement(
    in id: CaseNumber, for actor: Actor, purpose: ReadPurpose = .casework
  ) async throws(ServiceError) -> SentStatement {
    try await logged(Self.statementAction, id, actor, purpose: purpose) {
      try self.sent($0, id, actor)
    }
  }

  private func sent(
    _ connection: any Connection, _ id: CaseNumber, _ actor: Actor
  ) throws -> SentStatement {
    let view = try caseView(connection, id, actor)
    guard let statement = view.state.statement, let signed = statement.signed else {
      throw Refusal(.statementNotHere)
    }
    if let refusal = view.documentAccess {
      throw refusal.code == .documentReadersOnly ? Refusal(.statementWritersOnly) : refusal
    }
    guard let definition = try signedDefinition(view.state) else {
      throw Refusal(.statementNotHere)
    }
    return SentStatement(
      view: view, definition: definition, signed: signed, supplements: statement.supplements,
      isSound: checked(statement).allSatisfy(\.isSound))
  }

  /// Whether a tagged PDF can be made here.
  public var canMakePDF: Bool { PDFMaker().isInstalled }

  /// A PDF of a page that needs nothing but itself and its style.
  ///
  /// - Throws: `.refused` with `statementPDFMissing` where WeasyPrint is not installed.
  public func pdf(
    of page: [UInt8], style: [UInt8]
  ) async throws(ServiceError) -> [UInt8] {
    do throws(FileFault) { return try await PDFMaker().pdf(of: page, style: style) } catch {
      if case .toolMissing = error { throw .refused(Refusal(.statementPDFMissing)) }
      throw .fault("statement.pdf.\(error.code)")
    }
  }
}
