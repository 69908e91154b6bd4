# SPDX-License-Identifier: Apache-2.0
"""One case from the request to its end, in the browser, each party with a session of its own."""

import re

import pytest
from playwright.sync_api import expect

from people import EKEN, EKEN_DOCTOR, OFFICER, REGION, VIDE, Person
from stories import ASSESS, BACKGROUND, personal_number

SECRET = "Hemlig medicinsk uppgift om ryggen"


def write_request(fk: Person, number: str, *, protected: bool = False) -> str:
    """Writes a request through the wizard and sends it."""
    fk.open("/ny-begaran/person")
    fk.fill(
        {
            "identity.number": number,
            "identity.firstName": "Lova",
            "identity.lastName": "Prototypsson",
            "identity.protected": "ja" if protected else "nej",
            "region": region_value(fk, "Region Östergötland"),
        }
    )
    fk.submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/bedomning$"))
    fk.fill({"assess": ASSESS}).submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/behov$"))
    fk.fill(
        {
            "need.town": None if protected else "Linköping",
            "interpreter.needed": "ja",
            "interpreter.language": "arabiska",
            "officer.phone": "010-000 00 01",
        }
    )
    fk.submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/kontrollera$"))
    fk.submit()
    fk.has_receipt()
    return fk.page.locator(".receipt__ref .ref").inner_text()


def region_value(fk: Person, name: str) -> str:
    option = fk.main.locator('select[name="region"] option', has_text=name)
    return option.first.get_attribute("value")


@pytest.fixture(scope="class")
def fk(office):
    return office(OFFICER)


@pytest.fixture(scope="class")
def region(office):
    return office(REGION)


@pytest.fixture(scope="class")
def eken(office):
    return office(EKEN)


@pytest.fixture(scope="class")
def vide(office):
    return office(VIDE)


class TestOneCase:
    """The tests follow one another; the case and the people are the same."""

    case = ""
    number = ""

    def test_the_agency_requests(self, fk):
        TestOneCase.number = personal_number()
        TestOneCase.case = write_request(fk, self.number)
        fk.shows("Region Östergötland")

    def test_nobody_else_knows_who_it_is(self, region, eken, vide):
        region.open_case(self.case).shows(self.case).lacks("Prototypsson").lacks(self.number)
        assert "Prototypsson" not in region.page.content()
        for other in (eken, vide):
            assert other.open_case(self.case).status == 404

    def test_the_region_asks_two_performers(self, region, eken, vide, stories):
        region.act(
            self.case,
            "sendInquiries",
            {"performers": [stories.eken.organisation, stories.vide.organisation]},
        )
        for asked in (eken, vide):
            asked.open_case(self.case).shows("Linköping").lacks("Prototypsson")

    def test_one_accepts_and_one_declines(self, eken, vide, stories):
        eken.act(self.case, "answerInquiry", {"accepts": "ja", "startDay": stories.day(7)})
        vide.begin(self.case, "answerInquiry").fill({"accepts": "nej"}).submit().is_refused()
        vide.fill({"reason": "Vi har inga lediga tider."}).submit().has_receipt()
        # What a competitor answers is nobody's business.
        assert "Utredningsenheten Eken" not in vide.open_case(self.case).main.inner_text()

    def test_the_region_chooses_the_one_that_accepted(self, fk, region, vide, stories):
        region.act(
            self.case,
            "allocate",
            {"method": "forfragan", "performer": stories.eken.organisation},
        )
        fk.open_case(self.case).shows("Utredningsenheten Eken")
        vide.open_case(self.case).lacks("Utredningsenheten Eken")

    def test_nothing_is_ordered_before_the_insured_is_informed(self, fk):
        fk.open(f"/arenden/{self.case}/gor/placeOrder").shows("informera")
        fk.open(f"/arenden/{self.case}/bestall/person").shows("informera")
        assert fk.main.locator('form[method="post"]').count() == 0
        fk.act(self.case, "recordInformed", {"channel": "brev", "invitedToAdd": "ja"})

    def test_an_incomplete_order_says_exactly_what_is_missing(self, fk, eken):
        fk.begin(self.case, "placeOrder")
        fk.fill({"identity.address": ""}).submit().is_refused()
        assert len(fk.errors) == 1 and "Adress" in fk.errors[0]
        fk.fill({"identity.address": "Provgatan 1, 580 00 Linköping"}).submit()
        fk.fill({"purpose": ASSESS, "background": "", "extensionAllowed": "ja"})
        fk.submit().is_refused()
        assert len(fk.errors) == 1 and "akgrund" in fk.errors[0]
        # The last page tells all that is left, however one gets there.
        fk.open(f"/arenden/{self.case}/bestall/kontrollera")
        fk.submit()
        missing = fk.page.locator(".errors a").all_inner_texts()
        assert len(missing) == 5, missing
        assert sum("skickas" in line for line in missing) == 4, missing
        assert eken.open_case(self.case).main.inner_text().count("Prototypsson") == 0

    def test_a_complete_order_goes_to_the_performer(self, fk, region, eken):
        fk.open(f"/arenden/{self.case}/bestall/uppdrag")
        fk.fill({"background": f"{BACKGROUND} {SECRET}"}).submit()
        fk.fill(
            {
                "documents.0.title": "Journalutdrag",
                "documents.0.pages": "12",
                "documents.1.title": "Självskattning",
                "documents.1.pages": "4",
                "documents.absent.forsakrades-handlingar": "Personen lämnade inget.",
                "documents.absent.andra-handlingar": "Det finns inga.",
            }
        )
        fk.submit()
        expect(fk.page).to_have_url(re.compile("/bestall/kontrollera$"))
        fk.shows("Journalutdrag").submit().has_receipt()
        eken.open_case(self.case).shows("Prototypsson").shows(SECRET).shows("Journalutdrag")
        region.open_case(self.case).shows("Prototypsson")
        assert SECRET not in region.page.content()
        assert "Journalutdrag" not in region.page.content()

    def test_the_performer_accepts_and_asks_for_more(self, fk, eken, region):
        eken.act(self.case, "acceptOrder")
        question = "Röntgensvaret från i våras saknas."
        eken.act(
            self.case,
            "requestOrderSupplement",
            {"parts": ["medicinska-handlingar"], "question": question},
        )
        region.open_case(self.case)
        assert question not in region.page.content()
        fk.begin(self.case, "answerOrderSupplement").shows(question)
        fk.submit().is_refused()
        fk.fill(
            {
                "documents.0.kind": "medicinska-handlingar",
                "documents.0.title": "Röntgensvar",
                "documents.0.pages": "2",
            }
        )
        fk.submit().has_receipt()
        eken.open_case(self.case).shows("Röntgensvar")

    def test_the_clock_starts_and_explains_itself(self, eken, fk, region):
        for person in (fk, region, eken):
            person.open_case(self.case).shows("Fristen har inte börjat")
        eken.act(self.case, "confirmComplete")
        for person in (fk, region, eken):
            person.open_case(self.case).shows("25 vardagar").shows("8 §")
            assert person.main.locator(".cal").count() >= 1
            expect(person.main).to_contain_text("vardagar kvar")

    def test_a_doctor_is_appointed_and_a_visit_booked_and_moved(self, eken, fk, stories):
        eken.act(self.case, "appointDoctor", {"doctor": EKEN_DOCTOR})
        eken.begin(self.case, "bookVisit")
        eken.fill({"start": stories.day(14), "start.time": "25.10"}).submit().is_refused()
        eken.fill({"start.time": "09.30"}).submit().has_receipt()
        fk.open_case(self.case).shows("09.30")
        eken.act(
            self.case,
            "moveVisit",
            {"start": stories.day(), "start.time": "00.05", "reason": "Läkaren blev sjuk."},
            number=1,
        )
        fk.open_case(self.case).shows("00.05")

    def test_the_visit_is_reported(self, eken, fk):
        eken.act(
            self.case,
            "reportVisit",
            {
                "outcome": "genomfort",
                "interpreterTookPart": "ja",
                "interpreterMinutes": "90",
            },
            number=1,
        )
        fk.open_case(self.case).shows("Genomfört")

    def test_an_extension_is_proposed_and_approved_with_a_day(self, eken, fk, region, stories):
        reason = "Minnet behöver prövas av psykolog."
        eken.act(
            self.case, "proposeExtension", {"professions": ["psykolog"], "reason": reason}
        )
        region.open_case(self.case)
        assert reason not in region.page.content()
        before = stories.agency.case(self.case)["deadline"]
        fk.begin(self.case, "decideExtension").shows(reason)
        fk.fill({"approved.psykolog": "ja", "lastDay": stories.day(400)}).submit()
        fk.is_refused()
        fk.fill({"lastDay": before["extensionLimit"]}).submit().has_receipt()
        for person in (fk, region, eken):
            person.open_case(self.case).shows("psykolog")
        assert stories.agency.case(self.case)["deadline"]["last"] == before["extensionLimit"]

    def test_the_psychologist_is_booked_and_the_person_does_not_come(self, eken, fk, stories):
        eken.act(
            self.case,
            "bookVisit",
            {
                "profession": "psykolog",
                "start": stories.day(),
                "start.time": "00.10",
                "interpreterBooked": "nej",
                "summons.day": stories.day(),
                "summons.channel": "brev",
            },
        )
        eken.act(
            self.case,
            "bookVisit",
            {
                "profession": "psykolog",
                "start": stories.day(9),
                "start.time": "10.00",
                "interpreterBooked": "nej",
            },
        )
        eken.act(
            self.case,
            "reportVisit",
            {"outcome": "uteblivet", "cause": "absent", "reason": "Hördes inte av."},
            number=2,
        )
        fk.begin(self.case, "decideRemainingVisits").shows("Hördes inte av.")
        fk.submit().is_refused()
        fk.fill({"visit.3": "nej"}).submit().has_receipt()
        eken.open_case(self.case).shows("avbok")
        eken.begin(self.case, "cancelVisit", 3)
        eken.fill({"cause": "agencyDecision"}).submit().has_receipt()

    def test_a_risk_of_delay_goes_by_the_region_to_a_deferral(self, eken, region, fk, stories):
        risk = "Psykologen är sjukskriven."
        eken.act(
            self.case,
            "reportDelayRisk",
            {"reason": risk, "expectedDay": stories.day(80)},
        )
        # The performer tells the region; the agency hears it from the region.
        fk.open_case(self.case)
        assert risk not in fk.page.content()
        region.act(self.case, "notifyDelay")
        region.act(self.case, "requestDeferral", {"proposedDay": stories.day(80)})
        fk.begin(self.case, "decideDeferral").shows(risk)
        fk.fill({"decision": "ja", "lastDay": stories.day(80)}).submit().has_receipt()
        for person in (region, eken):
            person.open_case(self.case).shows("Anstånd")
        assert stories.agency.case(self.case)["deadline"]["last"] == stories.day(80)

    def test_a_wrong_day_is_corrected_and_both_stand(self, eken, fk, stories):
        events = stories.eken.case(self.case)["events"]
        version = next(e["version"] for e in events if e["kind"] == "underlagCompleted")
        eken.begin(self.case, "correct", version)
        eken.fill({"day": "idag", "correctionReason": ""}).submit().is_refused()
        eken.fill({"correctionReason": "Dagen blev fel."}).submit().has_receipt()
        for person in (fk, eken):
            person.open_case(self.case).shows("Rättad")
            person.shows("Dagen blev fel.")

    def test_the_statement_is_sent_and_arrives(self, eken, fk):
        eken.act(self.case, "sendStatement")
        fk.act(self.case, "recordStatementArrival")
        for person in (fk, eken):
            person.open_case(self.case).shows("kommit in")

    def test_a_supplement_is_asked_for_and_sent(self, eken, fk, region):
        question = "Vilken grad har begränsningen?"
        fk.act(self.case, "requestStatementSupplement", {"question": question})
        region.open_case(self.case)
        assert question not in region.page.content()
        eken.begin(self.case, "sendStatementSupplement").shows(question)
        eken.submit().has_receipt()
        fk.act(self.case, "recordSupplementArrival")

    def test_the_case_ends(self, fk, region, eken):
        fk.act(self.case, "endAssessment")
        for person in (fk, region, eken):
            person.open_case(self.case).shows("Avslutat")

    def test_each_party_can_look_back_at_what_it_had(self, region):
        region.open(f"/arenden/{self.case}/lasningar").shows("Alva Exempelsson")

    def test_the_performer_not_chosen_was_sent_nothing_more(self, vide):
        vide.open_case(self.case).lacks("Prototypsson")
        content = vide.page.content()
        for secret in (SECRET, self.number, "Sixten Provberg", "psykolog", "Anstånd"):
            assert secret not in content, secret


def test_a_request_with_errors_keeps_what_was_written(sign_in):
    fk = sign_in("fk-linkoping-1")
    fk.open("/ny-begaran/person")
    number = personal_number()
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    fk.fill({"identity.number": wrong, "identity.firstName": "Lova"})
    fk.submit().is_refused()
    assert len(fk.errors) == 3, fk.errors
    assert fk.main.locator('[name="identity.firstName"]').input_value() == "Lova"
    assert fk.main.locator('[name="identity.number"]').input_value() == wrong
    # The summary has the focus, and its first line leads to the field.
    assert fk.page.evaluate("document.activeElement.matches('[data-focus]')")
    fk.page.locator("[data-focus] a").first.click()
    assert fk.page.evaluate("document.activeElement.name") == "identity.number"


def test_a_draft_waits_until_it_is_sent_or_thrown_away(sign_in):
    fk = sign_in("fk-linkoping-2")
    fk.open("/ny-begaran/person").fill({"identity.firstName": "Halvskriven"})
    fk.page.locator('button[value="senare"]').click()
    expect(fk.page).to_have_url(re.compile("/att-gora$"))
    fk.open("/ny-begaran/person")
    assert fk.main.locator('[name="identity.firstName"]').input_value() == "Halvskriven"
    fk.page.locator('button[value="slang"]').click()
    fk.open("/ny-begaran/person")
    assert fk.main.locator('[name="identity.firstName"]').input_value() == ""


def test_a_protected_person_stays_protected(sign_in, stories):
    fk = sign_in("fk-linkoping-3")
    number = personal_number()
    case = write_request(fk, number, protected=True)
    region = sign_in(REGION)
    region.open_case(case).shows("Skyddad")
    region.act(
        case,
        "allocate",
        {"method": "direkt", "performer": stories.eken.organisation},
    )
    fk.act(case, "recordInformed", {"channel": "telefon", "invitedToAdd": "ja"})
    fk.begin(case, "placeOrder")
    # There is no field for what must not be sent.
    assert fk.main.locator('[name="identity.address"]').count() == 0
    fk.submit()
    fk.fill({"background": BACKGROUND, "extensionAllowed": "nej", "comment": "Ring mig."})
    fk.submit()
    for kind in ("medicinska-handlingar", "sjalvskattning"):
        fk.fill({f"documents.absent.{kind}": "Skickas senare."})
    for kind in ("forsakrades-handlingar", "andra-handlingar"):
        fk.fill({f"documents.absent.{kind}": "Finns inte."})
    fk.submit().submit().has_receipt()
    for person in (fk, region, sign_in(EKEN)):
        person.open("/arenden?urval=all&ordning=updated&riktning=ned")
        assert "Prototypsson" not in person.main.locator("tr", has_text=case).inner_text()
