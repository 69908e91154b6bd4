// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

/// Turns what went wrong into a page that says what happened, what became of what was typed, and
/// what to do. Nothing of the request is repeated, in the page or in the log.
struct ErrorPageMiddleware: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let fault as PageFault {
      return try await page(for: fault, request, context)
    } catch let error as ServiceError {
      return try await page(for: PageFault(error), request, context)
    } catch let error as HTTPError {
      return try await page(
        for: error.status == .notFound ? .notFound : .unreadable, request, context)
    } catch {
      return try await page(
        for: .fault(code: "web.\(type(of: error))"), request, context)
    }
  }

  private func page(
    for fault: PageFault, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let words: ErrorWords
    switch fault {
    case .signInFirst:
      return .seeOther(SiteAddress.signIn.href([("till", request.uri.description)]))
    case .formOutdated(let form):
      return try await site.keepForm(form, sentTo: request.uri.description, context)
    case .notFound: words = .notFound
    case .foreignForm: words = .foreignForm
    case .unreadable: words = .unreadable
    case .refused(let refusal): words = .refused(refusal)
    case .fault(let code):
      context.logger.error("page fault", metadata: ["code": "\(code)"])
      words = .fault
    }
    var inner = context
    // The frame needs to know who reads, also where the fault arose before that was found out.
    if inner.signedIn == nil, let token = request.cookies[SessionMiddleware.cookie]?.value {
      inner.signedIn = try? await site.service.session(token)
      inner.language = inner.signedIn?.language ?? inner.language
    }
    let language = inner.language
    let frame = try await site.frames.frame(words.title, inner)
    let body = PageShell(frame) {
      PageHead(words.title[language], lead: words.text[language]).html
      p { a(.href(SiteAddress.home.href)) { ErrorWords.back[language] } }
    }
    return .page(body.render(), status: words.status)
  }
}

/// Answers an address that no route matches with the page that says so. The interface answers for
/// itself.
struct UnknownAddressMiddleware: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    if request.uri.path.hasPrefix("/api/") { return try await next(request, context) }
    return try await ErrorPageMiddleware(site: site).handle(
      request, context: context, next: next)
  }
}

/// The words of a page about something that went wrong.
struct ErrorWords {
  let status: HTTPResponse.Status
  let title: Bilingual
  let text: Bilingual

  static let back = Bilingual(sv: "Till början", en: "To the start")

  static let notFound = ErrorWords(
    status: .notFound,
    title: Bilingual(sv: "Sidan finns inte", en: "The page does not exist"),
    text: Bilingual(
      sv: "Adressen leder ingenstans, eller till ett ärende som inte har skickats till din "
        + "organisation. Sök på hela ärendenumret för att komma rätt.",
      en: "The address leads nowhere, or to a case that has not been sent to your "
        + "organisation. Search for the whole case number to find your way."))

  static let foreignForm = ErrorWords(
    status: .forbidden,
    title: Bilingual(sv: "Formuläret togs inte emot", en: "The form was not taken"),
    text: Bilingual(
      sv: "Din inloggning har hunnit ta slut, eller så kom formuläret från en annan webbplats. "
        + "Inget har ändrats. Gå tillbaka, ladda om sidan och skicka igen.",
      en: "Your session has ended, or the form came from another site. Nothing has been "
        + "changed. Go back, reload the page and send again."))

  static let unreadable = ErrorWords(
    status: .badRequest,
    title: Bilingual(sv: "Det gick inte att läsa", en: "It could not be read"),
    text: Bilingual(
      sv: "Det som skickades är för stort eller har en form som sidan inte känner till. "
        + "Inget har ändrats.",
      en: "What was sent is too large or has a form that the page does not know. Nothing has "
        + "been changed."))

  static let fault = ErrorWords(
    status: .internalServerError,
    title: Bilingual(sv: "Något gick fel hos oss", en: "Something went wrong on our side"),
    text: Bilingual(
      sv: "Det du gjorde är inte sparat. Försök igen om en stund.",
      en: "What you did is not saved. Try again in a while."))

  static func refused(_ refusal: Refusal) -> ErrorWords {
    ErrorWords(
      status: status(refusal.code),
      title: refusal.code == .caseDisposed
        ? Bilingual(sv: "Ärendet är gallrat", en: "The case has been disposed of")
        : Bilingual(sv: "Det går inte att göra nu", en: "This cannot be done now"),
      text: refusal.text)
  }

  private static func status(_ code: RefusalCode) -> HTTPResponse.Status {
    switch code {
    case .staleVersion, .keyReused: .conflict
    case .caseDisposed: .gone
    default: .forbidden
    }
  }
}
