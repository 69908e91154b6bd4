// SPDX-License-Identifier: Apache-2.0

import Domain
import XML

/// Reads FK 7263 in the shape it had before RegisterCertificate (lakarutlatande, mu7263): the
/// answers are put on the same sheet as those of the later shape. Here identities are
/// attributes, persons have a hyphen and times have milliseconds; that is how it should be.
struct OldCertificateReader {
  private var sheet = AnswerSheet()
  private var instances: [Int: Int] = [:]
  /// The parts of the envelope.
  private var id: String?
  private var signed: CertificateTime?
  private var sent: CertificateTime?
  private var person: CertificatePerson?
  private var staff = CertificateStaff(id: nil)
  private var unit = CertificateUnit(id: nil)
  /// Texts that belong together wherever they stand.
  private var other: [String] = []

  static func read(_ root: XMLNode) -> CertificateReading {
    var reader = OldCertificateReader()
    for child in root.children { reader.take(child) }
    return reader.reading(line: root.line)
  }

  private mutating func reading(line: Int) -> CertificateReading {
    let refusal = CertificateRefusal(
      identities: ["lakarutlatande-id": id, "patient/person-id": person?.id], line: line)
    guard refusal == nil, let id, let person else {
      return CertificateReading(
        refusal: refusal ?? CertificateRefusal(.noIdentity),
        typeCode: CertificateKind.fk7263.rawValue)
    }
    if !other.isEmpty { addText(25, other.joined(separator: "\n")) }
    let certificate = Certificate(
      id: id, issuer: nil, type: .fk7263, version: CertificateVersion(""), signed: signed,
      sent: sent, person: person, staff: staff, unit: unit, relations: [], answersTo: nil,
      recipients: [], answers: CertificateAnswers(sheet))
    return CertificateReading(certificate, sheet: sheet, formNotes: [])
  }

  private mutating func take(_ node: XMLNode) {
    switch node.name {
    case "lakarutlatande-id": id = node.trimmedText.isEmpty ? nil : node.trimmedText
    case "signeringsdatum": signed = Self.time(node.trimmedText)
    case "skickatDatum": sent = Self.time(node.trimmedText)
    case "kommentar": if !node.trimmedText.isEmpty { other.append(node.trimmedText) }
    case "patient": takePatient(node)
    case "skapadAvHosPersonal": takeStaff(node)
    case "vardkontakt": takeBasis(node, type: "vardkontakttyp", day: "vardkontaktstid")
    case "referens": takeBasis(node, type: "referenstyp", day: "datum")
    case "aktivitet": takeMeasure(node)
    case "bedomtTillstand": addText(10001, node.text(of: "beskrivning"))
    case "medicinsktTillstand": takeDiagnosis(node)
    case "funktionstillstand": takeFunction(node)
    default: break
    }
  }

  /// Old times may be days alone.
  private static func time(_ text: String) -> CertificateTime? {
    CertificateTime(text)
      ?? Day(isoDate: Array(text.utf8.prefix(10))).map { CertificateTime(day: $0, time: .midnight) }
  }

  private mutating func takePatient(_ node: XMLNode) {
    guard let identity = node.child("person-id"), let text = identity.identity else { return }
    let root: PersonalIdentityNumber.Kind? =
      switch identity.attribute("root") {
      case "1.2.752.129.2.1.3.1": .personnummer
      case "1.2.752.129.2.1.3.3": .samordningsnummer
      default: nil
      }
    person = CertificatePerson(text, root: root)
  }

  private mutating func takeStaff(_ node: XMLNode) {
    staff = CertificateStaff(
      id: node.child("personal-id")?.identity, name: node.text(of: "fullstandigtNamn"))
    guard let place = node.child("enhet") else { return }
    let provider = place.child("vardgivare")
    unit = CertificateUnit(
      id: place.child("enhets-id")?.identity, name: place.text(of: "enhetsnamn"),
      workplaceCode: place.child("arbetsplatskod")?.identity,
      providerID: provider?.child("vardgivare-id")?.identity,
      providerName: provider?.text(of: "vardgivarnamn"))
  }

  private mutating func takeBasis(_ node: XMLNode, type: StaticString, day: StaticString) {
    let kind: CertificateBasisKind? =
      switch node.text(of: type) {
      case "Min_undersokning_av_patienten": .examination
      case "Min_telefonkontakt_med_patienten": .telephone
      case "Journaluppgifter": .records
      case "Annat": .other
      default: nil
      }
    guard let kind else { return }
    addCode(1, 1, .fkmu(1), kind.rawValue)
    if let day = node.text(of: day) { add(1, 2, .text(day)) }
    endRow(1)
  }

  private mutating func takeMeasure(_ node: XMLNode) {
    let text = node.text(of: "beskrivning")
    switch node.text(of: "aktivitetskod") {
    case "Avstangning_enligt_SmL_pga_smitta": addFlag(27, true)
    case "Kontakt_med_Forsakringskassan_ar_aktuell": addFlag(26, true)
    case "Forandrat_ressatt_till_arbetsplatsen_ar_aktuellt": addFlag(34, true)
    case "Forandrat_ressatt_till_arbetsplatsen_ar_ej_aktuellt": addFlag(34, false)
    case "Planerad_eller_pagaende_behandling_eller_atgard_inom_sjukvarden": addText(19, text)
    case "Planerad_eller_pagaende_annan_atgard": addText(20, text)
    case "Patienten_behover_fa_kontakt_med_foretagshalsovarden":
      addCode(40, 1, .fkmu(4), ReturnMeasure.occupationalHealth.rawValue)
      endRow(40)
    case "Ovrigt": addText(44, text)
    default: break
    }
  }

  private mutating func takeDiagnosis(_ node: XMLNode) {
    let code = node.child("tillstandskod")
    var number = 0
    for child in node.children where child.isNamed("tillstandskod") {
      guard let text = child.attribute("code"), number < 3 else { continue }
      let isPrimary = child.attribute("codeSystemName")?.uppercased().hasPrefix("KSH") == true
      addCode(6, 2 + number * 2, isPrimary ? .ksh97p : .icd10, text)
      number += 1
    }
    if let text = node.text(of: "beskrivning") { add(6, 1, .text(text)) }
    if code != nil || node.text(of: "beskrivning") != nil { endRow(6) }
  }

  private mutating func takeFunction(_ node: XMLNode) {
    let isActivity = node.text(of: "typAvFunktionstillstand") == "Aktivitet"
    addText(isActivity ? 17 : 35, node.text(of: "beskrivning"))
    guard let ability = node.child("arbetsformaga") else { return }
    addText(37, ability.text(of: "motivering"))
    if let work = ability.child("arbetsuppgift") {
      addText(29, work.text(of: "typAvArbetsuppgift"))
    }
    takePrognosis(ability.text(of: "prognosangivelse"))
    for child in ability.children {
      if child.isNamed("arbetsformagaNedsattning") { takeReduction(child) }
      if child.isNamed("sysselsattning") { takeOccupation(child) }
    }
  }

  /// The old words tell whether ability comes back, not when; only what means the same as a
  /// modern code is given one.
  private mutating func takePrognosis(_ text: String?) {
    let kind: PrognosisKind? =
      switch text {
      case "Det_gar_inte_att_bedomma": .unclear
      case "Kommer_ej_aterstallas": .unlikely
      case "Aterstallas_helt": .likely
      default: nil
      }
    guard let kind else { return }
    addCode(39, 1, .fkmu(6), kind.rawValue)
    endRow(39)
  }

  private mutating func takeReduction(_ node: XMLNode) {
    let degree: Degree? =
      switch node.text(of: "nedsattningsgrad") {
      case "Helt_nedsatt": .full
      case "Nedsatt_med_3/4": .threeQuarters
      case "Nedsatt_med_1/2": .half
      case "Nedsatt_med_1/4": .quarter
      default: nil
      }
    addCode(32, 1, .fkmu(3), degree?.code ?? "")
    add(
      32, 2,
      .period(first: node.text(of: "varaktighetFrom"), last: node.text(of: "varaktighetTom")))
    endRow(32)
  }

  private mutating func takeOccupation(_ node: XMLNode) {
    let kind: OccupationKind? =
      switch node.text(of: "typAvSysselsattning") {
      case "Nuvarande_arbete": .presentWork
      case "Arbetsloshet": .jobSeeking
      case "Foraldraledighet": .parentalLeave
      default: nil
      }
    guard let kind else { return }
    addCode(28, 1, .fkmu(2), kind.rawValue)
    endRow(28)
  }

  private mutating func add(_ question: Int, _ number: Int, _ value: AnswerSheet.Value) {
    sheet.add(AnswerSheet.Part(question: question, number: number, value: value))
  }

  private mutating func addCode(
    _ question: Int, _ number: Int, _ system: CertificateCodeSystem, _ code: String
  ) {
    add(question, number, .code(AnswerSheet.CodedValue(system: system, code: code)))
  }

  private mutating func addFlag(_ question: Int, _ isTrue: Bool) {
    add(question, 1, .text(isTrue ? "true" : "false"))
    endRow(question)
  }

  private mutating func addText(_ question: Int, _ text: String?) {
    guard let text else { return }
    add(question, 1, .text(text))
    endRow(question)
  }

  private mutating func endRow(_ question: Int) {
    instances[question, default: 0] += 1
    sheet.endAnswer(question: question, instances: 1, instance: instances[question])
  }
}

extension XMLNode {
  /// The first element inside with this local name.
  fileprivate func child(_ name: StaticString) -> XMLNode? {
    children.first { $0.isNamed(name) }
  }

  /// Its text; nil when it is missing or empty.
  fileprivate func text(of name: StaticString) -> String? {
    guard let text = child(name)?.trimmedText, !text.isEmpty else { return nil }
    return text
  }

  /// The value of an identity in the old shape.
  fileprivate var identity: String? {
    guard let value = attribute("extension") else { return nil }
    let text = trimmingXMLSpace(value)
    return text.isEmpty ? nil : text
  }
}
