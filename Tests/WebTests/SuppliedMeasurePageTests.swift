// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import Markup
import Statistics
import Testing

@testable import Service
@testable import Web

/// What is supplied in files, as pages and the interface show it.
@Suite struct SuppliedMeasurePageTests {
  private static func page(_ id: String, _ more: [(String, String)] = []) -> Href {
    SiteAddress.measure(id).href([("syfte", "dialogue")] + more)
  }

  @Test func `a breakdown by a background variable has its groups in words, the unknown too`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let divided = try await alva.get(Self.page("certificates", [("per", "background")]))
      #expect(divided.status == .ok)
      #expect(PageCheck(divided.text).faults == [])
      for words in ["Lång utbildning: 20,5", "Lång utbildning: 40", "Lång utbildning: uppgift"] {
        #expect(divided.text.contains(words), "\(words)")
      }
      // It is chosen by name, and the choice stands in the page.
      #expect(divided.text.contains("<option value=\"lång-utbildning:1\""))
      let restricted = try await alva.get(
        Self.page("certificates", [("background", "lång-utbildning:1")]))
      #expect(restricted.status == .ok)
      #expect(restricted.text.contains("<option value=\"lång-utbildning:1\" selected"))
      try await site.service.setLanguage(.en, in: alva.session)
      let english = try await alva.get(Self.page("certificates", [("per", "background")]))
      #expect(english.text.contains("Lång utbildning: 20.5"))
      #expect(english.text.contains("Lång utbildning: not told"))
    }
  }

  @Test func `what nobody has supplied is told as unknown, and the method says how few is few`()
    async throws
  {
    try await SiteFixture.with { site in
      try FollowUpFixture.open(site.service)
      let alva = try await Visitor(site, .coordinator)
      let refused = try await alva.get(Self.page("refused-share", [("per", "unit")]))
      #expect(refused.status == .ok)
      #expect(PageCheck(refused.text).faults == [])
      let method = try await alva.get(SiteAddress.method("refused-share").href)
      #expect(method.text.contains("Inga beslut har lämnats."))
      #expect(method.text.contains("Minst 5 ska stå bakom en siffra"))
      #expect(method.text.contains(SiteAddress.rule("STAT_FEWEST_SHOWN").href.description))
      let rule = try await alva.get(SiteAddress.rule("STAT_FEWEST_SHOWN").href)
      #expect(rule.status == .ok)
    }
  }
}
