// SPDX-License-Identifier: Apache-2.0

/// Finds the place of a diagnosis in the classification, what its code means, and what is
/// recommended. It is built once from lists; a look-up is one or a few looks into a table of
/// numbers, whatever the length of the lists.
///
/// What is written is washed: only letters and digits count, and it is shortened until a list has
/// it. ICD-10-SE goes before KSH97-P, and that before the older classification. Where the lists
/// do not have all categories, a code of the right form is placed by its range; else a code that
/// no list has is none (`utan giltig kod`).
public struct DiagnosisIndex: Sendable {
  /// What stands where a diagnosis has no valid code.
  public static let withoutCode = Bilingual(sv: "Utan giltig kod", en: "Without valid code")
  /// Groups that one index can tell apart.
  public static let mostGroups = 32

  /// In the order of the lists; places in them are told from 1.
  public let chapters: [DiagnosisClass]
  public let blocks: [DiagnosisClass]
  public let chartGroups: [DiagnosisClass]
  public let groups: [DiagnosisGroup]
  /// Whether every category is known, so that others are not valid.
  public let isComplete: Bool

  private var places: [UInt32: DiagnosisPlace] = [:]
  private var titles: [UInt32: String] = [:]
  private var durations: [UInt32: [RecommendedDuration]] = [:]
  private var links: [UInt32: [CodeListEntry]] = [:]
  private var functioning: [String: String] = [:]

  /// An index over lists, at most one of a kind, and over named groups, of which those beyond
  /// `mostGroups` are left out.
  public init(_ lists: [CodeList], groups: [DiagnosisGroup]) {
    func classes(_ kinds: CodeListKind...) -> [DiagnosisClass] {
      for kind in kinds {
        let entries = lists.first { $0.kind == kind }?.entries ?? []
        if !entries.isEmpty { return entries.compactMap { DiagnosisClass($0) } }
      }
      return []
    }
    chapters = classes(.chapters, .oldChapters)
    blocks = classes(.blocks, .oldBlocks)
    chartGroups = classes(.chartGroups)
    self.groups = Array(groups.prefix(Self.mostGroups))
    isComplete = lists.contains {
      ($0.kind == .categories || $0.kind == .oldCategories) && $0.isComplete
    }
    for kind in Self.order { addCodes(lists.first { $0.kind == kind }?.entries ?? []) }
    for list in lists { take(list) }
  }

  /// What a code means is taken from the first of these that has it.
  private static let order: [CodeListKind] = [
    .categories, .codes, .primaryCare, .oldCategories, .oldCodes,
  ]

  private mutating func addCodes(_ entries: [CodeListEntry]) {
    // Neighbours are of one category, whose classes are looked for once.
    var last = DiagnosisPlace.none
    for entry in entries {
      guard let code = DiagnosisCode(entry.code), titles[code.number] == nil else { continue }
      titles[code.number] = entry.title
      if last.isNone || last.category != code.category { last = place(code, isListed: true) }
      let place = DiagnosisPlace(
        code: code, chapter: last.chapter, block: last.block, chartGroup: last.chartGroup,
        groups: groupBits(of: code), isListed: true)
      places[code.number] = place
    }
  }

  private mutating func take(_ list: CodeList) {
    switch list.kind {
    case .functioning:
      for entry in list.entries { functioning[entry.code.lowercased()] = entry.title }
    case .functioningLinks:
      for entry in list.entries {
        guard let code = DiagnosisCode(entry.code) else { continue }
        links[code.number, default: []].append(entry)
      }
    case .recommendations:
      for entry in list.entries {
        guard let code = DiagnosisCode(entry.code) else { continue }
        durations[code.number, default: []].append(
          RecommendedDuration(
            code: code, days: Int(entry.value), isFullTime: entry.note != "part",
            text: entry.title))
      }
    default: break
    }
  }

  private func place(_ code: DiagnosisCode, isListed: Bool) -> DiagnosisPlace {
    DiagnosisPlace(
      code: code, chapter: UInt8(clamping: Self.find(code, chapters)),
      block: UInt16(clamping: Self.find(code, blocks)),
      chartGroup: UInt8(clamping: Self.find(code, chartGroups)), groups: groupBits(of: code),
      isListed: isListed)
  }

  private static func find(_ code: DiagnosisCode, _ classes: [DiagnosisClass]) -> Int {
    (classes.firstIndex { $0.ranges.contains { $0.contains(code) } } ?? -1) + 1
  }

  /// The place of a diagnosis as it was written.
  public func place(of text: some StringProtocol) -> DiagnosisPlace {
    DiagnosisCode(text).map { place(of: $0) } ?? .none
  }

  /// The place of a diagnosis as a number. Its groups are told from the whole of it, since a list
  /// may not have the last places of a code that a group is made of.
  public func place(of code: DiagnosisCode) -> DiagnosisPlace {
    if let place = places[code.number] { return place }
    for length in stride(from: code.length - 1, through: 3, by: -1) {
      if let place = places[code.prefix(length).number] { return place.inGroups(of: code, self) }
    }
    guard !isComplete, code.length >= 3, code.hasForm else { return .none }
    let place = place(code.category, isListed: false)
    return place.chapter == 0 ? .none : place.inGroups(of: code, self)
  }

  /// The chapter, for instance `F00-F99`; nil without valid code.
  public func chapter(of text: some StringProtocol) -> DiagnosisClass? {
    Self.at(Int(place(of: text).chapter), chapters)
  }

  /// The block (avsnitt), for instance `F40-F48`.
  public func block(of text: some StringProtocol) -> DiagnosisClass? {
    Self.at(Int(place(of: text).block), blocks)
  }

  /// The category, for instance `F43`.
  public func category(of text: some StringProtocol) -> DiagnosisCode? {
    let place = place(of: text)
    return place.isNone ? nil : place.category
  }

  /// The code that a list has, the longest beginning of what was written.
  public func code(of text: some StringProtocol) -> DiagnosisCode? {
    let place = place(of: text)
    return place.isNone ? nil : place.code
  }

  /// The group of chapters that charts show.
  public func chartGroup(of text: some StringProtocol) -> DiagnosisClass? {
    Self.at(Int(place(of: text).chartGroup), chartGroups)
  }

  /// The named groups that a diagnosis belongs to.
  public func groups(of text: some StringProtocol) -> [DiagnosisGroup] {
    let bits = place(of: text).groups
    return groups.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
  }

  fileprivate func groupBits(of code: DiagnosisCode) -> UInt32 {
    var bits: UInt32 = 0
    for (place, group) in groups.enumerated() where group.contains(code) { bits |= 1 << place }
    return bits
  }

  /// What a code means in Swedish; nil where no list has it.
  public func title(of code: DiagnosisCode) -> String? { titles[code.number] }

  /// What a code of functioning means in Swedish; nil where no list has it.
  public func title(ofFunctioning code: String) -> String? { functioning[code.lowercased()] }

  /// What decision support says of functioning for a diagnosis, or else for the shorter code.
  public func functioning(of code: DiagnosisCode) -> [CodeListEntry] {
    Self.nearest(code, links) ?? []
  }

  /// What is recommended for the typical cases of a diagnosis, or else of the shorter code.
  public func recommendations(of code: DiagnosisCode) -> [RecommendedDuration] {
    Self.nearest(code, durations) ?? []
  }

  /// What the recommendations allow at most; nil where there is none with a number.
  public func recommendedLimit(of code: DiagnosisCode) -> RecommendedLimit? {
    let cases = recommendations(of: code)
    let days = cases.compactMap(\.days)
    guard let first = cases.first, let longest = days.max() else { return nil }
    return RecommendedLimit(
      code: first.code, longestDays: longest, cases: days.count,
      openCases: cases.count - days.count)
  }

  private static func nearest<Value>(
    _ code: DiagnosisCode, _ values: [UInt32: Value]
  ) -> Value? {
    guard !values.isEmpty else { return nil }
    for length in stride(from: code.length, through: 3, by: -1) {
      if let value = values[code.prefix(length).number] { return value }
    }
    return nil
  }

  private static func at(_ place: Int, _ classes: [DiagnosisClass]) -> DiagnosisClass? {
    place == 0 ? nil : classes[place - 1]
  }
}

extension DiagnosisPlace {
  /// The same place with the groups of what was written, which is longer.
  fileprivate func inGroups(of code: DiagnosisCode, _ index: DiagnosisIndex) -> DiagnosisPlace {
    DiagnosisPlace(
      code: self.code, chapter: chapter, block: block, chartGroup: chartGroup,
      groups: index.groupBits(of: code), isListed: isListed)
  }
}
