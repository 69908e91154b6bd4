// SPDX-License-Identifier: Apache-2.0
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Markup
import NIOCore
import Synthetic

@testable import Service
@testable import Web

/// Files for the follow-up, and analysts who send them.
extension SiteFixture {
  /// Lets somebody be an analyst.
  func appoint(_ people: Person...) async throws {
    for person in people {
      try await service.appointAnalyst(person.rawValue, reason: "Beslut 1")
    }
  }

  static func certificate(
    _ id: String, person: String = "191212121212", unit: String = FollowUpFixture.own[0],
    change: (inout CertificateText) -> Void = { _ in }
  ) -> String {
    var text = CertificateText.plain
    text.id = id
    text.person = person
    text.unit = unit
    change(&text)
    return text.xml
  }

  /// A certificate without its degree, which breaks a rule.
  static func broken(_ id: String, unit: String = FollowUpFixture.own[0]) -> String {
    certificate(id, unit: unit) { text in text.answers.removeAll { $0.question == "32" } }
  }

  /// Two counties with a care unit each.
  static let catalogue = """
    <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits>
    \(unit(FollowUpFixture.own[0], "Alen", "Östergötlands län"))
    \(unit(FollowUpFixture.others[0], "Hemliga vårdcentralen 1", "Uppsala län"))
    </hsaUnits></FileGetHsaUnitsResponse>
    """

  private static func unit(_ id: String, _ name: String, _ county: String) -> String {
    """
    <hsaUnit><hsaIdentity>\(id)</hsaIdentity><DN>ou=\(name),l=\(county),c=SE</DN>
    <name>\(name)</name><isHsaHealthCareUnit>true</isHsaHealthCareUnit></hsaUnit>
    """
  }

  /// Takes documents in by the operator's hand and makes an edition of them. Returns its folder.
  func deliver(_ documents: [String], folder: String) async throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Self.catalogue.write(
      toFile: folder + "/hsaunits.xml", atomically: true, encoding: .utf8)
    _ = try await service.importDirectory(
      path: folder + "/hsaunits.xml", asOf: Day("2024-01-01") ?? .earliest)
    try FileManager.default.createDirectory(
      atPath: folder + "/in", withIntermediateDirectories: true)
    for (number, text) in documents.enumerated() {
      try text.write(
        toFile: folder + "/in/\(number).xml", atomically: true, encoding: .utf8)
    }
    _ = try await service.importCertificates([folder + "/in"])
    service.keepEditions(in: folder + "/editions")
    _ = try await service.buildFollowUp(in: folder + "/editions")
  }

  static func freshFolder() -> String {
    NSTemporaryDirectory() + "samsyn-delivery-\(UUID().uuidString)"
  }
}

extension Visitor {
  /// Sends files as a browser without script does.
  ///
  /// - Parameter token: the form's; nil sends the session's.
  func upload(
    _ files: [(name: String, text: String)], to href: Href, token: String? = nil,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    let boundary = "----samsyn"
    var body = """
      --\(boundary)\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\
      \(token ?? session.formToken)\r\n
      """
    for file in files {
      body += """
        --\(boundary)\r\nContent-Disposition: form-data; name="filer"; \
        filename="\(file.name)"\r\nContent-Type: text/xml\r\n\r\n\(file.text)\r\n
        """
    }
    body += "--\(boundary)--\r\n"
    var all: HTTPFields = [
      .cookie: "samsyn=\(session.token)",
      .contentType: "multipart/form-data; boundary=\(boundary)", .accept: "text/html",
    ]
    for field in headers { all[field.name] = field.value }
    return try await fixture.client.execute(
      uri: href.description, method: .post, headers: all, body: ByteBuffer(string: body))
  }

  /// The page of an import when it has ended.
  func settled(_ href: Href) async throws -> String {
    for _ in 0..<500 {
      let page = try await get(href).text
      if !page.contains("data-refresh=") { return page }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await get(href).text
  }
}
