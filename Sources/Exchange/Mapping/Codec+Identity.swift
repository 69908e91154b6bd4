// SPDX-License-Identifier: Apache-2.0

import Domain

extension Codec<II> {
  /// Any identifier: the root says whose, the extension which.
  static var identifier: Codec<II> { Codec(II.shape) }
}

extension Codec<HSAID> {
  /// An identifier whose root is the one of HSA.
  static var hsaID: Codec<HSAID> {
    Codec<II>.identifier.map(
      { id, place throws(MessageFault) in
        guard id.root == IdentifierRoot.hsaID else {
          throw place.inside("root", line: place.line).fault(.rootUnknown)
        }
        do throws(IdentityFault) { return try HSAID(id.extension) } catch {
          throw place.inside("extension", line: place.line)
            .fault(.notAnHSAID, reason: error.reason)
        }
      }, { II(root: IdentifierRoot.hsaID, extension: $0.text) })
  }
}

extension Codec<PersonalIdentityNumber> {
  /// Twelve digits without separator, under the root that fits the kind of number.
  static var personalIdentity: Codec<PersonalIdentityNumber> {
    Codec<II>.identifier.map(
      { id, place throws(MessageFault) in
        let root = place.inside("root", line: place.line)
        let text = place.inside("extension", line: place.line)
        guard let kind = IdentifierRoot.kind(of: id.root) else { throw root.fault(.rootUnknown) }
        guard id.extension.utf8.count == 12, id.extension.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else { throw text.fault(.personalIdentityForm) }
        let number: PersonalIdentityNumber
        do throws(IdentityFault) {
          number = try PersonalIdentityNumber(id.extension, on: place.readOn)
        } catch { throw text.fault(.personalIdentityInvalid, reason: error.reason) }
        guard number.kind == kind else { throw root.fault(.personalIdentityKind) }
        return number
      }, { II(root: IdentifierRoot.root(of: $0.kind), extension: $0.digits12) })
  }
}

extension Codec<CV> {
  /// A code of any code system, not looked up.
  static var anyCode: Codec<CV> { Codec(CV.shape) }
}

extension Codec where Value: CodedValue {
  /// A code of the value's own code system, among those that are accepted in this place.
  static func code(among accepted: [Value] = Array(Value.allCases)) -> Codec<Value> {
    Codec<CV>.anyCode.map(
      { cv, place throws(MessageFault) in
        guard cv.codeSystem == Value.codeSystem.id else {
          throw place.inside("codeSystem", line: place.line).fault(.codeSystemUnknown)
        }
        let code = place.inside("code", line: place.line)
        guard let value = Value(rawValue: cv.code) else { throw code.fault(.codeUnknown) }
        guard accepted.contains(value) else { throw code.fault(.codeNotAccepted) }
        return value
      }, { CV($0) })
  }
}
