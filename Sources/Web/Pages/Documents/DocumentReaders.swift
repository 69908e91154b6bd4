// SPDX-License-Identifier: Apache-2.0
import Domain
import Markup

/// Who may open the documents at the performer, and where that is changed.
struct DocumentReaders: Sendable {
  /// Name and profession, the responsible doctor first.
  let people: [(name: String, title: String)]
  let links: [CaseLink]

  /// Nil for whoever is not the performer that has the assignment.
  init?(_ source: CaseSource) {
    guard case .performer(let id) = source.party, id == source.state.performer else { return nil }
    var people: [(name: String, title: String)] = []
    if let doctor = source.state.doctor {
      people.append((doctor.name, source.say(ReadersAtPerformer.doctor)))
    }
    for examiner in source.state.examiners {
      people.append((examiner.name ?? "", source.say(examiner.profession.label.alone)))
    }
    self.people = people
    links = [.appointDoctor, .appointExaminer, .releaseExaminer].compactMap { source.link($0) }
  }

  func html(_ language: Language) -> HTML {
    Card("readers", ReadersAtPerformer.title[language], isSmall: true) {
      if people.isEmpty { p { ReadersAtPerformer.nobody[language] } }
      ul(.class("ruled")) {
        for person in people {
          li {
            b { person.name }
            " "
            span(.class("small", "muted")) { person.title }
          }
        }
      }
      if !links.isEmpty {
        ul(.class("section-s", "no-print")) { for link in links { li { link.html } } }
      }
    }.html
  }
}

enum ReadersAtPerformer {
  static let title = Bilingual(
    sv: "Vem får öppna handlingarna?", en: "Who may open the documents?")
  static let doctor = Bilingual(sv: "Ansvarig läkare", en: "Responsible doctor")
  static let nobody = Bilingual(sv: "Ingen är utsedd än.", en: "Nobody is appointed yet.")
}
