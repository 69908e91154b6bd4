// SPDX-License-Identifier: Apache-2.0

import Domain

extension MessageFault {
  /// What can be wrong with a message. The raw value is a stable code that is never reused.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case xmlTooLarge = "xml-too-large"
    case xmlDocumentType = "xml-document-type"
    case xmlEncoding = "xml-encoding"
    case xmlMalformed = "xml-malformed"
    case xmlTooComplex = "xml-too-complex"
    case soapVersion = "soap-version"
    case envelopeStructure = "envelope-structure"
    case headerNotUnderstood = "header-not-understood"
    case addressMissing = "address-missing"
    case unknownMessage = "unknown-message"
    case unknownNamespace = "unknown-namespace"
    case notReceivedHere = "not-received-here"
    case contractVersion = "contract-version"
    case elementMissing = "element-missing"
    case elementRepeated = "element-repeated"
    case elementOrder = "element-order"
    case elementUnexpected = "element-unexpected"
    case elementNamespace = "element-namespace"
    case attributeUnexpected = "attribute-unexpected"
    case contentUnexpected = "content-unexpected"
    case valueEmpty = "value-empty"
    case textTooLong = "text-too-long"
    case notABoolean = "not-a-boolean"
    case notADate = "not-a-date"
    case noSuchDate = "no-such-date"
    case notATime = "not-a-time"
    case noSuchTime = "no-such-time"
    case endBeforeStart = "end-before-start"
    case codeSystemUnknown = "code-system-unknown"
    case codeUnknown = "code-unknown"
    case codeNotAccepted = "code-not-accepted"
    case rootUnknown = "root-unknown"
    case notAnHSAID = "not-an-hsa-id"
    case personalIdentityForm = "personal-identity-form"
    case personalIdentityInvalid = "personal-identity-invalid"
    case personalIdentityKind = "personal-identity-kind"
    case languageWithoutNeed = "language-without-need"
    case languageMissing = "language-missing"
    case nothingUpdated = "nothing-updated"

    /// Right in form but nothing that is handled here is an application error; all else is
    /// a validation error. Neither is worth sending again.
    var errorId: MessageResult.ErrorID {
      switch self {
      case .unknownMessage, .notReceivedHere, .contractVersion, .codeNotAccepted: .application
      default: .validation
      }
    }
  }
}
