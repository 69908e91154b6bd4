// SPDX-License-Identifier: Apache-2.0
import Domain
import Statistics

/// What the lists of codes in force say of diagnoses, for the figures.
struct ListedDiagnoses: DiagnosisGrouping {
  let index: DiagnosisIndex

  func chapter(_ code: String) -> String? { index.chapter(of: code)?.id }
  func block(_ code: String) -> String? { index.block(of: code)?.id }
  func category(_ code: String) -> String? { index.category(of: code)?.description }
  func chartGroup(_ code: String) -> String? { index.chartGroup(of: code)?.id }

  /// A diagnosis of several groups counts in the first of them, so that groups add up.
  func namedGroup(_ code: String) -> String? { index.groups(of: code).first?.id }

  func recommendedDays(_ code: String) -> Int? {
    DiagnosisCode(code).flatMap { index.recommendedLimit(of: $0) }?.longestDays
  }

  func name(_ code: String, in dimension: Statistics.Dimension) -> Bilingual? {
    func plain(_ text: String?) -> Bilingual? { text.map { Bilingual(sv: $0, en: $0) } }
    return switch dimension {
    case .chapter: plain(index.chapters.first { $0.id == code }?.title)
    case .block: plain(index.blocks.first { $0.id == code }?.title)
    case .chartGroup: plain(index.chartGroups.first { $0.id == code }?.title)
    case .namedGroup: index.groups.first { $0.id == code }?.name
    case .category, .code:
      plain(DiagnosisCode(code).flatMap { index.title(of: $0) }.map { "\(code) \($0)" })
    default: nil
    }
  }
}
