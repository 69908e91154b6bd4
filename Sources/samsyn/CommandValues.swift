// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domain
import Foundation
import RuleData

/// Days are written `2026-06-12` or `20260612` on the command line; a date that does not exist
/// is a usage error.
extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  /// The day in Sweden now, for commands whose day was not given.
  static var today: Day {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)).day
  }
}

/// What comes with the program. A file that cannot be read ends the command as a fault.
enum ShippedRules {
  static func calendars() throws -> CalendarBook {
    do { return try CalendarFile.load() } catch {
      throw CommandOutput.failure("\(error)", .fault)
    }
  }

  static func rules() throws -> RuleBook {
    do { return try RuleBookFile.load() } catch {
      throw CommandOutput.failure("\(error)", .fault)
    }
  }
}
