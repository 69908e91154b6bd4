// SPDX-License-Identifier: Apache-2.0

/// From when on what a transaction wrote survives that the machine stops. That a program stops
/// takes nothing back in either case, and what is taken back is always whole transactions, the
/// last ones first.
public enum Durability: Sendable {
  /// When the transaction is answered.
  case atOnce
  /// When the next transaction that is durable at once is answered, and soon in any case. Until
  /// then a machine that stops may take it back: for pieces of a document, whose sender asks how
  /// far it has come and whose end is durable at once.
  case withNext
}
