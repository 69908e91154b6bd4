// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Reading and checking certificates, against a bare parse of the same bytes.
struct CertificatesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "Reading and checking certificates, against libxml2's bare parse of the same bytes.")

  @Flag(help: "Answer in JSON.")
  var json = false

  @Option(help: "Certificates in each turn.")
  var certificates = 2000

  @Option(help: "Turns; parse and check follow each other in each.")
  var turns = 9

  func run() throws {
    let speed = CertificateSpeed(certificates: certificates)
    try speed.run(turns: turns).show(json: json)
  }
}
