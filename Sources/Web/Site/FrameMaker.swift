// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// Makes the frame around a page for the person who reads it.
struct FrameMaker: Sendable {
  let service: SamsynService

  /// Where in the navigation a page stands.
  enum Place: Sendable {
    case tasks, cases, messages, newRequest, settings, planning, competence, directory, followUp
    case imports, quality
    case other
  }

  /// The frame of a page for a signed-in person, or of an open page for anybody.
  ///
  /// - Parameter path: the address of this page, for the language switch.
  func frame(
    _ title: Bilingual, _ context: SiteContext, at place: Place = .other,
    here: Href = SiteAddress.home.href
  ) async throws -> PageFrame {
    let language = context.language
    var frame = PageFrame(
      language: language, title: title[language],
      addresses: PageFrame.Addresses(
        home: SiteAddress.home.href,
        search: context.signedIn == nil ? nil : SiteAddress.search.href,
        help: SiteAddress.help.href,
        otherLanguage: SiteAddress.language.href([
          ("sprak", language == .sv ? "en" : "sv"), ("tillbaka", here.description),
        ]),
        stylesheet: SiteAddress.asset("samsyn.css").href,
        script: SiteAddress.asset("samsyn.js").href,
        icon: SiteAddress.asset("favicon.svg").href))
    frame.footLinks = footLinks(language)
    if try await service.isDemonstration() {
      frame.demonstration = PageFrame.Demonstration(
        day: service.clock.now().day, change: SiteAddress.clock.href)
    }
    if let signedIn = context.signedIn {
      try await add(signedIn, place, to: &frame)
    } else {
      frame.layout = .solo
    }
    return frame
  }

  private func add(
    _ signedIn: SignedIn, _ place: Place, to frame: inout PageFrame
  ) async throws {
    let member = signedIn.member
    frame.token = signedIn.formToken
    frame.user = PageFrame.User(
      name: member.name, account: SiteAddress.account.href, signOut: SiteAddress.signOut.href)
    let language = frame.language
    func assignment(_ member: StaffMember) -> PageFrame.Assignment {
      PageFrame.Assignment(
        value: member.id, party: member.party.role, organisation: member.organisation,
        role: member.title[language])
    }
    let others = AccountModel.others(of: member, among: try await service.people())
    frame.office = PageFrame.Office(
      current: assignment(member), others: others.map(assignment),
      switchTo: SiteAddress.switchOffice.href)
    frame.printHead = PageFrame.PrintHead(
      subject: "\(frame.title), \(member.organisation)", printed: service.clock.now(),
      hasPersonalData: true)
    if member.party == .insured {
      // One calm column; there is nothing to search in, and the journal is not hers to follow.
      frame.layout = .person
      frame.addresses.search = nil
      frame.office = nil
      return
    }
    frame.navigation = try await navigation(signedIn, place, frame.language)
    frame.live = PageFrame.Live(
      stream: SiteAddress.live.href,
      place: try service.place(at: try await service.position()))
  }

  private func navigation(
    _ signedIn: SignedIn, _ place: Place, _ language: Language
  ) async throws -> [PageFrame.Group] {
    let counts = try await service.taskCounts(for: signedIn.actor)
    let cases = try await service.counts(for: signedIn.actor)
    let running = cases.filter { !$0.isEnded }.reduce(0) { $0 + $1.count }
    let unread = try await service.unreadThreads(for: signedIn.actor)
    let open = counts.late + counts.soon + counts.later
    var work: [PageFrame.Destination] = [
      .init(
        FrameTexts.tasks[language], .inbox, SiteAddress.tasks.href, count: open,
        isHot: counts.late > 0, isCurrent: place == .tasks),
      .init(
        FrameTexts.cases[language], .list, SiteAddress.cases.href, count: running,
        isCurrent: place == .cases),
      .init(
        FrameTexts.messages[language], .mail, SiteAddress.inbox.href, count: unread,
        isHot: unread > 0, isCurrent: place == .messages),
    ]
    switch signedIn.member.party.role {
    case .fk:
      work.append(
        .init(
          FrameTexts.newRequest[language], .add,
          SiteAddress.newRequest(step: "person").href, isCurrent: place == .newRequest))
    case .region:
      work.append(
        .init(
          FrameTexts.settings[language], .calendar, SiteAddress.settings.href,
          isCurrent: place == .settings))
    case .performer:
      work += [
        .init(
          PlanningTexts.planning[language], .calendar, SiteAddress.planning.href,
          isCurrent: place == .planning),
        .init(
          CompetenceTexts.title[language], .people, SiteAddress.competence.href,
          isCurrent: place == .competence),
      ]
    case .insured:
      break
    }
    return [
      PageFrame.Group(FrameTexts.work[language], work),
      PageFrame.Group(
        DirectoryTexts.group[language],
        try await followUpDestinations(signedIn, place, language)),
    ]
  }

  private func followUpDestinations(
    _ signedIn: SignedIn, _ place: Place, _ language: Language
  ) async throws -> [PageFrame.Destination] {
    var pages: [PageFrame.Destination] = [
      .init(
        MeasureTexts.menu[language], .chart, SiteAddress.followUp.href,
        isCurrent: place == .followUp),
      .init(
        QualityTexts.title[language], .shield, SiteAddress.quality.href,
        isCurrent: place == .quality),
    ]
    if try await service.isAnalyst(signedIn.actor) {
      pages.append(
        .init(
          ImportTexts.title[language], .download, SiteAddress.imports.href,
          isCurrent: place == .imports))
    }
    pages.append(
      .init(
        DirectoryTexts.title[language], .book, SiteAddress.directory.href,
        isCurrent: place == .directory))
    return pages
  }

  private func footLinks(_ language: Language) -> [(text: String, href: Href)] {
    [
      (FrameTexts.accessibility[language], SiteAddress.accessibility.href),
      (FrameTexts.privacy[language], SiteAddress.privacy.href),
      (FrameTexts.rules[language], SiteAddress.rules.href),
      (FrameTexts.calendar[language], SiteAddress.calendar.href),
      (FrameTexts.gallery[language], SiteAddress.gallery.href),
      (FrameTexts.help[language], SiteAddress.help.href),
    ]
  }
}

/// The words of the frame.
enum FrameTexts {
  static let work = Bilingual(sv: "Arbete", en: "Work")
  static let tasks = Bilingual(sv: "Att göra", en: "To do")
  static let cases = Bilingual(sv: "Ärenden", en: "Cases")
  static let messages = Bilingual(sv: "Meddelanden", en: "Messages")
  static let newRequest = Bilingual(sv: "Ny begäran", en: "New request")
  static let settings = Bilingual(sv: "Inställningar", en: "Settings")
  static let accessibility = Bilingual(sv: "Tillgänglighet", en: "Accessibility")
  static let privacy = Bilingual(sv: "Personuppgifter", en: "Personal data")
  static let rules = Bilingual(sv: "Regler och lagrum", en: "Rules and law")
  static let calendar = Bilingual(sv: "Kalender", en: "Calendar")
  static let gallery = Bilingual(sv: "Komponenter", en: "Components")
  static let help = Bilingual(sv: "Hjälp", en: "Help")
}
