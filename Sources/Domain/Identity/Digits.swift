// SPDX-License-Identifier: Apache-2.0

/// Ten digits whose last is a check digit by the Luhn method, as in personal and organisation
/// numbers: every other digit is doubled from the first on, and all the digits of the products
/// add up to a multiple of ten.
func hasRightCheckDigit(_ ten: some Sequence<Int>) -> Bool {
  var sum = 0
  for (index, digit) in ten.enumerated() {
    let product = index.isMultiple(of: 2) ? digit * 2 : digit
    sum += product / 10 + product % 10
  }
  return sum % 10 == 0
}

/// The digits of a text of ASCII digits, or nil when there is anything else in it.
func digits(_ text: some StringProtocol) -> [Int]? {
  var result: [Int] = []
  for byte in text.utf8 {
    guard let digit = decimal(CollectionOfOne(byte)) else { return nil }
    result.append(digit)
  }
  return result
}
