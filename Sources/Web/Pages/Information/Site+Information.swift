// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// Pages that only tell: rules, calendar, help, the gallery. They are open to everybody.
  func addInformationRoutes(to pages: Pages) {
    addRuleRoutes(to: pages)
    addAccountRoutes(to: pages)
    pages.get("\(SiteAddress.calendar.pattern)") { request, context -> Response in
      let query = request.queryValues
      let model = CalendarModel(
        self.service.calendars, query: query, today: self.service.clock.now().day)
      let here = [("ar", "\(model.year)"), ("kalender", model.policy.name)]
      var frame = try await self.frames.frame(
        CalendarTexts.pageTitle, context, here: SiteAddress.calendar.href(here))
      if case .faults = model.answer { frame.hasErrors = true }
      return .page(calendarPage(model, frame: frame))
    }
    pages.get("\(SiteAddress.help.pattern)") { _, context -> Response in
      let frame = try await self.frames.frame(
        HelpTexts.title, context, here: SiteAddress.help.href)
      let model = HelpModel(own: context.signedIn?.member.party.role)
      return .page(helpPage(model, frame: frame))
    }
    pages.get("\(SiteAddress.accessibility.pattern)") { _, context -> Response in
      let frame = try await self.frames.frame(
        AccessibilityTexts.title, context, here: SiteAddress.accessibility.href)
      return .page(
        textPage(
          AccessibilityTexts.title, lead: AccessibilityTexts.lead,
          sections: AccessibilityTexts.sections, frame: frame))
    }
    pages.get("\(SiteAddress.privacy.pattern)") { _, context -> Response in
      let frame = try await self.frames.frame(
        PrivacyTexts.title, context, here: SiteAddress.privacy.href)
      return .page(
        textPage(
          PrivacyTexts.title, lead: PrivacyTexts.lead, sections: PrivacyTexts.sections,
          frame: frame))
    }
    pages.get("\(SiteAddress.gallery.pattern)") { _, context -> Response in
      let frame = try await self.frames.frame(
        Gallery.title, context, here: SiteAddress.gallery.href)
      return .page(PageShell(frame) { Gallery.html(frame.language) }.render())
    }
  }

  private func addRuleRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.rules.pattern)") { request, context -> Response in
      let text = request.queryValues.text("text") ?? ""
      let model = RulesModel(self.service.rules, text: text, context.language)
      let query = text.isEmpty ? [] : [("text", text)]
      let frame = try await self.frames.frame(
        RulesTexts.title, context, here: SiteAddress.rules.href(query))
      return .page(rulesPage(model, frame: frame))
    }
    pages.get("\(SiteAddress.Pattern.rule)") { request, context -> Response in
      let id = context.parameters.get("rule") ?? ""
      let model = RuleModel(
        id, in: self.service.rules, typed: request.queryValues.text("den"),
        today: self.service.clock.now().day)
      guard let model else { throw PageFault.notFound }
      let here = SiteAddress.rule(id).href([("den", model.day.description)])
      var frame = try await self.frames.frame(model.rule.meaning, context, here: here)
      frame.crumbs = Breadcrumbs(
        above: [(RulesTexts.title[context.language], SiteAddress.rules.href)],
        current: model.rule.id)
      frame.hasErrors = model.fault != nil
      return .page(rulePage(model, frame: frame))
    }
  }
}
