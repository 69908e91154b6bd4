// SPDX-License-Identifier: Apache-2.0

// Who takes part in the examination.
extension Assessment {
  mutating func apply(_ appointed: ExaminerAppointed, _ at: Instant) {
    examiners.append(
      Examiner(
        profession: appointed.profession, person: appointed.person, name: appointed.name, at: at))
  }

  /// Who was sent only the facts knows no more than that one of the profession has left.
  mutating func apply(_ released: ExaminerReleased) {
    let index = examiners.firstIndex {
      $0.person == released.person && $0.profession == released.profession
    }
    if let index { examiners.remove(at: index) }
  }
}
