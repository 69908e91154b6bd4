// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service

/// A mail program with the interface of sendmail: it reads a mail from its standard input, and
/// the recipient is named on its command line.
struct Sendmail: Sendable {
  /// Path of the program, as `/usr/sbin/sendmail`.
  let path: String
  let setting: MailNotice.Setting

  /// Nothing was taken: the program could not be started, or ended with this status.
  struct Failure: Error {
    let status: Int32
  }

  /// What the environment says: SAMSYN_SENDMAIL names the program, SAMSYN_MAIL_FROM the sender's
  /// address and SAMSYN_ADDRESS the site's. Nil where no program is named: mail then stays in the
  /// outbox.
  ///
  /// - Throws: usage where one of the others is missing or no address.
  static func configured(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Sendmail? {
    guard let path = environment["SAMSYN_SENDMAIL"], !path.isEmpty else { return nil }
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw CommandOutput.failure("SAMSYN_SENDMAIL names no program that can be run.", .usage)
    }
    let setting = MailNotice.Setting(
      from: environment["SAMSYN_MAIL_FROM"] ?? "", site: environment["SAMSYN_ADDRESS"] ?? "")
    let trial = MailNotice(to: "nobody@samsyn.example")
    guard trial.rendered(setting, id: 0, at: Instant(milliseconds: 0)) != nil else {
      throw CommandOutput.failure(
        "With SAMSYN_SENDMAIL, SAMSYN_MAIL_FROM must be the sender's mail address and "
          + "SAMSYN_ADDRESS the address of the site.", .usage)
    }
    return Sendmail(path: path, setting: setting)
  }

  /// Gives a mail to the program and waits until it has taken it.
  func take(_ mail: [UInt8], to recipient: String) async throws {
    let status = await withCheckedContinuation { continuation in
      // Waiting blocks, which a thread of Swift's own pool must never do.
      DispatchQueue.global().async {
        continuation.resume(returning: run(mail, recipient))
      }
    }
    guard status == 0 else { throw Failure(status: status) }
  }

  /// The status the program ended with; -1 where it could not be started. The mail lies in a file
  /// that has no name any more when the program starts.
  private func run(_ mail: [UInt8], _ recipient: String) -> Int32 {
    guard let file = tmpfile() else { return -1 }
    defer { fclose(file) }
    guard fwrite(mail, 1, mail.count, file) == mail.count, fflush(file) == 0 else { return -1 }
    rewind(file)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, fileno(file), 0)
    for descriptor in [Int32(1), 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    // What follows the double dash is no option, whatever it looks like.
    let words = [path, "-i", "--", recipient].map { (word: String) in strdup(word) }
    let arguments = words + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, nil, arguments, environ) == 0 else {
      return -1
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) != process {
      if errno != EINTR { return -1 }
    }
    return status
  }
}
