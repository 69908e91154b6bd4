// SPDX-License-Identifier: Apache-2.0
import Domain

/// The questions about who the insured person is.
enum IdentityFields {
  static func parts(_ known: InsuredIdentity?) -> [FormPart] {
    [
      .line(
        "identity.number",
        Bilingual(
          sv: "Personnummer eller samordningsnummer", en: "Personal or coordination number"),
        hint: Bilingual(
          sv: "Tolv siffror, till exempel ååååmmdd-nnnn.",
          en: "Twelve digits, such as yyyymmdd-nnnn."),
        width: .middle, value: known?.number.description),
      .line(
        "identity.firstName", Bilingual(sv: "Förnamn", en: "First name"), width: .middle,
        value: known?.firstName),
      .line(
        "identity.lastName", Bilingual(sv: "Efternamn", en: "Last name"), width: .middle,
        value: known?.lastName),
      .yesNo(
        "identity.protected",
        Bilingual(
          sv: "Har personen skyddade personuppgifter?",
          en: "Does the person have protected identity?"),
        hint: Bilingual(
          sv: "Då visas namnet inte i listor, och adress, telefon och ort kan lämnas tomma.",
          en: "The name is then not shown in lists, and address, telephone and town may be left "
            + "empty."),
        value: known?.protected ?? false),
    ]
  }

  /// Where the person is reached; not asked for one with protected identity.
  static func contact(_ known: InsuredIdentity?, isProtected: Bool) -> [FormPart] {
    if isProtected {
      return [
        .notice(
          .note,
          Bilingual(
            sv: "Adress och telefon skickas inte.", en: "Address and telephone are not sent."),
          Bilingual(
            sv: "Personen har skyddade personuppgifter. Skriv under Kommentar hur utföraren når "
              + "personen genom Försäkringskassan.",
            en: "The person has protected identity. Write under Comment how the performer "
              + "reaches the person through Försäkringskassan."))
      ]
    }
    return [
      .text(
        "identity.address", Bilingual(sv: "Adress", en: "Address"),
        hint: Bilingual(
          sv: "Adress eller telefon behövs för kallelsen.",
          en: "An address or a telephone is needed for the summons."),
        isOptional: true, value: known?.address),
      .line(
        "identity.phone", Bilingual(sv: "Telefon", en: "Telephone"), width: .middle,
        isOptional: true, value: known?.phone),
    ]
  }

  static func read(_ form: inout FormReader) -> InsuredIdentity? {
    let number = readNumber(&form, "identity.number")
    let first = form.text("identity.firstName")
    let last = form.text("identity.lastName")
    let isProtected = form.yesNo("identity.protected")
    let address = form.optionalText("identity.address")
    let phone = form.optionalText("identity.phone")
    if isProtected == true {
      let contact = [("identity.address", address), ("identity.phone", phone)]
      for (name, value) in contact where value != nil {
        form.refuse(name, Refusal(.addressProtected).text)
      }
    }
    guard let number, let first, let last, let isProtected else { return nil }
    return InsuredIdentity(
      number: number, firstName: first, lastName: last, protected: isProtected,
      address: address, phone: phone)
  }

  /// A personal identity number or coordination number.
  static func readNumber(
    _ form: inout FormReader, _ name: String
  ) -> PersonalIdentityNumber? {
    guard let text = form.text(name) else { return nil }
    do throws(IdentityFault) {
      return try PersonalIdentityNumber(text, on: form.today)
    } catch {
      form.refuse(name, error.reason)
      return nil
    }
  }
}
