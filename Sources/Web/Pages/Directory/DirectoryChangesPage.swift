// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// What differs between two copies of the directory.
struct DirectoryChangesModel: Sendable {
  static let rows = 100

  let from: Day
  let to: Day
  let counts: [(kind: DirectoryChange.Kind, count: Int)]
  let rows: [DirectoryChange]
  let total: Int
  let page: Int

  init(_ changes: [DirectoryChange], from: Day, to: Day, page: Int) {
    self.from = from
    self.to = to
    let byKind = Dictionary(grouping: changes, by: \.kind)
    counts = DirectoryChange.Kind.allCases.compactMap { kind in
      byKind[kind].map { (kind, $0.count) }
    }
    total = changes.count
    let shown = min(max(page, 1), max(1, (changes.count + Self.rows - 1) / Self.rows))
    self.page = shown
    rows = Array(changes.dropFirst((shown - 1) * Self.rows).prefix(Self.rows))
  }

  var pageCount: Int { max(1, (total + Self.rows - 1) / Self.rows) }

  func href(page: Int) -> Href {
    SiteAddress.directoryChanges.href(
      [("fran", "\(from)"), ("till", "\(to)")] + (page > 1 ? [("sida", "\(page)")] : []))
  }
}

func directoryChangesPage(_ model: DirectoryChangesModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    PageHead(DirectoryTexts.changes[language], lead: "\(model.from) – \(model.to)").html
    if model.rows.isEmpty {
      EmptyState(
        title: DirectoryTexts.noChange[language], text: DirectoryTexts.noChangeText[language],
        icon: .check
      ).html
    } else {
      p(.class("muted")) {
        model.counts.map { "\(DirectoryTexts.change($0.kind)[language]) \($0.count)" }
          .joined(separator: " · ")
      }
      div(.class("section")) {
        Card(
          "andringar", DirectoryTexts.sinceLast[language],
          aside: .text(CountText.grouped(model.total)), isFlush: true
        ) {
          DataTable(
            id: "andringar-tabell", caption: DirectoryTexts.sinceLast[language],
            columns: [
              .init(DirectoryTexts.unit[language]), .init(DirectoryTexts.change[language]),
              .init(DirectoryTexts.before[language]), .init(DirectoryTexts.after[language]),
            ],
            rows: model.rows.map { row($0, model, language) }
          ).html(language)
        }.html
      }
      Pagination(page: model.page, pageCount: model.pageCount) { model.href(page: $0) }
        .html(language)
    }
  }.render()
}

private func row(
  _ change: DirectoryChange, _ model: DirectoryChangesModel, _ language: Language
) -> [HTML] {
  let day = change.kind == .gone ? model.from : model.to
  func side(_ value: String?, _ members: [String]) -> HTML {
    let words = (value ?? "").split(separator: " ").map(String.init)
    if change.kind == .flags, !words.isEmpty {
      return .text(words.map { DirectoryTexts.flag($0)[language] }.joined(separator: ", "))
    }
    if change.kind == .careUnit, let tie = words.first.flatMap(CareUnitTie.init(rawValue:)) {
      return fragment {
        DirectoryTexts.tie(tie)[language]
        if words.count > 1 { span(.class("sub", "ref")) { words[1] } }
      }
    }
    let text = members.isEmpty ? value ?? "" : members.joined(separator: ", ")
    return .text(text.isEmpty ? "–" : text)
  }
  return [
    fragment {
      directoryLink(change.name, DirectoryModel.href(unit: change.unit, day: day), language)
      span(.class("sub", "ref")) { change.unit }
    },
    .text(DirectoryTexts.change(change.kind)[language]),
    side(change.before, change.removed), side(change.after, change.added),
  ]
}
