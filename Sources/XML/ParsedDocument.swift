// SPDX-License-Identifier: Apache-2.0

import CXML2

/// A document that libxml2 holds in memory. It is made only by the guarded parse below: no
/// network, no document type, nothing beyond the limits.
final class ParsedDocument {
  let pointer: xmlDocPtr

  /// Without blanks, white space between elements is not kept; what an element without elements
  /// holds is.
  ///
  /// Throws every `XMLFault` that reading knows but `textTooLong`.
  init(
    _ bytes: [UInt8], limits: XMLLimits, withoutBlanks: Bool = false
  ) throws(XMLFault) {
    ParsedDocument.prepare
    guard !bytes.isEmpty else { throw XMLFault(.empty) }
    guard bytes.count <= limits.maximumBytes else { throw XMLFault(.tooLarge) }
    let form = try DocumentEncoding(bytes)
    guard !form.hasCrowdedTag(bytes) else { throw XMLFault(.tooManyAttributes) }
    guard let context = xmlNewParserCtxt() else { throw XMLFault(.malformed) }
    defer { xmlFreeParserCtxt(context) }

    let guardian = ParseGuardian(limits)
    context.pointee._private = Unmanaged.passUnretained(guardian).toOpaque()
    ParseGuardian.install(in: context)
    let document = bytes[form.markLength...].withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { characters in
        xmlCtxtReadMemory(
          context, characters.baseAddress, Int32(characters.count), nil, form.name,
          ParsedDocument.options | (withoutBlanks ? ParsedDocument.noBlanks : 0))
      }
    }
    // The guardian must live until the parser has called it for the last time.
    let refusal = withExtendedLifetime(guardian) { guardian.refusal }
    let isSound = context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1
    if let document, refusal == nil, isSound {
      pointer = document
      return
    }
    xmlFreeDoc(document)
    throw refusal ?? ParsedDocument.fault(of: context)
  }

  deinit { xmlFreeDoc(pointer) }

  /// The same options for every document. The encoding that the document declares is passed
  /// over, because it has been established from the first bytes. Short texts lie in their nodes:
  /// the tree is only read.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_COMPACT.rawValue)

  private static let noBlanks = Int32(XML_PARSE_NOBLANKS.rawValue)

  /// Once per process: libxml2 is made ready for several threads, and its loader of external
  /// files is exchanged for the one that never uses the network.
  static let prepare: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
  }()

  private static func fault(of context: xmlParserCtxtPtr) -> XMLFault {
    guard let error = xmlCtxtGetLastError(context) else { return XMLFault(.malformed) }
    let code = UInt32(bitPattern: error.pointee.code)
    let isEncoding =
      code == XML_ERR_INVALID_ENCODING.rawValue || code == XML_ERR_UNKNOWN_ENCODING.rawValue
      || code == XML_ERR_UNSUPPORTED_ENCODING.rawValue || code == XML_I18N_CONV_FAILED.rawValue
    return XMLFault(isEncoding ? .encoding : .malformed, line: Int(error.pointee.line))
  }
}

/// Stands beside the parser and stops it at the first document type and the first limit, so
/// that what a hostile document would cost is never paid.
private final class ParseGuardian {
  let limits: XMLLimits
  var elements = 0
  var refusal: XMLFault?

  init(_ limits: XMLLimits) { self.limits = limits }

  static func install(in context: xmlParserCtxtPtr) {
    context.pointee.sax.pointee.internalSubset = { parser, _, _, _ in
      ParseGuardian.stop(parser, .documentType)
    }
    context.pointee.sax.pointee.startElementNs = {
      parser, name, prefix, uri, spaces, declared, count, defaulted, attributes in
      guard let context = ParseGuardian.context(parser), let self = ParseGuardian.of(context)
      else { return }
      self.elements += 1
      if self.elements > self.limits.maximumElements {
        return ParseGuardian.stop(parser, .tooManyElements)
      }
      if Int(context.pointee.nodeNr) >= self.limits.maximumDepth {
        return ParseGuardian.stop(parser, .tooDeep)
      }
      if Int(count) > self.limits.maximumAttributes {
        return ParseGuardian.stop(parser, .tooManyAttributes)
      }
      xmlSAX2StartElementNs(
        parser, name, prefix, uri, spaces, declared, count, defaulted, attributes)
    }
  }

  private static func context(_ parser: UnsafeMutableRawPointer?) -> xmlParserCtxtPtr? {
    parser?.assumingMemoryBound(to: xmlParserCtxt.self)
  }

  private static func of(_ context: xmlParserCtxtPtr) -> ParseGuardian? {
    context.pointee._private.map {
      Unmanaged<ParseGuardian>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static func stop(_ parser: UnsafeMutableRawPointer?, _ code: XMLFault.Code) {
    guard let context = context(parser), let guardian = of(context) else { return }
    let line = Int(xmlSAX2GetLineNumber(parser))
    guardian.refusal = guardian.refusal ?? XMLFault(code, line: line)
    xmlStopParser(context)
  }
}
