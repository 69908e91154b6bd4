// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateStory {
  /// Until then certificates were FK 7263; in the two years before both shapes were in use, and
  /// before them the first alone.
  static let firstLISJP = Day(year: 2018, month: 1, day: 1) ?? .latest
  private static let firstLaterShape = Day(year: 2016, month: 1, day: 1) ?? .latest

  /// Makes a certificate one of FK 7263 where it is signed in its time.
  mutating func makeOld(_ text: inout CertificateText, _ signed: Day) {
    guard signed < Self.firstLISJP else { return }
    text.type = "FK7263"
    text.typeSystem = "f6fb361a-e31d-48b8-8657-99b63912dd9b"
    text.version = "1.0"
    let kept: Set = ["1", "6", "17", "19", "26", "27", "28", "29", "32", "34", "35"]
    text.answers.removeAll { !kept.contains($0.question) }
    text.isOldShape = signed < Self.firstLaterShape || random.chance(50)
    guard !text.isOldShape else { return }
    // Treatment had no question of this number.
    text.answers.removeAll { $0.question == "19" }
    text.answers.append(.text(10_004, "Behandling pågår enligt plan."))
  }
}
