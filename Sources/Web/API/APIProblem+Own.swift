// SPDX-License-Identifier: Apache-2.0
import Domain
import HTTPTypes

/// The problems that are the interface's own, beside the refusals.
extension APIProblem {
  static let malformed = APIProblem(
    .badRequest, "malformed-json",
    Bilingual(
      sv: "Det som skickades är inte läsbar JSON, eller är för djupt nästlat.",
      en: "What was sent is not readable JSON, or is nested too deeply."))

  static let signIn: APIProblem = {
    var problem = APIProblem(
      .unauthorized, "sign-in-required",
      Bilingual(
        sv: "Logga in först. Skicka nyckeln i huvudet Authorization: Bearer.",
        en: "Sign in first. Send the token in the header Authorization: Bearer."))
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"samsyn\""
    return problem
  }()

  static let formToken = APIProblem(
    .forbidden, "form-token",
    Bilingual(
      sv: "Med inloggning genom kaka ska formulärnyckeln skickas i huvudet X-Form-Token.",
      en: "With sign-in by cookie the form token must be sent in the header X-Form-Token."))

  static let notFound = APIProblem(Refusal(.notFound))

  static func methodNotAllowed(_ allowed: [String]) -> APIProblem {
    var problem = APIProblem(
      .methodNotAllowed, "method-not-allowed",
      Bilingual(
        sv: "Adressen finns, men tar inte emot den metoden.",
        en: "The address exists but does not take that method."))
    problem.headers[.allow] = allowed.joined(separator: ", ")
    return problem
  }

  static let tooLarge = APIProblem(
    .contentTooLarge, "too-large",
    Bilingual(
      sv: "Det som skickades är för stort: högst \(WebLimit.bodyBytes) byte.",
      en: "What was sent is too large: at most \(WebLimit.bodyBytes) bytes."))

  static let unsupportedType = APIProblem(
    .unsupportedMediaType, "unsupported-media-type",
    Bilingual(
      sv: "Skicka JSON, med Content-Type: application/json.",
      en: "Send JSON, with Content-Type: application/json."))

  static let unsupportedForm = APIProblem(
    .unsupportedMediaType, unsupportedType.code,
    Bilingual(
      sv: "Skicka filen i ett formulär, med Content-Type: multipart/form-data.",
      en: "Send the file in a form, with Content-Type: multipart/form-data."))

  static let malformedForm = APIProblem(
    .badRequest, "malformed-form",
    Bilingual(
      sv: "Formuläret med filen går inte att läsa.",
      en: "The form with the file cannot be read."))

  static func missing(_ field: String?) -> APIProblem {
    APIProblem(
      .unprocessableContent, RefusalCode.missing.rawValue,
      Bilingual(sv: "Fältet måste fyllas i.", en: "The field must be given."), field: field)
  }

  static func unfit(_ field: String?) -> APIProblem {
    APIProblem(
      .unprocessableContent, "unfit-value",
      Bilingual(
        sv: "Värdet har inte den form som fältet tar.",
        en: "The value does not have the form that the field takes."), field: field)
  }

  static func unknownField(_ field: String?) -> APIProblem {
    APIProblem(
      .unprocessableContent, "unknown-field",
      Bilingual(
        sv: "Det finns inget sådant fält här. Inget har ändrats.",
        en: "There is no such field here. Nothing has been changed."), field: field)
  }

  static let unknownKind = APIProblem(
    .unprocessableContent, "unknown-kind",
    Bilingual(
      sv: "Det finns inget kommando av det slaget.", en: "There is no command of that kind."),
    field: "kind")

  static let unavailable = APIProblem(
    .serviceUnavailable, "unavailable",
    Bilingual(
      sv: "Databasen svarar inte just nu. Försök igen om en stund.",
      en: "The database does not answer just now. Try again in a while."))

  static let fault = APIProblem(
    .internalServerError, "fault",
    Bilingual(
      sv: "Något gick fel hos oss. Inget har ändrats.",
      en: "Something went wrong on our side. Nothing has been changed."))

  /// One of each, for the description.
  static let own: [APIProblem] = [
    malformed, malformedForm, signIn, formToken, notFound, methodNotAllowed([]), tooLarge,
    unsupportedType, missing(nil), unfit(nil), unknownField(nil), unknownKind, unavailable, fault,
  ]

  /// The kind of problem in a word or two.
  static func title(of status: HTTPResponse.Status) -> Bilingual {
    switch status {
    case .badRequest: Bilingual(sv: "Går inte att läsa", en: "Cannot be read")
    case .unauthorized: Bilingual(sv: "Inte inloggad", en: "Not signed in")
    case .forbidden: Bilingual(sv: "Får inte göras", en: "Not permitted")
    case .notFound: Bilingual(sv: "Finns inte", en: "Does not exist")
    case .methodNotAllowed: Bilingual(sv: "Fel metod", en: "Wrong method")
    case .conflict:
      Bilingual(sv: "Går inte i ärendets läge", en: "Not possible as the case stands")
    case .gone: Bilingual(sv: "Finns inte längre", en: "No longer exists")
    case .preconditionFailed: Bilingual(sv: "Ärendet har ändrats", en: "The case has changed")
    case .contentTooLarge: Bilingual(sv: "För stort", en: "Too large")
    case .unsupportedMediaType: Bilingual(sv: "Fel innehållstyp", en: "Wrong content type")
    case .unprocessableContent: Bilingual(sv: "Ett fält är fel", en: "A field is wrong")
    case .serviceUnavailable: Bilingual(sv: "Svarar inte just nu", en: "Not available now")
    default: Bilingual(sv: "Fel hos oss", en: "Fault on our side")
    }
  }
}
