// SPDX-License-Identifier: Apache-2.0

/// Why a file of columns is not used. It is made anew from the store then; nothing is lost.
public enum ColumnFault: Error, Hashable, Sendable {
  /// There is none, or it cannot be opened.
  case unreadable
  /// It was made by another version of the program.
  case otherVersion
  /// It is not whole, or not what it says.
  case damaged
  /// The bytes of a column of this name are not those that were written.
  case damagedColumn(String)
  /// It lacks a column of this name and width.
  case columnMissing(String)
  /// It cannot be written.
  case unwritable
}
