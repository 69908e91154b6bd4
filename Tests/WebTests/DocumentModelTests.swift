// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Service
@testable import Web

/// The plain values of the pages of documents.
@Suite struct DocumentModelTests {
  private func file(_ number: Int, pages: Int = 3) -> DocumentFile {
    let digit = String(number, radix: 16)
    return DocumentFile(
      id: String(repeating: digit, count: 32), mediaType: .pdf, bytes: 1000 * number,
      pages: pages, sha256: String(repeating: digit, count: 64), scan: .unchecked)
  }

  private func unsent(
    _ number: Int, kind: DocumentKind? = nil, title: String = "Titel", dated: Day? = nil
  ) -> UnsentDocument {
    let file = file(number)
    return UnsentDocument(
      id: file.id, name: "fil\(number).pdf", kind: kind, title: title, dated: dated, file: file,
      wasSent: false)
  }

  @Test func `found words are marked, whatever their case, and nothing is lost`() {
    let marked = Marked("Värk i axeln, värken kom i mars.", "VÄRK mars")
    #expect(marked.pieces.joined() == "Värk i axeln, värken kom i mars.")
    #expect(marked.html.string.contains("<mark>Värk</mark> i axeln, <mark>värk</mark>en"))
    #expect(marked.html.string.contains("<mark>mars</mark>."))
    #expect(!Marked("Ingenting", "axel").hasHit)
    #expect(Marked("<b>axel</b>", "axel").html.string == "&lt;b&gt;<mark>axel</mark>&lt;/b&gt;")
    #expect(!Marked("Text", "  ").hasHit)
  }

  @Test func `a file is saved under a name that does no harm`() {
    #expect(DownloadName("Journal 2026", .pdf).name == "Journal 2026.pdf")
    #expect(DownloadName("../../etc/\"passwd\"\r\n", .text).name.contains("/") == false)
    let odd = DownloadName("Åsas \"svar\"\r\nX: y", .png).disposition
    #expect(!odd.contains("\r") && !odd.contains("\n"))
    #expect(odd.hasPrefix("attachment; filename=\"_sas _svar___X_ y.png\"; filename*=UTF-8''%C3"))
    #expect(DownloadName("   ", .jpeg).name == "handling.jpg")
  }

  @Test func `buttons come back as they were sent`() {
    for button in [UnsentButton.save, .up("a"), .down("b"), .remove("c")] {
      #expect(UnsentButton(button.value) == button)
    }
    #expect(UnsentButton("") == .save && UnsentButton("bort") == .save)
  }

  @Test func `another list has another fingerprint`() {
    let item = SupportingDocument(
      kind: .medical, title: "A", dated: nil, pages: 3, file: file(1))
    let first = SentDocuments(DocumentList([item])).fingerprint
    var changed = item
    changed.title = "B"
    var kind = item
    kind.kind = .other
    let others = [
      DocumentList([changed]), DocumentList([kind]), DocumentList([item, changed]),
      DocumentList([]),
      DocumentList([
        SupportingDocument(kind: .medical, title: "A", dated: nil, pages: 3, file: file(2))
      ]),
    ]
    #expect(first == SentDocuments(DocumentList([item])).fingerprint)
    for other in others { #expect(SentDocuments(other).fingerprint != first) }
  }

  @Test func `uploaded files stand as rows before what comes by post`() {
    let empty = DocumentRows.onePerPart.joined(with: [])
    #expect(empty == .onePerPart)
    var typed = DocumentRows.onePerPart
    typed.rows[1].title = "Med post"
    let joined = typed.joined(with: [unsent(1, kind: .medical), unsent(2)])
    #expect(joined.rows.map(\.title) == ["Titel", "Titel", "Med post"])
    #expect(joined.rows.map(\.pages) == ["3", "3", ""])
    #expect(joined.rows[0].kind == "medicinska-handlingar" && joined.rows[1].kind.isEmpty)
    // What is known of the file now is right, and a file that is gone takes its row along.
    var saved = joined
    saved.rows[0].title = "Gammal"
    saved.rows[0].goes = false
    saved.rows[0].dated = "i förrgår"
    let later = saved.joined(with: [unsent(1, kind: .other, title: "Ny", dated: Day("2026-05-01"))])
    #expect(later.rows.map(\.title) == ["Ny", "Med post"])
    #expect(later.rows[0].goes == false && later.rows[0].dated == "i förrgår")
    #expect(later.rows[0].kind == "andra-handlingar")
    let fields = FormValues(later.fields("documents"))
    #expect(DocumentRows(fields, "documents") == later)
  }

  @Test func `a file is sent with its own pages, and one that is left out is not`() throws {
    let files = [unsent(1, kind: .medical), unsent(2, kind: .selfRating)]
    let parts: [FormPart] = [
      .documents(
        "documents", Bilingual("Handlingar"), rows: DocumentRows(), files: files,
        asksAbsence: true)
    ]
    var values = parts.initialValues
    values.fields["documents.0.pages"] = ["900"]
    values.fields["documents.1.goes"] = nil
    var reader = FormReader(values, parts, today: Day("2026-05-04")!)
    let read = reader.documents("documents", isWhole: false)
    let list = try #require(read)
    #expect(list.items?.map(\.file) == [files[0].file] && list.pages == 3)
    // The part of the file that was left out needs a reason.
    _ = reader.documents("documents", isWhole: true)
    #expect(reader.errors.text("documents.absent.sjalvskattning") != nil)
    values.fields["documents.0.file"] = [String(repeating: "f", count: 32)]
    var gone = FormReader(values, parts, today: Day("2026-05-04")!)
    let none = gone.documents("documents", isWhole: false)
    #expect(none == nil)
    #expect(gone.errors.text("documents.0.title") != nil)
  }

  @Test func `the checklist tells sent, waiting, explained and missing apart`() {
    let parts = PartsChecklist(
      sent: [.medical: (2, 9)], waiting: [.selfRating: 1], absent: [.other: "Finns inte"],
      ask: nil)
    #expect(parts.missing == [.fromInsured])
    let page = parts.html(.sv).string
    #expect(page.contains("2 handlingar, 9 sidor"))
    #expect(page.contains("1 handling, inte skickad") && page.contains("Finns inte"))
  }
}
