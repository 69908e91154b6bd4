// SPDX-License-Identifier: Apache-2.0
import Documents
import Foundation

/// A mail program with the interface of sendmail: it reads a mail from its standard input, and
/// the recipient is named on its command line.
public struct MailProgram: Sendable {
  /// Path of the program, as `/usr/sbin/sendmail`.
  public let path: String
  /// A mail program puts a mail in its queue in well under a second.
  private let timeLimit: Duration

  public init(path: String, timeLimit: Duration = .seconds(60)) {
    self.path = path
    self.timeLimit = timeLimit
  }

  /// Nothing was taken: the program could not be started, or ended with this status or signal.
  public struct Failure: Error {
    public let status: Int32
  }

  /// Gives a mail to the program and waits until it has taken it. It is given nothing else of this
  /// process: no open files, no environment but where programs are, and no more than its time.
  ///
  /// - Throws: `Failure`, or that its time was out.
  public func take(_ mail: [UInt8], to recipient: String) async throws {
    // The mail lies in a file that has no name any more when the program starts.
    guard let file = tmpfile() else { throw Failure(status: -1) }
    defer { fclose(file) }
    guard fwrite(mail, 1, mail.count, file) == mail.count, fflush(file) == 0 else {
      throw Failure(status: -1)
    }
    rewind(file)
    // What follows the double dash is no option, whatever it looks like.
    let program = RunningTool(
      [path, "-i", "--", recipient], environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"],
      input: fileno(file))
    switch try await program.end(within: timeLimit) {
    case .status(0): return
    case .status(let status): throw Failure(status: status)
    case .signal(let signal): throw Failure(status: signal)
    }
  }
}
