// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Testing
import XML

/// The public samples give what their tables say.
@Suite(.needsSamples)
struct SharedCertificateTests {
  private func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: "|").map(String.init)
  }

  private func systems(_ certificate: Certificate) -> [String] {
    certificate.answers.diagnoses.map { "\($0.code)(\($0.system?.rawValue ?? "?"))" }
  }

  private func periods(_ certificate: Certificate) -> [String] {
    certificate.answers.periods.map { "\($0.degree.rawValue)%:\($0.first)..\($0.last)" }
  }

  @Test func `certificates`() throws {
    let rows = try SharedSamples.table("certificates/index.csv")
    #expect(rows.count > 10)
    for row in rows {
      let name = row["file"] ?? ""
      let what: Comment = "\(name)"
      let reading = CertificateDocument.read(try SharedSamples.bytes("certificates/\(name)"))
      let isRight = row["schematron_valid"] == "true"
      #expect((reading.verdict != .rejected) == isRight, what)
      // Whatever breaks the schema is noted, and nothing else.
      let formNotes = reading.notes.filter { $0.rule == .form }
      #expect(formNotes.isEmpty == (row["xsd_valid"] == "true"), what)
      let expected = Set(list(row["violated_patterns"]).map(rule(ofPattern:)))
      #expect(Set(reading.breaches.map(\.code)) == expected, what)
      let certificate = try #require(reading.certificate, what)
      compare(certificate, row, what)
    }
  }

  private func compare(_ certificate: Certificate, _ row: [String: String], _ what: Comment) {
    #expect(certificate.type.rawValue == row["type"], what)
    #expect(certificate.version.text == row["version"], what)
    #expect(certificate.id == row["certificate_id"], what)
    #expect(certificate.signed?.description == row["signed"], what)
    #expect(certificate.person.id == row["patient_id"], what)
    #expect(certificate.staff.id == row["staff_hsa_id"], what)
    #expect(certificate.unit.id == row["unit_hsa_id"], what)
    #expect(certificate.unit.name == row["unit_name"], what)
    #expect(certificate.unit.providerID == row["vardgivare_hsa_id"], what)
    #expect(
      certificate.relations.map { "\($0.code):\($0.certificateID)" } == list(row["relations"]),
      what)
    #expect((certificate.answersTo?.messageID ?? "") == row["svar_pa"], what)
    #expect(systems(certificate) == list(row["diagnoses"]), what)
    // A period without days stands in the table, but cannot be read.
    #expect(
      periods(certificate) == list(row["periods"]).filter { !$0.contains("None") }, what)
    if let days = row["union_days"].flatMap(Int.init) {
      #expect(certificate.distinctDays == days, what)
    }
    #expect((certificate.firstDay?.description ?? "") == row["first_day"], what)
    #expect((certificate.lastDay?.description ?? "") == row["last_day"], what)
    let answers = certificate.answers
    let bases = answers.bases.map { "\($0.kind.rawValue)@\($0.day?.description ?? "")" }
    #expect(bases == list(row["grund_for_mu"]), what)
    #expect(answers.occupations.map(\.rawValue) == list(row["sysselsattning"]), what)
    #expect(answers.measures.map(\.rawValue) == list(row["atgarder"]), what)
    #expect((answers.keptForInfection.map { "\($0)" } ?? "") == row["smittskydd"], what)
    #expect((answers.otherHours.map { "\($0)" } ?? "") == row["arbetstidsforlaggning"], what)
    #expect((answers.contactWanted.map { "\($0)" } ?? "") == row["kontakt"], what)
    let counts = answers.questions.map {
      $0.count > 1 ? "\($0.question)x\($0.count)" : "\($0.question)"
    }
    #expect(counts.joined(separator: " ") == row["svar_ids"], what)
  }

  @Test func `older shapes and another type`() throws {
    for row in try SharedSamples.table("certificates/index-other.csv") {
      let name = row["file"] ?? ""
      let what: Comment = "\(name)"
      let reading = CertificateDocument.read(try SharedSamples.bytes("certificates/\(name)"))
      #expect(reading.typeCode == row["type"], what)
      guard row["type"] == "FK7263" else {
        #expect(reading.refusal?.code == .otherType, what)
        continue
      }
      #expect(reading.verdict == .accepted, what)
      let certificate = try #require(reading.certificate, what)
      #expect(certificate.answers.diagnoses.map(\.code) == list(row["diagnoses"]), what)
      #expect(periods(certificate) == list(row["periods_in_document_order"]), what)
    }
  }

  @Test func `messages`() throws {
    for row in try SharedSamples.table("messages/index.csv") {
      let name = row["file"] ?? ""
      let what: Comment = "\(name)"
      let reading = CertificateDocument.read(try SharedSamples.bytes("messages/\(name)"))
      let isRejected = row["expected_rule_result"]?.hasPrefix("reject") == true
      #expect((reading.verdict == .rejected) == isRejected, what)
      if row["namespace_version"] == "2" {
        #expect(reading.notes.isEmpty == (row["xsd_valid_v2"] == "true"), what)
      }
      switch reading.content {
      case .message(let message):
        #expect(message.id == row["message_id"], what)
        #expect((message.sent?.description ?? "") == row["sent"], what)
        #expect(message.certificateID == row["certificate_id"], what)
        #expect(message.person.id == row["patient_id"], what)
        #expect(message.subjectCode == row["subject"], what)
        #expect((message.reminds ?? "") == row["reminder_of"], what)
        #expect((message.senderPart ?? message.unit?.id) == row["sender"], what)
        #expect(message.contactLines.joined(separator: "|") == row["kontaktinfo"], what)
        let questions = message.requests.map { request in
          "\(request.question ?? 0)" + (request.instance.map { "#\($0)" } ?? "")
        }
        #expect(questions == list(row["komplettering_questions"]), what)
        #expect((message.lastDayForAnswer?.description ?? "") == row["last_answer_date"], what)
      case .revocation(let revocation):
        #expect(row["root"] == "RevokeCertificate", what)
        #expect(revocation.certificateID == row["certificate_id"], what)
        #expect(revocation.person.id == row["patient_id"], what)
      case .certificate, nil: Issue.record("\(name) was not read")
      }
    }
  }
}
