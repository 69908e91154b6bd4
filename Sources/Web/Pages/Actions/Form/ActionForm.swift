// SPDX-License-Identifier: Apache-2.0
import Domain

/// The page of one action, as data: what it is called, what happens, who is told, what is asked,
/// and how the answers become something to carry out.
struct ActionForm: Sendable {
  let title: Bilingual
  /// What happens when it is sent.
  let lead: Bilingual
  /// The words of the button.
  let button: Bilingual
  /// The action takes something back or ends it.
  var isWarning = false
  /// Who is told, and how much; a role that is missing is told nothing.
  let told: [PartyRole: Disclosure]
  /// What a role is told in words of its own, where the extent does not say it.
  var toldWords: [PartyRole: Bilingual] = [:]
  let parts: [FormPart]
  /// Reads the answers; nil where something is wrong, which then stands in the reader.
  let read: @Sendable (inout FormReader) -> FormOutcome?

  /// - Parameter events: the kinds of events that may follow; the audience table says who is
  ///   told of them.
  init(
    _ title: Bilingual, lead: Bilingual, button: Bilingual, isWarning: Bool = false,
    events: [EventKind], parts: [FormPart],
    read: @escaping @Sendable (inout FormReader) -> FormOutcome?
  ) {
    self.init(
      title, lead: lead, button: button, isWarning: isWarning, told: Self.told(of: events),
      parts: parts, read: read)
  }

  init(
    _ title: Bilingual, lead: Bilingual, button: Bilingual, isWarning: Bool = false,
    told: [PartyRole: Disclosure], parts: [FormPart],
    read: @escaping @Sendable (inout FormReader) -> FormOutcome?
  ) {
    self.title = title
    self.lead = lead
    self.button = button
    self.isWarning = isWarning
    self.told = told
    self.parts = parts
    self.read = read
  }

  /// What the answers ask for.
  ///
  /// - Throws: everything that is wrong with them.
  func outcome(_ values: FormValues, today: Day) throws(FormErrors) -> FormOutcome {
    var reader = FormReader(values, parts, today: today)
    let outcome = read(&reader)
    guard reader.errors.isEmpty else { throw reader.errors }
    guard let outcome else {
      var errors = FormErrors()
      errors.add(nil, Refusal(.missing).text)
      throw errors
    }
    return outcome
  }

  /// The most that each role is told of any of the events.
  static func told(of events: [EventKind]) -> [PartyRole: Disclosure] {
    var told: [PartyRole: Disclosure] = [:]
    for role in PartyRole.allCases {
      told[role] = events.compactMap { $0.audienceRow.disclosure(to: role) }.max()
    }
    return told
  }
}

/// What a form asks to be carried out.
enum FormOutcome: Sendable, Hashable {
  case command(Command)
  /// The region names the performer.
  case allocate(HSAID, AllocationMethod, comment: String?)
  /// Whoever's turn it is.
  case rotate(comment: String?)
  /// By draw among those with a free place.
  case draw(comment: String?)
}
