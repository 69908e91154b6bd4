// SPDX-License-Identifier: Apache-2.0
import Domain
import Synchronization

/// How the log of reads tells which document was read: the id follows the action.
enum DocumentRead {
  static let action = "document"
  static let attachment = "attachment"

  /// The action as it is written. What is not an id is never written.
  static func action(_ document: String) -> String {
    DocumentFile.isID(document) ? "\(action):\(document)" : action
  }

  /// As above, for an attachment of a message.
  static func attachment(_ file: String) -> String {
    DocumentFile.isID(file) ? "\(attachment):\(file)" : attachment
  }

  /// The action and the document that it was about.
  static func parts(_ written: String) -> (action: String, document: String?) {
    for action in [action, attachment] where written.hasPrefix("\(action):") {
      return (action, String(written.dropFirst(action.count + 1)))
    }
    return (written, nil)
  }
}

/// Which documents each person has just read, so that turning pages is one read in the log and
/// not two hundred.
final class RecentReads: Sendable {
  /// Reads of one document by one person within so many minutes are one read.
  static let minutes = 10
  private static let kept = 10_000
  private let latest = Mutex<[String: Instant]>([:])

  /// Whether the log has this read already.
  func has(_ document: String, by actor: Actor, at now: Instant) -> Bool {
    latest.withLock { latest in
      guard let last = latest[Self.key(document, actor)] else { return false }
      return last > now.adding(minutes: -Self.minutes) && last <= now
    }
  }

  /// Notes a read that the log has.
  func add(_ document: String, by actor: Actor, at now: Instant) {
    latest.withLock { latest in
      let oldest = now.adding(minutes: -Self.minutes)
      if latest.count >= Self.kept { latest = latest.filter { $0.value > oldest } }
      if latest.count >= Self.kept { latest = [:] }
      latest[Self.key(document, actor)] = now
    }
  }

  private static func key(_ document: String, _ actor: Actor) -> String {
    "\(actor.party)|\(actor.person)|\(document)"
  }
}
