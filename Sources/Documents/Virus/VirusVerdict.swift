// SPDX-License-Identifier: Apache-2.0

/// What is known of a file's harmfulness.
public enum VirusVerdict: Hashable, Sendable {
  /// clamd found nothing.
  case clean
  /// clamd found something, by this name: at most 100 printable ASCII characters.
  case infected(name: String)
  /// clamd is configured, and no answer came. The file must wait.
  case unavailable(Reason)
  /// No clamd is configured. Others look for viruses, or nobody does.
  case unchecked

  /// Why no answer came. The raw value is a stable code that is never reused.
  public enum Reason: String, Hashable, CaseIterable, Sendable {
    /// Nobody listens at the address.
    case unreachable
    /// The time was out.
    case timeLimit = "time-limit"
    /// The file is longer than clamd's own limit, `StreamMaxLength`.
    case sizeLimit = "size-limit"
    /// The connection broke, or the answer is none that we know.
    case answer
    /// The file could not be read.
    case storage
    /// The task was cancelled.
    case cancelled
  }
}
