// SPDX-License-Identifier: Apache-2.0

/// How long things are kept that are no record of any case. None of the numbers is law: they are
/// settings of this program, chosen so that nothing about a person lies about longer than the
/// work needs it.
enum KeepingTime {
  /// Days after which a draft that nobody has touched is thrown away.
  static let draftDays = 30
  /// Hours without use after which a session ends.
  static let sessionIdleHours = 8
  /// Hours after which a session ends in any case.
  static let sessionLongestHours = 12
  /// Days for which the names of files that were sent for follow-up are kept: as long as whoever
  /// sent them may want to mend what was rejected.
  static let uploadNameDays = 30
  /// Days for which the files of an import that stopped wait for somebody to go on with it.
  static let stoppedUploadDays = 7
  /// Hours after which files that nobody finished sending are thrown away.
  static let receivingHours = 2
}
