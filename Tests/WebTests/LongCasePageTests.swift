// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Web

/// The page of a case with thousands of events.
@Suite struct LongCasePageTests {
  @Test func `of a long history the latest events are shown and all can be`() throws {
    var story = PageStory()
    try story.complete()
    let before = story.history.count
    for number in 1...CaseTimeline.shownMax {
      try story.perform(
        .updateOrder(OrderUpdated(comment: "Nr \(number)"), lastDay: nil), as: PageStory.officer)
    }
    let timeline = try story.model(PageStory.officer).timeline
    #expect(timeline.items.count == CaseTimeline.shownMax)
    #expect(timeline.items.first?.version == story.history.last?.version)
    #expect(timeline.counts[.all] == timeline.items.count + timeline.older)
    let page = try story.page(PageStory.officer)
    let sentence = "Här är de 200 senaste av \(200 + timeline.older) händelser."
    #expect(page.contains(sentence))
    #expect(page.contains("antal=alla"))
    let whole = CaseTimeline(try story.source(PageStory.officer), isWhole: true)
    #expect(whole.older == 0)
    #expect(whole.items.count > CaseTimeline.shownMax)
    #expect(whole.items.last?.version == 1)
    #expect(before == story.history.count - CaseTimeline.shownMax)
    // The status is that of the event before, however long ago it was.
    let source = try story.source(PageStory.officer)
    let events = source.view.events
    let naive = (1..<events.count).last { count in
      Assessment(id: source.id, events: Array(events[..<count]))
        .status(for: source.party, now: source.moment) != source.view.status
    }
    #expect(CaseHeading.statusEvent(source) == (naive ?? 0) + 1)
  }
}
