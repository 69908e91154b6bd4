// SPDX-License-Identifier: Apache-2.0

import Domain
import Testing
import XML

@testable import Exchange

/// One change to one element of a message.
enum Mutation: CaseIterable, Sendable {
  case delete, duplicate, swapWithNext, rename, leaveNamespace, empty, addAttribute, addText
}

/// Every element of every full message is changed in every way; the reader is compared with the
/// contract's schema.
struct MutationTests {
  static let documents: [XMLElement] =
    Fixtures.full.map { document(try? $0.write()) }
    + Fixtures.care.map { document(try? $0.write()) }

  private static func document(_ bytes: [UInt8]?) -> XMLElement {
    guard let bytes, let root = try? XMLElement(parsing: bytes) else {
      fatalError("a fixture cannot be written")
    }
    return root
  }

  /// Where refusing is right although the schema does not: it knows no codes, no emptiness
  /// and no relation between elements.
  static let stricter: Set<MessageFault.Code> = [
    .valueEmpty, .codeUnknown, .codeSystemUnknown, .rootUnknown, .notAnHSAID,
    .personalIdentityForm, .languageMissing, .nothingUpdated,
    // The schema lets an element of one of the contract's namespaces pass as an extension in
    // the other.
    .elementUnexpected, .elementNamespace,
  ]

  private func verdict(_ bytes: [UInt8], _ kind: MessageKind) -> MessageFault? {
    do throws(MessageFault) {
      if [.respondToOrder, .respondToPerformerRequest, .updateAssessment, .reportCareContact]
        .contains(kind)
      {
        _ = try CareMessage.read(bytes)
      } else {
        _ = try IncomingMessage.read(bytes)
      }
      return nil
    } catch { return error }
  }

  @Test(.needsContract, arguments: documents)
  func `each change of each element is refused where the schema refuses it`(
    document: XMLElement
  ) throws {
    let kind = try #require(MessageKind(rawValue: document.name))
    let schema = try Contract.schema(of: kind)
    var refused = 0
    var read = 0
    for path in paths(in: document) where !path.isEmpty {
      for mutation in Mutation.allCases {
        guard let mutant = mutated(document, path[...], mutation) else { continue }
        let bytes = try XMLText.write(mutant, prefixes: Contract.prefixes)
        let isValid = try schema.issues(in: bytes).isEmpty
        let names = names(along: path, in: document)
        let what: Comment = "\(mutation) \(names.joined(separator: "/"))"
        guard let fault = verdict(bytes, kind) else {
          #expect(isValid, what)
          read += 1
          continue
        }
        refused += 1
        // libxml2 lets an extension stand before a repeated element; by the words of the
        // contract (xs:sequence) it comes last.
        let isEarly = mutation == .leaveNamespace && fault.code == .elementOrder
        #expect(!isValid || Self.stricter.contains(fault.code) || isEarly, what)
        #expect(isAbout(fault.field, names, next: sibling(after: path, in: document)), what)
        expectNoContent(of: document, in: fault)
      }
    }
    #expect(refused > 10)
    #expect(read > 0)
  }

  @Test(.needsContract, arguments: [1, 2, 3, 5, 8, 13, 21, 34] as [UInt64])
  func `several changes at once are refused where the schema refuses them`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    for document in Self.documents {
      let kind = try #require(MessageKind(rawValue: document.name))
      let schema = try Contract.schema(of: kind)
      for _ in 0..<60 {
        var mutant = document
        for _ in 0..<(2 + chance.next(3)) {
          let all = paths(in: mutant).filter { !$0.isEmpty }
          guard !all.isEmpty else { break }
          let mutation = Mutation.allCases[chance.next(Mutation.allCases.count)]
          mutant = mutated(mutant, all[chance.next(all.count)][...], mutation) ?? mutant
        }
        let bytes = try XMLText.write(mutant, prefixes: Contract.prefixes)
        if let fault = verdict(bytes, kind) {
          expectNoContent(of: mutant, in: fault)
        } else {
          #expect(try schema.issues(in: bytes).isEmpty)
        }
      }
    }
  }

  /// The fault names the changed element, one inside or around it, or the one it changed
  /// places with.
  private func isAbout(_ field: String, _ names: [String], next: String?) -> Bool {
    let plain = field.split(separator: "/").map { $0.prefix { $0 != "[" } }.map(String.init)
    let parent = Array(names.dropLast())
    let beside = next.map { parent + [$0] } ?? parent
    return plain == parent || plain.starts(with: names) || plain.starts(with: beside)
      || plain.last == "interpreterLanguage"
  }

  private func paths(in element: XMLElement) -> [[Int]] {
    [[]]
      + element.children.enumerated().flatMap { index, child in
        paths(in: child).map { [index] + $0 }
      }
  }

  private func names(along path: [Int], in element: XMLElement) -> [String] {
    guard let first = path.first else { return [element.name] }
    return [element.name] + names(along: Array(path.dropFirst()), in: element.children[first])
  }

  private func sibling(after path: [Int], in element: XMLElement) -> String? {
    guard let first = path.first else { return nil }
    guard path.count == 1 else {
      return sibling(after: Array(path.dropFirst()), in: element.children[first])
    }
    return first + 1 < element.children.count ? element.children[first + 1].name : nil
  }

  /// The element with the change at the path; nil when the change is impossible there.
  private func mutated(
    _ element: XMLElement, _ path: ArraySlice<Int>, _ mutation: Mutation
  ) -> XMLElement? {
    guard let index = path.first else { return nil }
    var children = element.children
    let child = children[index]
    if path.count > 1 {
      guard let inner = mutated(child, path.dropFirst(), mutation) else { return nil }
      children[index] = inner
    } else {
      switch mutation {
      case .delete: children.remove(at: index)
      case .duplicate: children.insert(child, at: index)
      case .swapWithNext:
        guard index + 1 < children.count else { return nil }
        children.swapAt(index, index + 1)
      case .rename: children[index] = child.with(name: "utanNamn")
      case .leaveNamespace: children[index] = child.with(namespace: "urn:example:extension")
      case .empty: children[index] = child.with(children: [], text: "")
      case .addAttribute:
        children[index] = child.with(attributes: [XMLAttribute(name: "extra", value: "ja")])
      case .addText:
        children[index] = child.with(children: child.children, text: child.text + "Hemligt")
      }
    }
    return element.with(children: children, text: element.text)
  }
}

extension XMLElement {
  fileprivate func with(
    name: String? = nil, namespace: String? = nil, attributes: [XMLAttribute]? = nil,
    children: [XMLElement]? = nil, text: String? = nil
  ) -> XMLElement {
    XMLElement(
      name: name ?? self.name, namespace: namespace ?? self.namespace,
      attributes: attributes ?? self.attributes, children: children ?? self.children,
      text: text ?? self.text)
  }
}

/// A row of numbers that is the same for the same seed.
struct Chance {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
