// SPDX-License-Identifier: Apache-2.0

/// The queries over documents, so that their plans can be looked at as they are run.
enum DocumentSQL {
  static let find = "SELECT \(DocumentRecord.columns) FROM document WHERE id = ?"
  static let stream = "SELECT stream FROM document WHERE id = ?"
  static let count = "SELECT COUNT(*) AS n FROM document WHERE stream = ? AND party = ?"
  static let list = """
    SELECT \(DocumentRecord.columns) FROM document WHERE stream = ? ORDER BY created_ms, id
    """
  static let address = """
    SELECT \(DocumentRecord.columns) FROM document
    WHERE stream = ? AND party = ? AND address = ?
    """
  /// All documents in the order of their ids, after an id.
  static let walk = "SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?"
  /// The condition stands outside too, because a piece may have come while the row was waited for.
  static let removeAbandoned = """
    DELETE FROM document WHERE state = 'receiving' AND updated_ms < ? AND id IN (
      SELECT id FROM document WHERE state = 'receiving' AND updated_ms < ?
      ORDER BY updated_ms LIMIT ?
    )
    """
  static let removeAll = "DELETE FROM document WHERE stream = ?"
  static let removeBeneath = "DELETE FROM document WHERE stream >= ? AND stream < ?"
}
