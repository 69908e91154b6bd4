// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup
import Service

/// The directory: search, care providers or what was found, and the copies.
func directoryPage(_ model: DirectoryModel, frame: PageFrame) -> [UInt8] {
  let language = frame.language
  return PageShell(frame) {
    if model.isDayWrong {
      ErrorSummary([FieldError("dag", TypedDay.fault[language])]).html(language)
    }
    PageHead(DirectoryTexts.title[language], lead: DirectoryTexts.lead[language]).html
    if let day = model.day {
      searchForm(model, language)
      p(.class("muted", "section-s")) {
        DirectoryTexts.asOf(day, latest: model.isLatest, language)
      }
      if !model.text.isEmpty {
        div(.class("section-s")) {
          Notice(
            .rest, DirectoryTexts.namesWarning[language],
            DirectoryTexts.namesWarningText[language]
          ).html
        }
      }
      list(model, language)
      copies(model, language)
    } else {
      EmptyState(
        title: DirectoryTexts.none[language], text: DirectoryTexts.noneText[language], icon: .book
      ).html
    }
  }.render()
}

private func searchForm(_ model: DirectoryModel, _ language: Language) -> HTML {
  form(
    .class("row", "row--end", "form-s"), .action(SiteAddress.directory.href), .method(.get)
  ) {
    div {
      Markup.label(.for("text")) { DirectoryTexts.searchLabel[language] }
      input(
        .class("input", "input--mid"), .id("text"), .name("text"), .autocomplete("off"),
        .when(!model.text.isEmpty, .value(model.text)))
    }
    div {
      Markup.label(.for("dag")) { DirectoryTexts.dayLabel[language] }
      input(
        .class("input", "input--mid"), .id("dag"), .name("dag"), .autocomplete("off"),
        .when(!model.typedDay.isEmpty, .value(model.typedDay)))
    }
    Button.submit(DirectoryTexts.show[language], .quiet, icon: .search, isSmall: true).html
    if !model.text.isEmpty {
      Button.link(
        DirectoryTexts.showAll[language], to: SiteAddress.directory.href, .plain, isSmall: true
      ).html
    }
  }
}

private func list(_ model: DirectoryModel, _ language: Language) -> HTML {
  let isSearch = !model.text.isEmpty
  if model.rows.isEmpty {
    return EmptyState(
      title: DirectoryTexts.nothing[language], text: DirectoryTexts.nothingText[language],
      icon: .search
    ).html
  }
  let title = (isSearch ? DirectoryTexts.results : DirectoryTexts.providers)[language]
  let table = DataTable(
    id: "enheter-tabell", caption: title,
    columns: [
      .init(DirectoryTexts.name[language]), .init("HSA-id"),
      isSearch
        ? .init(DirectoryTexts.belongs[language])
        : .init(DirectoryTexts.careUnits[language], isNumber: true),
    ],
    rows: model.rows.map { row in
      [
        directoryLink(row.unit.name, model.href(unit: row.unit.id), language),
        span(.class("ref")) { row.unit.id },
        row.link.map { directoryTie($0, language) } ?? .text("\(row.careUnits ?? 0)"),
      ]
    })
  return fragment {
    div(.class("section")) {
      Card("enheter", title, aside: .text(CountText.grouped(model.total)), isFlush: true) {
        table.html(language)
      }.html
    }
    Pagination(page: model.page, pageCount: model.pageCount) { model.href(page: $0) }
      .html(language)
  }
}

/// What a row of search says about belonging.
private func directoryTie(_ link: CareUnitLink, _ language: Language) -> HTML {
  fragment {
    DirectoryTexts.tie(link.tie)[language]
    if let careUnit = link.careUnit, link.tie != .own {
      span(.class("sub", "ref")) { careUnit }
    }
  }
}

private func copies(_ model: DirectoryModel, _ language: Language) -> HTML {
  div(.class("section")) {
    Card("kopior", DirectoryTexts.copies[language], isFlush: true) {
      DataTable(
        id: "kopior-tabell", caption: DirectoryTexts.copies[language],
        columns: [
          .init(DirectoryTexts.day[language]),
          .init(DirectoryTexts.objects[language], isNumber: true),
          .init(DirectoryTexts.withoutID[language], isNumber: true),
          .init(DirectoryTexts.sinceLast[language]),
        ],
        rows: model.copies.prefix(DirectoryModel.rows).enumerated().map { place, copy in
          let older = model.copies.dropFirst(place + 1).first
          return [
            a(.class("cell"), .href(SiteAddress.directory.href([("dag", "\(copy.day)")]))) {
              "\(copy.day)"
            },
            .text(CountText.grouped(copy.objects)), .text(CountText.grouped(copy.withoutID)),
            older.map { older in
              a(
                .href(
                  SiteAddress.directoryChanges.href([
                    ("fran", "\(older.day)"), ("till", "\(copy.day)"),
                  ]))
              ) {
                DirectoryTexts.seeChanges[language]
                span(.class("sr")) { " \(older.day)–\(copy.day)" }
              }
            } ?? .text("–"),
          ]
        }
      ).html(language)
    }.html
  }
}

/// The name of a unit as a link.
func directoryLink(_ name: String, _ href: Href, _ language: Language) -> HTML {
  a(.class("cell"), .href(href)) { name.isEmpty ? DirectoryTexts.unnamed[language] : name }
}
