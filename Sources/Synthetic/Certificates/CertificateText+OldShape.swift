// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateText {
  /// The certificate in the shape that FK 7263 had first (lakarutlatande): identities are
  /// attributes, the person's number has a hyphen, times have milliseconds, and the newest
  /// reduction comes first. What has no place in it is left out.
  var oldXML: String {
    let space = "urn:riv:insuranceprocess:healthreporting"
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<r:RegisterMedicalCertificate"
    out += " xmlns:r=\"\(space):RegisterMedicalCertificateResponder:3\">"
    out += "<l:lakarutlatande xmlns:l=\"\(space):mu7263:3\" xmlns:h=\"\(space):2\">"
    out += l("lakarutlatande-id", id) + l("typAvUtlatande", "FK 7263")
    out += signed.map { l("signeringsdatum", $0 + ".000") } ?? ""
    out += sent.map { l("skickatDatum", $0 + ".000") } ?? ""
    let digits = person.filter(\.isNumber)
    let number = "\(digits.prefix(8))-\(digits.suffix(4))"
    out += "<l:patient>\(old("person-id", personRoot, number))</l:patient>"
    out += oldAuthor + parts(of: "1").map(oldBasis).joined()
    out += oldActivities
    let diagnoses = parts(of: "6").first ?? []
    for place in stride(from: 0, to: diagnoses.count - 1, by: 2) {
      out += "<l:medicinsktTillstand>" + l("beskrivning", text(diagnoses[place]))
      out += "<l:tillstandskod codeSystemName=\"ICD-10\""
      out += " code=\"\(CertificateMarkup.escaped(code(diagnoses[place + 1])))\"/>"
      out += "</l:medicinsktTillstand>"
    }
    return out + oldFunctions + "</l:lakarutlatande></r:RegisterMedicalCertificate>\n"
  }

  private func l(_ name: String, _ text: String) -> String {
    CertificateMarkup.element("l:" + name, text)
  }

  private func old(_ name: String, _ root: String, _ value: String) -> String {
    "<h:\(name) extension=\"\(CertificateMarkup.escaped(value))\" root=\"\(root)\"/>"
  }

  /// The parts of each answer to a question.
  private func parts(of question: String) -> [[Part]] {
    answers.filter { $0.question == question }.map(\.parts)
  }

  private func text(_ part: Part?) -> String {
    if case .text(let text)? = part?.value { text } else { "" }
  }

  private func code(_ part: Part?) -> String {
    if case .code(_, let code, _)? = part?.value { code } else { "" }
  }

  private var oldAuthor: String {
    let hsa = "1.2.752.129.2.1.4.1"
    var out = "<l:skapadAvHosPersonal>\(old("personal-id", hsa, staff))"
    out += CertificateMarkup.element("h:fullstandigtNamn", staffName)
    out += "<h:enhet>\(old("enhets-id", hsa, unit))"
    out += old("arbetsplatskod", "1.2.752.29.4.71", workplaceCode)
    out += CertificateMarkup.element("h:enhetsnamn", unitName)
    out += "<h:vardgivare>\(old("vardgivare-id", hsa, provider))"
    out += CertificateMarkup.element("h:vardgivarnamn", providerName)
    return out + "</h:vardgivare></h:enhet></l:skapadAvHosPersonal>"
  }

  private func oldBasis(_ parts: [Part]) -> String {
    let day = text(parts.dropFirst().first)
    func contact(_ kind: String) -> String {
      "<l:vardkontakt>\(l("vardkontakttyp", kind))\(l("vardkontaktstid", day))</l:vardkontakt>"
    }
    func reference(_ kind: String) -> String {
      "<l:referens>\(l("referenstyp", kind))\(l("datum", day))</l:referens>"
    }
    return switch code(parts.first) {
    case "UNDERSOKNING": contact("Min_undersokning_av_patienten")
    case "TELEFONKONTAKT": contact("Min_telefonkontakt_med_patienten")
    case "JOURNALUPPGIFTER": reference("Journaluppgifter")
    default: reference("Annat")
    }
  }

  private var oldActivities: String {
    func activity(_ kind: String, _ text: String? = nil) -> String {
      "<l:aktivitet>\(l("aktivitetskod", kind))\(text.map { l("beskrivning", $0) } ?? "")"
        + "</l:aktivitet>"
    }
    func isSo(_ question: String) -> Bool { text(parts(of: question).first?.first) == "true" }
    var out = isSo("27") ? activity("Avstangning_enligt_SmL_pga_smitta") : ""
    if isSo("26") { out += activity("Kontakt_med_Forsakringskassan_ar_aktuell") }
    if isSo("34") { out += activity("Forandrat_ressatt_till_arbetsplatsen_ar_aktuellt") }
    if let treatment = parts(of: "19").first?.first {
      out += activity(
        "Planerad_eller_pagaende_behandling_eller_atgard_inom_sjukvarden", text(treatment))
    }
    return out
  }

  private var oldFunctions: String {
    func state(_ kind: String, _ inside: String) -> String {
      "<l:funktionstillstand>\(inside)\(l("typAvFunktionstillstand", kind))"
        + "</l:funktionstillstand>"
    }
    let function = parts(of: "35").first.map { l("beskrivning", text($0.first)) } ?? ""
    let activity = parts(of: "17").first.map { l("beskrivning", text($0.first)) } ?? ""
    var ability = ""
    if let work = parts(of: "29").first?.first {
      ability += "<l:arbetsuppgift>\(l("typAvArbetsuppgift", text(work)))</l:arbetsuppgift>"
    }
    for reduction in parts(of: "32").reversed() {
      guard case .period(let first, let last)? = reduction.last?.value else { continue }
      let degrees = [
        Degree.full.code: "Helt_nedsatt", Degree.threeQuarters.code: "Nedsatt_med_3/4",
        Degree.half.code: "Nedsatt_med_1/2", Degree.quarter.code: "Nedsatt_med_1/4",
      ]
      ability += "<l:arbetsformagaNedsattning>" + l("varaktighetFrom", first)
      ability += l("varaktighetTom", last)
      ability += l("nedsattningsgrad", degrees[code(reduction.first)] ?? "")
      ability += "</l:arbetsformagaNedsattning>"
    }
    for occupation in parts(of: "28") {
      let words = [
        OccupationKind.presentWork.rawValue: "Nuvarande_arbete",
        OccupationKind.jobSeeking.rawValue: "Arbetsloshet",
        OccupationKind.parentalLeave.rawValue: "Foraldraledighet",
      ]
      guard let word = words[code(occupation.first)] else { continue }
      ability += "<l:sysselsattning>\(l("typAvSysselsattning", word))</l:sysselsattning>"
    }
    return state("Kroppsfunktion", function)
      + state("Aktivitet", activity + "<l:arbetsformaga>\(ability)</l:arbetsformaga>")
  }
}
