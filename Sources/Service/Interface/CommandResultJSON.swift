// SPDX-License-Identifier: Apache-2.0
import Domain

/// What a command led to, and the case after it.
public struct CommandResultJSON: Codable, Hashable, Sendable {
  /// The first and the last event that were written.
  public struct Versions: Codable, Hashable, Sendable {
    public var first: Int
    public var last: Int
  }

  public var number: CaseNumber
  public var versions: Versions
  /// The command had been carried out before with the same key; nothing was done again.
  public var repeated: Bool
  public var assessment: CaseJSON

  public init(_ result: CommandResult, _ assessment: CaseJSON) {
    number = result.id
    versions = Versions(first: result.versions.lowerBound, last: result.versions.upperBound)
    repeated = result.isRepetition
    self.assessment = assessment
  }

  private enum CodingKeys: String, CodingKey {
    case number, versions, repeated
    case assessment = "case"
  }
}
