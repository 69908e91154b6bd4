// SPDX-License-Identifier: Apache-2.0

import CXML2

/// Reads a long document piece by piece, and hands over each element of one name as a value as
/// soon as it is complete. Nothing else of the document is kept, so that its length costs no
/// memory.
///
/// The same guards as for whole documents hold: no network, no document type, no entities
/// but the five of XML, limits on depth, attributes and text. `maximumElements` of the limits is
/// here of one record, `maximumBytes` of the whole document. The document is UTF-8.
///
/// A reader is used by one task at a time. After a fault it gives nothing more.
public final class XMLRecords {
  private let context: xmlParserCtxtPtr
  private let collector: RecordCollector
  private let limits: XMLLimits
  private var byteCount = 0
  private var start: [UInt8] = []
  private var isBegun = false
  private var fault: XMLFault?
  private var equalsSigns = 0
  private var quietBytes = 0

  /// The name and namespace of the document's root, when it has been read.
  public var root: (name: String, namespace: String?)? { collector.root }

  /// A reader at the beginning of a document.
  ///
  /// - Parameter name: the elements that are records, in any place below the root; one inside
  ///   another is part of it.
  public init(name: String, namespace: String?, limits: XMLLimits) throws(XMLFault) {
    ParsedDocument.prepare
    collector = RecordCollector(name: name, namespace: namespace, limits: limits)
    self.limits = limits
    var handler = RecordCollector.handler
    let owner = Unmanaged.passUnretained(collector).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, owner, nil, 0, nil) else {
      throw XMLFault(.malformed)
    }
    self.context = context
    xmlCtxtUseOptions(context, XMLRecords.options)
    collector.context = context
  }

  deinit {
    xmlFreeDoc(context.pointee.myDoc)
    xmlFreeParserCtxt(context)
  }

  /// As for whole documents, and the five entities of XML are put in their place in attributes
  /// too. There are no others, since a document type ends the reading.
  private static let options = Int32(
    XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// Bytes that the parser is given at once, so that it never runs far past a limit.
  private static let pieceBytes = 16_384

  /// Reads some bytes. Returns the records that are complete by then, in document order.
  public func read(_ bytes: [UInt8]) throws(XMLFault) -> [XMLElement] {
    if let fault { throw fault }
    do throws(XMLFault) {
      byteCount += bytes.count
      guard byteCount <= limits.maximumBytes else { throw XMLFault(.tooLarge) }
      // The encoding shows in the first four bytes.
      guard isBegun || start.count + bytes.count >= 4 else {
        start += bytes
        return []
      }
      return try take(isBegun ? bytes : begin(start + bytes))
    } catch {
      fault = error
      throw error
    }
  }

  /// Says that the document has ended. Returns the last records.
  public func finish() throws(XMLFault) -> [XMLElement] {
    if let fault { throw fault }
    guard byteCount > 0 else { throw XMLFault(.empty) }
    do throws(XMLFault) {
      var records = isBegun ? [] : try take(begin(start))
      xmlParseChunk(context, nil, 0, 1)
      try check()
      guard context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 else {
        throw XMLFault(.malformed, line: line)
      }
      records += collector.takeRecords()
      fault = XMLFault(.malformed)
      return records
    } catch {
      fault = error
      throw error
    }
  }

  /// The bytes without a byte order mark. Throws `encoding` for what begins like UTF-16 or 32.
  private func begin(_ bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
    isBegun = true
    start = []
    switch (bytes.first ?? 0, bytes.dropFirst().first ?? 1) {
    case (0xFF, 0xFE), (0xFE, 0xFF), (0, _), (_, 0): throw XMLFault(.encoding, line: 1)
    default: break
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private func take(_ bytes: [UInt8]) throws(XMLFault) -> [XMLElement] {
    try guardTags(bytes)
    var place = 0
    while place < bytes.count {
      let end = min(place + Self.pieceBytes, bytes.count)
      let before = collector.calls
      bytes[place..<end].withUnsafeBufferPointer { piece in
        _ = piece.withMemoryRebound(to: CChar.self) { characters in
          xmlParseChunk(context, characters.baseAddress, Int32(characters.count), 0)
        }
      }
      try check()
      quietBytes = collector.calls == before ? quietBytes + end - place : 0
      guard quietBytes <= Self.longestQuiet else { throw XMLFault(.textTooLong, line: line) }
      place = end
    }
    return collector.takeRecords()
  }

  /// Bytes in which the parser may find nothing whole: a comment or a tag without end.
  private static let longestQuiet = 1 << 20

  /// Equals signs between two `<` that no honest document reaches, as for whole documents.
  private func guardTags(_ bytes: [UInt8]) throws(XMLFault) {
    for byte in bytes {
      if byte == UInt8(ascii: "<") {
        equalsSigns = 0
      } else if byte == UInt8(ascii: "=") {
        equalsSigns += 1
        if equalsSigns > Self.crowd { throw XMLFault(.tooManyAttributes, line: line) }
      }
    }
  }

  private static let crowd = 4096

  private var line: Int { Int(xmlSAX2GetLineNumber(context)) }

  private func check() throws(XMLFault) {
    if let refusal = collector.refusal { throw refusal }
    guard let error = xmlCtxtGetLastError(context), error.pointee.level != XML_ERR_WARNING else {
      return
    }
    let code = UInt32(bitPattern: error.pointee.code)
    let isEncoding =
      code == XML_ERR_INVALID_ENCODING.rawValue || code == XML_ERR_UNKNOWN_ENCODING.rawValue
      || code == XML_ERR_UNSUPPORTED_ENCODING.rawValue || code == XML_I18N_CONV_FAILED.rawValue
      || code == XML_ERR_INVALID_CHAR.rawValue
    throw XMLFault(isEncoding ? .encoding : .malformed, line: Int(error.pointee.line))
  }
}

/// Stands behind the parser's calls: builds the record it is in, and stops at the first limit.
private final class RecordCollector {
  private struct Open {
    let name: String
    let namespace: String?
    let attributes: [XMLAttribute]
    let line: Int
    var children: [XMLElement] = []
    var text: [UInt8] = []
  }

  private let name: String
  private let namespace: String?
  private let limits: XMLLimits
  var context: xmlParserCtxtPtr?
  private(set) var root: (name: String, namespace: String?)?
  private(set) var refusal: XMLFault?
  private(set) var calls = 0
  private var depth = 0
  private var elements = 0
  private var open: [Open] = []
  private var records: [XMLElement] = []

  init(name: String, namespace: String?, limits: XMLLimits) {
    self.name = name
    self.namespace = namespace
    self.limits = limits
  }

  func takeRecords() -> [XMLElement] {
    defer { records = [] }
    return records
  }

  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.internalSubset = { owner, _, _, _ in
      RecordCollector.of(owner)?.stop(.documentType)
    }
    handler.startElementNs = { owner, name, _, uri, _, _, count, _, attributes in
      RecordCollector.of(owner)?.begin(name, uri, Int(count), attributes)
    }
    handler.endElementNs = { owner, _, _, _ in RecordCollector.of(owner)?.end() }
    handler.characters = { owner, text, count in
      RecordCollector.of(owner)?.characters(text, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.comment = { owner, _ in RecordCollector.of(owner)?.pass() }
    handler.processingInstruction = { owner, _, _ in RecordCollector.of(owner)?.pass() }
    return handler
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> RecordCollector? {
    owner.map { Unmanaged<RecordCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private func pass() { calls += 1 }

  private var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  private func stop(_ code: XMLFault.Code) {
    refusal = refusal ?? XMLFault(code, line: line)
    if let context { xmlStopParser(context) }
  }

  private func begin(
    _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    calls += 1
    guard refusal == nil else { return }
    depth += 1
    guard depth <= limits.maximumDepth else { return stop(.tooDeep) }
    guard count <= limits.maximumAttributes else { return stop(.tooManyAttributes) }
    let name = text(name) ?? ""
    let namespace = text(uri)
    if depth == 1 { root = (name, namespace) }
    if open.isEmpty {
      guard depth > 1, name == self.name, namespace == self.namespace else { return }
      elements = 0
    }
    elements += 1
    guard elements <= limits.maximumElements else { return stop(.tooManyElements) }
    var read: [XMLAttribute] = []
    for number in 0..<count {
      guard let attribute = attribute(number, attributes) else { return stop(.textTooLong) }
      read.append(attribute)
    }
    open.append(Open(name: name, namespace: namespace, attributes: read, line: line))
  }

  /// Five pointers for each: name, prefix, namespace, begin and end of the value. Nil when the
  /// value is longer than the limit.
  private func attribute(
    _ number: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> XMLAttribute? {
    guard let parts = attributes?.advanced(by: number * 5), let begin = parts[3],
      let end = parts[4]
    else { return XMLAttribute(name: "", value: "") }
    let bytes = UnsafeBufferPointer(start: begin, count: end - begin)
    guard bytes.count <= limits.maximumTextBytes else { return nil }
    return XMLAttribute(
      name: text(parts[0]) ?? "", namespace: text(parts[2]),
      value: String(decoding: bytes, as: UTF8.self))
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    calls += 1
    guard refusal == nil, !open.isEmpty, let text else { return }
    guard open[open.count - 1].text.count + count <= limits.maximumTextBytes else {
      return stop(.textTooLong)
    }
    open[open.count - 1].text.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  private func end() {
    calls += 1
    guard refusal == nil else { return }
    depth -= 1
    guard let last = open.popLast() else { return }
    let element = XMLElement(
      name: last.name, namespace: last.namespace, attributes: last.attributes,
      children: last.children, text: String(decoding: last.text, as: UTF8.self), line: last.line)
    if open.isEmpty {
      records.append(element)
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  private func text(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}

extension XMLLimits {
  /// The limits for a long document of records: 1 GiB, and in each record what a contract message
  /// may have.
  public static let records = XMLLimits(
    maximumBytes: 1 << 30, maximumDepth: 32, maximumElements: 10_000, maximumAttributes: 64,
    maximumTextBytes: 65_536)
}
