// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Synthetic

@Suite struct SeededRandomTests {
  @Test func `The numbers are those of SplitMix64`() {
    // Reference values of the published algorithm for the seed 1234567.
    var random = SeededRandom(seed: 1_234_567)
    let first = (0..<3).map { _ in random.next() }
    #expect(
      first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `Numbers stay in their range and reach all of it`() {
    var random = SeededRandom(seed: 1, stream: 2)
    let drawn = (0..<1000).map { _ in random.between(3...7) }
    #expect(Set(drawn) == [3, 4, 5, 6, 7])
  }

  @Test func `Streams of one seed differ, and a shuffle loses nothing`() {
    var one = SeededRandom(seed: 1, stream: 1)
    var two = SeededRandom(seed: 1, stream: 2)
    #expect(one.next() != two.next())
    let mixed = one.shuffled(Array(0..<50))
    #expect(mixed != Array(0..<50))
    #expect(mixed.sorted() == Array(0..<50))
  }
}
