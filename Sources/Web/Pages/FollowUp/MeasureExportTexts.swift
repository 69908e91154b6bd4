// SPDX-License-Identifier: Apache-2.0
import Domain
import Service

/// The words of the ways to take figures along.
enum MeasureExportTexts {
  static let download = Bilingual(sv: "Hämta", en: "Download")

  static func format(_ format: MeasureFormat) -> Bilingual {
    switch format {
    case .csv:
      Bilingual(sv: "CSV med urval och definition", en: "CSV with selection and definition")
    case .json:
      Bilingual(sv: "JSON med urval och definition", en: "JSON with selection and definition")
    case .xlsx:
      Bilingual(sv: "Excel med urval och definition", en: "Excel with selection and definition")
    }
  }
}
