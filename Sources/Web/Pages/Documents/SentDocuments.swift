// SPDX-License-Identifier: Apache-2.0
import Crypto
import Domain
import Markup

/// The exact list of documents that is sent, before and after: with pages, size and checksum, so
/// that sender and receiver can tell that they have the same.
struct SentDocuments: Sendable {
  /// The hidden field that says which list was shown.
  static let field = "handlingar"

  let list: DocumentList
  /// The id of the heading.
  var id: String

  init(_ list: DocumentList, id: String = "documents-sent") {
    self.list = list
    self.id = id
  }

  private var items: [SupportingDocument] { list.items ?? [] }

  /// Some of the documents have files.
  var hasFiles: Bool { items.contains { $0.file != nil } }

  /// Stands for the list as it was shown; another list has another.
  var fingerprint: String {
    let lines = items.map { item in
      [
        item.kind.rawValue, item.title, item.dated?.description ?? "", "\(item.pages)",
        item.file.map { "\($0.id) \($0.sha256)" } ?? "",
      ].joined(separator: "\u{1F}")
    }
    let whole = lines.joined(separator: "\u{1E}")
    return Array(SHA256.hash(data: Array(whole.utf8)).prefix(16)).hexadecimal
  }

  func html(_ title: Bilingual, _ language: Language) -> HTML {
    let files = items.compactMap(\.file)
    let size = files.isEmpty ? "" : ", " + FileFacts.size(files)[language]
    return Card(
      id, title[language], aside: .text(list.label[language] + size), isFlush: true
    ) {
      DataTable(
        id: id + "-table", caption: title[language],
        columns: [
          .init(DocumentsTexts.document[language]), .init(DocumentTexts.kind[language]),
          .init(DocumentTexts.dated[language]),
          .init(DocumentTexts.pages[language], isNumber: true),
          .init(Self.size[language], isNumber: true), .init(FileTexts.sum[language]),
        ],
        rows: items.enumerated().map { number, item in row(number, item, language) }
      ).html(language)
    }.html
  }

  private func row(
    _ number: Int, _ item: SupportingDocument, _ language: Language
  ) -> [HTML] {
    [
      .text("\(number + 1). \(item.title)"), .text(item.kind.label.alone[language]),
      item.dated.map { DateText(language).tag($0) } ?? .empty, .text("\(item.pages)"),
      .text(item.file?.sizeText[language] ?? ""),
      item.file.map { file in
        fragment {
          code(.class("hash", "nowrap")) { file.shortChecksum }
          if file.scan == .unchecked {
            span(.class("sub")) { FileTexts.unchecked[language] }
          }
        }
      } ?? .text(DocumentsTexts.byPost[language]),
    ]
  }

  static let size = Bilingual(sv: "Storlek", en: "Size")
  static let willBeSent = Bilingual(
    sv: "Handlingar som skickas", en: "Documents that are sent")
  static let wereSent = Bilingual(
    sv: "Handlingar som skickades", en: "Documents that were sent")
  static let changed = Bilingual(
    sv: "Handlingarna har ändrats sedan sidan visades. Läs listan igen och skicka om den stämmer.",
    en: "The documents have changed since the page was shown. Read the list again and send if "
      + "it is right.")
}
