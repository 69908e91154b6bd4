// SPDX-License-Identifier: Apache-2.0

/// A language that people can read Samsyn in. Swedish is the first one.
public enum Language: String, CaseIterable, Codable, Sendable {
  case sv, en
}

/// A text in both languages. Both are demanded when the value is made, so a missing
/// translation does not compile.
public struct Bilingual: Hashable, Codable, Sendable {
  /// Swedish.
  public let sv: String
  /// English.
  public let en: String

  /// A text in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .sv: sv
    case .en: en
    }
  }
}
