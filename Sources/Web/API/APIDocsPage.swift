// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// The page that describes the interface to people; machines read the OpenAPI document.
func apiDocsPage(frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(APIDocsTexts.title[language], lead: APIDocsTexts.lead[language]).html
    p {
      a(.href(Href(path: ["api", "v1", "openapi.yaml"]))) {
        APIDocsTexts.document[language]
      }
    }
    Card("operations", APIDocsTexts.operations[language], isFlush: true) {
      operations(language)
    }.html
    Card("use", APIDocsTexts.use[language]) {
      ul {
        for text in APIDocsTexts.rules { li { text[language] } }
      }
    }.html
    Card("kinds", APIDocsTexts.kinds[language], isFlush: true) { kinds(language) }.html
    Card("problems", APIDocsTexts.problems[language], isFlush: true) {
      problems(language)
    }.html
  }.render()
}

private func operations(_ language: Language) -> HTML {
  DataTable(
    id: "operation-table", caption: APIDocsTexts.operations[language],
    columns: [
      .init(APIDocsTexts.address[language]), .init(APIDocsTexts.what[language]),
      .init(APIDocsTexts.session[language]),
    ],
    rows: APIEndpoint.allCases.map { endpoint in
      [
        code { "\(endpoint.method.rawValue) \(APIEndpoint.base)\(endpoint.pattern)" },
        .text(endpoint.summary[language]),
        .text((endpoint.needsSession ? APIDocsTexts.yes : APIDocsTexts.no)[language]),
      ]
    }
  ).html(language)
}

private func kinds(_ language: Language) -> HTML {
  let given = ActionKind.allCases.filter { $0 != .commitDraw && $0 != .notice }
  return DataTable(
    id: "kind-table", caption: APIDocsTexts.kinds[language],
    columns: [.init(APIDocsTexts.kind[language]), .init(APIDocsTexts.parties[language])],
    rows: given.map { kind in
      let roles = PartyRole.allCases.filter { kind.roles.contains($0) }
      return [
        code { kind.rawValue },
        .text(roles.map { $0.label[language] }.joined(separator: ", ")),
      ]
    }
  ).html(language)
}

private func problems(_ language: Language) -> HTML {
  let own = APIProblem.own.filter { RefusalCode(rawValue: $0.code) == nil }
    .map { ($0.code, "\($0.status.code)", $0.detail) }
  let refusals = RefusalCode.allCases.map { code in
    (code.rawValue, status(of: code), Refusal(code).text)
  }
  return DataTable(
    id: "problem-table", caption: APIDocsTexts.problems[language],
    columns: [
      .init(APIDocsTexts.code[language]), .init(APIDocsTexts.status[language]),
      .init(APIDocsTexts.meaning[language]),
    ],
    rows: (own + refusals).map { name, status, text in
      [code(.id(name)) { name }, .text(status), .text(text[language])]
    }
  ).html(language)
}

/// The statuses that a refusal can have: 422 where it names a field, else by the code.
private func status(of code: RefusalCode) -> String {
  let bare = APIProblem(Refusal(code)).status
  return bare == .conflict ? "409, 422" : "\(bare.code)"
}

/// The words of the page.
enum APIDocsTexts {
  static let title = Bilingual(sv: "Gränssnitt för program", en: "Interface for programs")
  static let lead = Bilingual(
    sv: "Samma vyer och handlingar som sidorna, i JSON, med samma behörigheter.",
    en: "The same views and actions as the pages, in JSON, under the same permissions.")
  static let document = Bilingual(
    sv: "Fullständig beskrivning i OpenAPI 3.1", en: "Complete description in OpenAPI 3.1")
  static let operations = Bilingual(sv: "Adresser", en: "Addresses")
  static let address = Bilingual(sv: "Adress", en: "Address")
  static let what = Bilingual(sv: "Vad den gör", en: "What it does")
  static let session = Bilingual(sv: "Kräver inloggning", en: "Needs sign-in")
  static let yes = Bilingual(sv: "Ja", en: "Yes")
  static let no = Bilingual(sv: "Nej", en: "No")
  static let use = Bilingual(sv: "Så används det", en: "How to use it")
  static let kinds = Bilingual(sv: "Slag av kommandon", en: "Kinds of commands")
  static let kind = Bilingual(sv: "Slag", en: "Kind")
  static let parties = Bilingual(sv: "Vem som kan ge det", en: "Who can give it")
  static let problems = Bilingual(sv: "Problem", en: "Problems")
  static let code = Bilingual(sv: "Kod", en: "Code")
  static let status = Bilingual(sv: "HTTP-status", en: "HTTP status")
  static let meaning = Bilingual(sv: "Betydelse", en: "Meaning")

  static let rules: [Bilingual] = [
    Bilingual(
      sv: "Logga in med POST /api/v1/sessions och skicka nyckeln i huvudet Authorization: "
        + "Bearer. Det finns bara i demonstrationen. Den som redan är inloggad i en "
        + "webbläsare skickar i stället formulärnyckeln i huvudet X-Form-Token.",
      en: "Sign in with POST /api/v1/sessions and send the token in the header Authorization: "
        + "Bearer. It exists only in the demonstration. Who is already signed in in a browser "
        + "sends the form token in the header X-Form-Token instead."),
    Bilingual(
      sv: "Skicka en egen nyckel i Idempotency-Key med varje kommando: ett upprepat kommando "
        + "ger då samma svar och görs inte en gång till. Skriv inga personuppgifter i nyckeln.",
      en: "Send a key of your own in Idempotency-Key with every command: a repeated command "
        + "then gives the same answer and is not carried out again. Write no personal data in "
        + "the key."),
    Bilingual(
      sv: "Skicka ärendets ETag i If-Match: kommandot avvisas med 412 om ärendet har ändrats "
        + "sedan du läste det. Skicka den i If-None-Match när du läser: svaret blir 304 om "
        + "inget har ändrats.",
      en: "Send the ETag of the case in If-Match: the command is refused with 412 if the case "
        + "has changed since you read it. Send it in If-None-Match when you read: the answer "
        + "is 304 if nothing has changed."),
    Bilingual(
      sv: "Dagar skrivs 2026-06-12 i svensk tid, tidpunkter 2026-06-12T08:00:00.000Z i UTC.",
      en: "Days are written 2026-06-12 in Swedish time, instants 2026-06-12T08:00:00.000Z in "
        + "UTC."),
    Bilingual(
      sv: "Fel kommer som application/problem+json med en kod som aldrig byter betydelse, på "
        + "svenska eller engelska efter Accept-Language.",
      en: "Errors come as application/problem+json with a code that never changes its meaning, "
        + "in Swedish or English by Accept-Language."),
  ]
}
