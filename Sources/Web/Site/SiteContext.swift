// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Logging
import Service

/// What goes with a request through the routes: who is signed in and in which language she reads.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The signed-in person; nil on the open pages.
  var signedIn: SignedIn?
  var language = Language.sv

  /// Bytes of a form or a message body.
  var maxUploadSize: Int { WebLimit.bodyBytes }

  init(source: Source) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// The signed-in person as she acts in cases.
  ///
  /// - Throws: `PageFault.signInFirst` where nobody is signed in.
  func actor() throws(PageFault) -> Actor {
    guard let signedIn else { throw .signInFirst }
    return signedIn.actor
  }

  /// A number in the address, written as the program writes it: in digits alone and without noughts
  /// before it, so that a page has one address. Nil for anything else.
  func number(_ name: String) -> Int? {
    guard let text = parameters.get(name), let number = Int(text), number >= 0,
      String(number) == text
    else { return nil }
    return number
  }

  /// The case number in the address.
  ///
  /// - Throws: `PageFault.notFound` where it is none.
  func caseNumber() throws(PageFault) -> CaseNumber {
    guard let text = parameters.get("id"), let id = try? CaseNumber(text) else {
      throw .notFound
    }
    return id
  }
}

/// Sizes and times that the web part keeps to.
enum WebLimit {
  /// Bytes of a form or an API body.
  static let bodyBytes = 1 << 20
  /// Rows on a page of a list.
  static let listRows = 50
  /// Highest number of a page of a list; further ones are there, without their number.
  static let pageNumber = 1_000_000
  /// Seconds that a request may stand still while it is sent, or a connection without request.
  static let idleSeconds: Int64 = 60
  /// Rows in an export.
  static let exportRows = 100_000
  /// Milliseconds between two looks at the journal for open pages.
  static let liveMilliseconds = 1000
}
