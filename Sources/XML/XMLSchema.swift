// SPDX-License-Identifier: Apache-2.0

import CXML2

/// Something in a document that its schema does not allow. The words of libxml2 quote the
/// document and are therefore not kept.
public struct XMLSchemaIssue: Hashable, Sendable {
  /// The line in the document, from 1; 0 when unknown.
  public let line: Int
  /// The number of the fault in libxml2 (`xmlParserErrors`), such as 1871 for an element in
  /// the wrong place.
  public let number: Int
}

/// A schema that could not be loaded.
public struct XMLSchemaFault: Error, Hashable, Sendable {
  /// The file that was to be loaded.
  public let path: String
}

/// An XML schema (XSD 1.0) from a file, with what it imports by relative path. Nothing is
/// fetched over the network.
///
/// libxml2 only reads a schema once it is loaded, so one value may serve many threads.
public final class XMLSchema: @unchecked Sendable {
  private let schema: xmlSchemaPtr

  /// Loads a schema. Throws when the file cannot be read or is no schema.
  public init(path: String) throws(XMLSchemaFault) {
    ParsedDocument.prepare
    guard let context = xmlSchemaNewParserCtxt(path) else { throw XMLSchemaFault(path: path) }
    defer { xmlSchemaFreeParserCtxt(context) }
    // Both the schema's faults and those of its files are silent; the second kind is told to
    // a function of the thread.
    xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
    xmlSetStructuredErrorFunc(nil, { _, _ in })
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let schema = xmlSchemaParse(context) else { throw XMLSchemaFault(path: path) }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  /// What the schema finds in a document, in document order; empty for a valid one.
  ///
  /// Throws `XMLFault` as `XMLElement.init(parsing:)` does: a document that is refused there
  /// is not examined.
  public func issues(
    in bytes: [UInt8], limits: XMLLimits = .message
  ) throws(XMLFault) -> [XMLSchemaIssue] {
    let document = try ParsedDocument(bytes, limits: limits)
    guard let context = xmlSchemaNewValidCtxt(schema) else { throw XMLFault(.malformed) }
    defer { xmlSchemaFreeValidCtxt(context) }
    let found = Collected()
    xmlSchemaSetValidStructuredErrors(
      context,
      { collected, error in
        guard let collected, let error else { return }
        Unmanaged<Collected>.fromOpaque(collected).takeUnretainedValue().issues.append(
          XMLSchemaIssue(line: Int(error.pointee.line), number: Int(error.pointee.code)))
      }, Unmanaged.passUnretained(found).toOpaque())
    let verdict = xmlSchemaValidateDoc(context, document.pointer)
    return withExtendedLifetime((document, found)) {
      // A verdict without a message is still a verdict.
      verdict != 0 && found.issues.isEmpty
        ? [XMLSchemaIssue(line: 0, number: Int(verdict))] : found.issues
    }
  }

  private final class Collected {
    var issues: [XMLSchemaIssue] = []
  }
}
