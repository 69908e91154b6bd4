// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Service

/// The mail program that the environment names, and what mail from here looks like.
struct Sendmail: Sendable {
  let program: MailProgram
  let setting: MailNotice.Setting

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
    return Sendmail(program: MailProgram(path: path), setting: setting)
  }
}
