// SPDX-License-Identifier: Apache-2.0

import Domain

/// What people write to each other in made-up cases. Nothing in it is about anybody.
struct ConversationScript: Sendable {
  struct Line: Sendable {
    let role: PartyRole
    let text: String
  }

  let subject: String
  /// Those who take part; the first line's role begins.
  let roles: Set<PartyRole>
  let lines: [Line]
  /// It is about the case's first visit, where there is one.
  var isAboutVisit = false
  /// Somebody marks it as settled when all has been said.
  var isSettled = false

  static let all: [ConversationScript] = [
    ConversationScript(
      subject: "Tolkens språk", roles: [.fk, .performer],
      lines: [
        Line(
          role: .performer,
          text: "Hej!\n\nI beställningen står att tolk kan behövas. Vilket språk gäller det? "
            + "Vi bokar så fort vi vet."),
        Line(
          role: .fk,
          text: "Hej! Personen vill ha tolk på sorani. Jag har bett om att få det bekräftat och "
            + "skriver igen om det ändras."),
        Line(role: .performer, text: "Tack, då bokar vi."),
      ], isAboutVisit: true, isSettled: true),
    ConversationScript(
      subject: "Ny telefontid", roles: [.fk, .performer],
      lines: [
        Line(
          role: .fk,
          text: "Från och med måndag når ni mig säkrast mellan klockan 9 och 11."),
        Line(role: .performer, text: "Tack, det noterar vi."),
      ], isSettled: true),
    ConversationScript(
      subject: "Hur går det?", roles: [.region, .performer],
      lines: [
        Line(
          role: .region,
          text: "Hej! Vi ser att sista dagen närmar sig. Räknar ni med att hinna?"),
        Line(role: .performer, text: "Ja, det gör vi. Utlåtandet skrivs i veckan."),
        Line(role: .region, text: "Bra, tack för snabbt svar."),
      ]),
    ConversationScript(
      subject: "Ledsagare vid besöket", roles: [.fk, .region, .performer],
      lines: [
        Line(
          role: .performer,
          text: "Personen vill ha med sig en ledsagare. Vi har plats i rummet. Har ni något att "
            + "invända?"),
        Line(role: .fk, text: "Nej, det går bra för vår del."),
        Line(role: .region, text: "Inte vi heller."),
      ], isAboutVisit: true),
    ConversationScript(
      subject: "Lokal med hörslinga", roles: [.fk, .region],
      lines: [
        Line(
          role: .fk,
          text: "Hej! Vi har fått frågan om det finns en lokal med hörslinga på orten. Vet ni?"),
        Line(
          role: .region,
          text: "Ja, i huset bredvid. Jag hör av mig till utföraren om rummet."),
      ]),
    ConversationScript(
      subject: "Sidor i fel ordning", roles: [.fk, .performer],
      lines: [
        Line(
          role: .performer,
          text: "Två sidor i underlaget verkar ligga i fel ordning. Inget saknas, så ni behöver "
            + "inte skicka om, men vi ville säga det."),
        Line(role: .fk, text: "Tack! Vi ser över hur de skannas."),
      ]),
    ConversationScript(
      subject: "Nya lokaler från nästa månad", roles: [.region, .performer],
      lines: [
        Line(
          role: .performer,
          text: "Vi flyttar den första i nästa månad. Besöken i det här ärendet blir kvar på den "
            + "gamla adressen."),
        Line(role: .region, text: "Tack för beskedet. Då ändrar vi adressen hos oss."),
      ], isSettled: true),
    ConversationScript(
      subject: "Vart ska personen gå?", roles: [.fk, .performer],
      lines: [
        Line(
          role: .fk,
          text: "Personen har ringt och undrar vart hen ska gå på besöksdagen. Vad kan vi säga?"),
        Line(
          role: .performer,
          text: "Anmäl ankomst i receptionen på plan 2. Det står också i kallelsen."),
      ], isAboutVisit: true),
  ]
}
