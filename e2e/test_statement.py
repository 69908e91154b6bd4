# SPDX-License-Identifier: Apache-2.0
"""The statement: written by two at once, saved as typed, checked, signed by the doctor, read and
asked about by the agency, answered by an addition."""

import datetime
import json
import re

import pytest
from playwright.sync_api import expect

from checks import Inspection
from people import EKEN, EKEN_DOCTOR, EKEN_PSYCHOLOGIST, OFFICER, REGION
from program import Interface

SAVED = re.compile(r"^Sparat kl\. \d\d\.\d\d$")


@pytest.fixture
def examined(stories):
    """A case that the doctor has examined, with a psychologist appointed."""
    case = stories.complete()
    stories.eken.command(
        case,
        "appointExaminer",
        {"person": EKEN_PSYCHOLOGIST, "name": "Ture Provmark", "profession": "psykolog"},
    )
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=1)
    stories.eken.command(
        case,
        "bookVisit",
        {
            "profession": "lakare",
            "start": start.strftime("%Y-%m-%dT%H:%M:00.000Z"),
            "place": "Utredningsenheten Eken",
            "interpreterBooked": False,
        },
    )
    stories.eken.command(case, "reportVisit", {"performed": {"number": 1}})
    return case


@pytest.fixture
def filled(stories, examined):
    """The same case with every required field filled in."""
    doctor = Interface(stories.program, EKEN_DOCTOR)
    draft = doctor.get(f"/assessments/{examined}/statement/draft")
    fields = []
    for gap in draft["gaps"]:
        key = gap["field"]
        text = "2" if key.endswith(".level") else f"Bedömning av {key}."
        text = "1 2" if key == "basis.documents" else text
        fields.append({"key": key, "text": text, "base": 0})
    draft = doctor.post(
        f"/assessments/{examined}/statement/draft", {"sitting": "fyll", "fields": fields}
    )
    assert draft["gaps"] == []
    return examined


def section(case: str, name: str) -> str:
    return f"/arenden/{case}/utlatande/avsnitt/{name}"


def saved(person) -> None:
    expect(person.page.locator("#saved")).to_have_text(SAVED)


def test_what_is_typed_before_the_script_has_come_is_saved(sign_in, examined):
    doctor = sign_in(EKEN_DOCTOR)
    held = []
    doctor.page.route("**/samsyn*.js*", lambda route: held.append(route))
    doctor.page.goto(section(examined, "summary"), wait_until="commit")
    doctor.page.locator('[name="summary.text"]').fill("Skrivet medan sidan ännu laddades.")
    assert held, "the script came before anything was typed"
    for route in held:
        route.continue_()
    saved(doctor)


def test_what_is_typed_is_saved_while_a_colleague_writes_elsewhere(sign_in, examined):
    doctor = sign_in(EKEN_DOCTOR).open(section(examined, "summary"))
    psychologist = sign_in(EKEN_PSYCHOLOGIST).open(section(examined, "psychologist"))
    doctor.fill({"summary.text": "Läkarens ord, ännu inte skickade med någon knapp."})
    psychologist.fill({"psychologist.interview": "Psykologens ord."})
    saved(doctor)
    saved(psychologist)
    # A closed lid: neither has pressed a button.
    doctor.leave()
    again = sign_in(EKEN_DOCTOR).open(section(examined, "summary"))
    expect(again.main.locator('[name="summary.text"]')).to_have_value(
        "Läkarens ord, ännu inte skickade med någon knapp."
    )
    again.open(section(examined, "psychologist")).shows("Ture Provmark")
    expect(again.main.locator('[name="psychologist.interview"]')).to_have_value(
        "Psykologens ord."
    )
    # The psychologist reads the doctor's section and has nowhere to write in it.
    psychologist.open(section(examined, "summary")).shows("Läkarens ord")
    expect(psychologist.main.locator("textarea")).to_have_count(0)


def test_two_in_the_same_field_lose_nothing(sign_in, examined):
    one = sign_in(EKEN_DOCTOR).open(section(examined, "summary"))
    other = sign_in(EKEN_DOCTOR).open(section(examined, "summary"))
    one.fill({"summary.text": "Det första fönstrets ord."})
    saved(one)
    other.fill({"summary.text": "Det andra fönstrets ord."})
    expect(other.page.locator("#saved")).to_contain_text("Båda texterna är sparade")
    other.open(section(examined, "summary")).shows("Det andra fönstrets ord.")
    expect(other.main.locator('[name="summary.text"]')).to_have_value(
        "Det första fönstrets ord."
    )
    other.fill({"summary.text": "Bådas ord."})
    other.main.locator('[name="klar.summary.text"]').check()
    with other.page.expect_navigation():
        other.main.get_by_role("button", name="Spara", exact=True).click()
    other.lacks("Två har skrivit samtidigt")
    other.open(f"/arenden/{examined}/utlatande/historik/summary")
    for text in ["Det första fönstrets ord.", "Det andra fönstrets ord.", "Bådas ord."]:
        other.shows(text)


def test_a_lost_connection_and_an_ended_session_lose_nothing(sign_in, examined):
    doctor = sign_in(EKEN_DOCTOR).open(section(examined, "summary"))
    # A press whose release is never told of must not keep what is written from being saved.
    doctor.main.get_by_role("button", name="Spara", exact=True).hover()
    doctor.page.mouse.down()
    doctor.fill({"summary.text": "Skrivet medan knappen hölls."})
    saved(doctor)
    doctor.page.mouse.move(2, 2)
    doctor.page.mouse.up()
    doctor.context.set_offline(True)
    doctor.fill({"summary.text": "Skrivet på tåget."})
    expect(doctor.page.locator("#saved")).to_contain_text("Inte sparat")
    doctor.context.set_offline(False)
    doctor.page.evaluate("window.dispatchEvent(new Event('online'))")
    saved(doctor)
    # The session ends meanwhile.
    doctor.context.clear_cookies()
    doctor.fill({"summary.text": "Skrivet efter att inloggningen tog slut."})
    expect(doctor.page.locator("#saved")).to_contain_text("utloggad")
    with doctor.page.expect_navigation():
        doctor.main.get_by_role("button", name="Spara", exact=True).click()
    doctor.shows("Din inloggning har tagit slut")
    doctor.sign_in_by_hand(EKEN_DOCTOR)
    # What was typed comes back with the sign-in, to be sent with a press.
    button = doctor.main.locator("form[method=post] button.btn").last
    with doctor.page.expect_navigation():
        button.click()
    expect(doctor.main.locator('[name="summary.text"]')).to_have_value(
        "Skrivet efter att inloggningen tog slut."
    )


def test_signed_read_asked_and_answered(sign_in, stories, filled, tmp_path):
    inspection = Inspection()
    doctor = sign_in(EKEN_DOCTOR)
    for name in ["abilities", "basis", "psychologist", "feedback"]:
        doctor.open(section(filled, name))
        inspection.look(doctor, name)
    doctor.open(f"/arenden/{filled}/utlatande/historik/abilities")
    inspection.look(doctor, "history")
    doctor.open(f"/arenden/{filled}/utlatande/granska").shows("Inget saknas")
    inspection.look(doctor, "review")
    # Nobody else can see that anything is written.
    for person in [OFFICER, REGION, EKEN]:
        other = sign_in(person)
        answer = other.context.request.get(f"/arenden/{filled}/utlatande/granska")
        assert answer.status in (403, 404)
        assert "Bedömning av" not in answer.text()
    doctor.submit().has_receipt()

    officer = sign_in(OFFICER).open_case(filled)
    officer.follow(f"/arenden/{filled}/utlatande")
    officer.shows("Bedömning av summary.text.").shows("inget har ändrats")
    inspection.look(officer, "read")
    officer.follow(f"/arenden/{filled}/utlatande/fraga")
    inspection.look(officer, "ask")
    officer.submit().is_refused()
    officer.fill({"fraga-summary": "Hur länge?"}).submit().has_receipt()

    doctor.open(f"/arenden/{filled}/utlatande/svar").shows("Hur länge?")
    doctor.fill({"supplement.1.summary": "Ett halvår."})
    saved(doctor)
    with doctor.page.expect_navigation():
        doctor.main.get_by_role("button", name="Spara och läs igenom").click()
    inspection.look(doctor, "answer")
    doctor.submit().has_receipt()
    officer.open(f"/arenden/{filled}/utlatande").shows("Ett halvår.")
    inspection.look(officer, "read with addition")
    region = sign_in(REGION)
    assert region.context.request.get(f"/arenden/{filled}/utlatande").status == 403

    shown = stories.program.command("statement", "show", filled, "--as", "fk", "--json")
    assert shown["isSound"] and shown["supplements"][0]["signed"]
    checked = stories.program.command("statement", "verify", filled, "--json")
    assert checked["sound"] and len(checked["verification"]["signed"]) == 2
    page = tmp_path / "utlatande.html"
    made = stories.program.command(
        "statement", "pdf", filled, "--as", "insured", "--to", str(page), "--html", "--json"
    )
    assert made["digest"] == shown["digest"]
    assert "Ett halvår." in page.read_text(encoding="utf-8")
    region_party = f"region:{stories.region.organisation}"
    refused = stories.program.run("statement", "show", filled, "--as", region_party, "--json")
    assert refused.returncode == 1
    inspection.assert_sound()


def test_the_whole_without_script_and_with_the_keyboard(sign_in, filled):
    doctor = sign_in(EKEN_DOCTOR, script=False, hand="keyboard", width=320)
    doctor.open(section(filled, "feedback"))
    doctor.fill({"feedback.day": "i dag", "feedback.comment": "Hon kände igen sig."})
    doctor.hand.press(doctor.main.get_by_role("button", name="Spara", exact=True))
    doctor.shows("Sparat kl.")
    doctor.open(f"/arenden/{filled}/utlatande/granska").shows("Hon kände igen sig.")
    doctor.submit().has_receipt()
    officer = sign_in(OFFICER, script=False, width=320)
    officer.open(f"/arenden/{filled}/utlatande").shows("Hon kände igen sig.")


def test_the_print_page_reads_in_order(sign_in, stories, filled):
    doctor = Interface(stories.program, EKEN_DOCTOR)
    draft = doctor.get(f"/assessments/{filled}/statement/draft")
    doctor.post(f"/assessments/{filled}/statement/signature", {"digest": draft["digest"]})
    officer = sign_in(OFFICER).open(f"/arenden/{filled}/utlatande/utskrift")
    assert officer.page.title() == f"Utlåtande {filled}"
    levels = officer.main.locator("h1, h2, h3").evaluate_all(
        "all => all.map((one) => Number(one.localName[1]))"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    assert json.dumps(officer.text, ensure_ascii=False).index("Uppdraget") > 0
