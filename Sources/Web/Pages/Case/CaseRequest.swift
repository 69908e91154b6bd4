// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// What was asked for: the request as Försäkringskassan and the region know it, or the inquiry as
/// an asked performer does. It names nobody.
struct CaseRequest: Sendable {
  let title: Bilingual
  let lines: [(term: String, value: String)]
  let decline: String?

  init?(_ source: CaseSource) {
    let latest: AssessmentEvent
    if let request = source.state.request {
      title = CaseRequestTexts.request
      latest = .performerRequested(request)
    } else if case .performer(let id) = source.party, source.state.order == nil,
      let inquiry = source.state.inquiries.last(where: { $0.performer == id })
    {
      title = CaseRequestTexts.inquiry
      latest = .inquirySent(inquiry.sent)
    } else {
      return nil
    }
    lines = latest.text(source.names).details
      .map { (source.say($0.label), source.say($0.value)) }
    decline = source.state.requestDeclined.map { declined in
      [source.say(CaseRequestTexts.declined), declined.reason].compactMap { $0 }
        .joined(separator: " ")
    }
  }

  func html(_ language: Language) -> HTML {
    Card("request", title[language], isSmall: true) {
      if let decline { Notice(.soon, decline).html }
      SummaryList(lines.map { .init($0.term, $0.value) }, isSmall: true).html(language)
    }.html
  }
}

enum CaseRequestTexts {
  static let request = Bilingual(sv: "Begäran", en: "Request")
  static let inquiry = Bilingual(sv: "Förfrågan", en: "Inquiry")
  static let declined = Bilingual(
    sv: "Regionen har tackat nej.", en: "The region has declined.")
}
