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
}
