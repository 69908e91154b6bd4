// SPDX-License-Identifier: Apache-2.0

/// The data of the commands that carry more than one value, by name.
enum CommandData {
  enum Field: String, CodingKey { case documents, items }

  struct Nothing: Codable {}

  struct Request: Codable {
    var request: PerformerRequested
    var insured: InsuredIdentity?
  }

  struct Update: Codable {
    var update: OrderUpdated
    var lastDay: Day?
  }

  struct OnDay: Codable {
    var day: Day
  }

  struct Question: Codable {
    var question: String?
    var answerBy: Day?
    var sections: [SectionQuestion]?
  }

  struct Arrival: Codable {
    var number: Int?
    var day: Day
    var lastSupplementRequestDay: Day?
  }

  struct Inquiries: Codable {
    var performers: [HSAID]
    var answerBy: Day
    var message: String?
  }

  struct Performer: Codable {
    var performer: HSAID
  }

  struct Allocation: Codable {
    var unit: UnitContact
    var method: AllocationMethod
    var draw: DrawRecord?
    var comment: String?
  }

  struct Reason: Codable {
    var reason: String
  }

  struct Deferral: Codable {
    var reason: String
    var proposedDay: Day?
  }

  struct Return: Codable {
    var cause: ReturnCause
    var reason: String
  }

  struct Supplement: Codable {
    var parts: [DocumentKind]
    var question: String
  }

  struct Proposal: Codable {
    var professions: [Profession]
    var reason: String
  }

  struct Appointment: Codable {
    var person: String
    var name: String
    var profession: Profession
  }

  struct Release: Codable {
    var person: String
  }

  struct NumberedDay: Codable {
    var number: Int
    var day: Day
  }

  struct Notice: Codable {
    var notice: DeadlineNoticed
    var passed: Bool
  }

  struct Correction: Codable {
    var version: Int
    var reason: String
    var replacement: Command?

    init(version: Int, reason: String, replacement: Command.Replacement?) {
      self.version = version
      self.reason = reason
      if case .command(let command) = replacement { self.replacement = command }
    }
  }

  /// `{"performed": {...}}` or `{"missed": {...}}`, never both.
  struct Report: Codable {
    let report: VisitReport

    private enum Key: String, CodingKey { case performed, missed }

    init(_ report: VisitReport) { self.report = report }

    init(from decoder: any Decoder) throws {
      let box = try decoder.container(keyedBy: Key.self)
      let performed = try box.decodeIfPresent(VisitPerformed.self, forKey: .performed)
      let missed = try box.decodeIfPresent(VisitMissed.self, forKey: .missed)
      switch (performed, missed) {
      case (let performed?, nil): report = .performed(performed)
      case (nil, let missed?): report = .missed(missed)
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: box.codingPath, debugDescription: "not performed or missed"))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var box = encoder.container(keyedBy: Key.self)
      switch report {
      case .performed(let performed): try box.encode(performed, forKey: .performed)
      case .missed(let missed): try box.encode(missed, forKey: .missed)
      }
    }
  }
}
