// SPDX-License-Identifier: Apache-2.0

import Domain
import Exchange
import Testing

/// FK 7263 in the shape that it had first.
struct OldCertificateTests {
  private let document = """
    <l:lakarutlatande xmlns:l="urn:riv:insuranceprocess:healthreporting:mu7263:3"
      xmlns:h="urn:riv:insuranceprocess:healthreporting:2">
      <l:lakarutlatande-id>gammalt-1</l:lakarutlatande-id>
      <l:kommentar>Övrigt att säga.</l:kommentar>
      <l:signeringsdatum>2012-05-02T00:00:00.000</l:signeringsdatum>
      <l:skickatDatum>2012-05-03T09:29:15.000</l:skickatDatum>
      <l:patient><h:person-id extension="19121212-1212" root="1.2.752.129.2.1.3.1"/></l:patient>
      <l:skapadAvHosPersonal>
        <h:personal-id extension="SE2321000016-0001" root="1.2.752.129.2.1.4.1"/>
        <h:fullstandigtNamn>Läkare Påhittad</h:fullstandigtNamn>
        <h:enhet>
          <h:enhets-id extension="SE2321000016-0002" root="1.2.752.129.2.1.4.1"/>
          <h:arbetsplatskod extension="7654321" root="1.2.752.29.4.71"/>
          <h:enhetsnamn>Mottagningen</h:enhetsnamn>
          <h:vardgivare>
            <h:vardgivare-id extension="SE2321000016-0003" root="1.2.752.129.2.1.4.1"/>
            <h:vardgivarnamn>Regionen</h:vardgivarnamn>
          </h:vardgivare>
        </h:enhet>
      </l:skapadAvHosPersonal>
      <l:vardkontakt>
        <l:vardkontakttyp>Min_undersokning_av_patienten</l:vardkontakttyp>
        <l:vardkontaktstid>2012-05-02</l:vardkontaktstid>
      </l:vardkontakt>
      <l:aktivitet>
        <l:aktivitetskod>Avstangning_enligt_SmL_pga_smitta</l:aktivitetskod>
      </l:aktivitet>
      <l:aktivitet>
        <l:aktivitetskod>Kontakt_med_Forsakringskassan_ar_aktuell</l:aktivitetskod>
      </l:aktivitet>
      <l:medicinsktTillstand>
        <l:beskrivning>Bruten arm</l:beskrivning>
        <l:tillstandskod codeSystemName="ICD-10" code="S523"/>
      </l:medicinsktTillstand>
      <l:funktionstillstand>
        <l:beskrivning>Svag hand.</l:beskrivning>
        <l:typAvFunktionstillstand>Kroppsfunktion</l:typAvFunktionstillstand>
      </l:funktionstillstand>
      <l:funktionstillstand>
        <l:beskrivning>Kan inte bära.</l:beskrivning>
        <l:typAvFunktionstillstand>Aktivitet</l:typAvFunktionstillstand>
        <l:arbetsformaga>
          <l:prognosangivelse>Det_gar_inte_att_bedomma</l:prognosangivelse>
          <l:arbetsuppgift><l:typAvArbetsuppgift>Bagare</l:typAvArbetsuppgift></l:arbetsuppgift>
          <l:arbetsformagaNedsattning>
            <l:varaktighetFrom>2012-06-01</l:varaktighetFrom>
            <l:varaktighetTom>2012-06-10</l:varaktighetTom>
            <l:nedsattningsgrad>Nedsatt_med_1/2</l:nedsattningsgrad>
          </l:arbetsformagaNedsattning>
          <l:arbetsformagaNedsattning>
            <l:varaktighetFrom>2012-05-02</l:varaktighetFrom>
            <l:varaktighetTom>2012-05-31</l:varaktighetTom>
            <l:nedsattningsgrad>Helt_nedsatt</l:nedsattningsgrad>
          </l:arbetsformagaNedsattning>
          <l:sysselsattning>
            <l:typAvSysselsattning>Nuvarande_arbete</l:typAvSysselsattning>
          </l:sysselsattning>
        </l:arbetsformaga>
      </l:funktionstillstand>
    </l:lakarutlatande>
    """

  private func read(_ text: String) -> CertificateReading {
    CertificateDocument.read(Array(text.utf8))
  }

  @Test func `its answers are read as those of the later shape`() throws {
    let reading = read(document)
    #expect(reading.verdict == .accepted)
    let certificate = try #require(reading.certificate)
    #expect(certificate.id == "gammalt-1")
    #expect(certificate.type == .fk7263)
    #expect(certificate.signed?.description == "2012-05-02T00:00:00")
    #expect(certificate.sent?.description == "2012-05-03T09:29:15")
    #expect(certificate.person.id == "191212121212")
    #expect(certificate.staff.id == "SE2321000016-0001")
    #expect(certificate.unit.id == "SE2321000016-0002")
    #expect(certificate.unit.workplaceCode == "7654321")
    #expect(certificate.unit.providerID == "SE2321000016-0003")
    let answers = certificate.answers
    #expect(answers.diagnoses.map(\.code) == ["S523"])
    #expect(answers.diagnoses.first?.text == "Bruten arm")
    #expect(answers.periods.map(\.degree) == [.half, .full])
    #expect(certificate.distinctDays == 40)
    #expect(answers.bases.map(\.kind) == [.examination])
    #expect(answers.keptForInfection == true)
    #expect(answers.contactWanted == true)
    #expect(answers.function?.text == "Svag hand.")
    #expect(answers.activity?.text == "Kan inte bära.")
    #expect(answers.work == "Bagare")
    #expect(answers.occupations == [.presentWork])
    #expect(answers.prognosis?.kind == .unclear)
    #expect(answers.other?.text == "Övrigt att säga.")
  }

  @Test func `its own message may be around it`() {
    let space = "urn:riv:insuranceprocess:healthreporting:RegisterMedicalCertificateResponder:3"
    let message =
      "<r:RegisterMedicalCertificate xmlns:r=\"\(space)\">\(document)"
      + "</r:RegisterMedicalCertificate>"
    #expect(read(message).certificate == read(document).certificate)
  }

  @Test func `a period that ends before it begins is noted, and an unknown degree rejects`() {
    let backward = read(document.replacing("2012-06-10", with: "2012-05-10"))
    #expect(backward.verdict == .acceptedWithNotes)
    #expect(backward.certificate?.distinctDays == 30)
    let unknown = read(document.replacing("Helt_nedsatt", with: "Lite_nedsatt"))
    #expect(unknown.broken == ["L13 svar 32"])
    #expect(read("<lakarutlatande/>").refusal?.code == .notRecognised)
  }
}
