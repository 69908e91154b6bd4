# SPDX-License-Identifier: Apache-2.0
"""Two parties talk about a case: unread and read, a colleague who takes over, without script, by
keyboard, and what every page is like."""

import re

import pytest
from playwright.sync_api import expect

from checks import Inspection
from papers import pdf
from people import EKEN, EKEN_DOCTOR, OFFICER, OTHER_REGION, REGION, VIDE

SOON = 8_000
QUESTION = "Vilket språk ska tolken tala?"
ANSWER = "Arabiska. Beställningen är ändrad."


def unread(person) -> int:
    """The number beside the inbox in the menu."""
    return int(person.page.locator('.nav a[href="/meddelanden"] .count').inner_text().split()[0])


def ask(person, case: str, with_role: str, subject: str = "Tolken", text: str = QUESTION):
    """Begins a thread with one other party, on the page of the case."""
    person.open_case(case).follow(f"/arenden/{case}/samtal")
    values = person.main.locator('[name="participants"]').evaluate_all("e => e.map(x => x.value)")
    chosen = [value for value in values if value.startswith(with_role)]
    person.fill({"participants": chosen, "subject": subject, "text": text})
    return person.submit()


def test_two_parties_talk(sign_in, stories):
    case = stories.booked()
    eken, fk = sign_in(EKEN), sign_in(OFFICER)
    before = unread(fk)
    ask(eken, case, "fk")
    eken.shows("Meddelandet är skickat").shows("Inte läst än av Försäkringskassan")
    assert QUESTION not in eken.page.title() and "Tolken" not in eken.page.title()
    expect(fk.page.locator('.nav a[href="/meddelanden"] .count')).to_contain_text(
        str(before + 1), timeout=SOON
    )
    fk.open("/meddelanden?visa=unread").shows("Tolken").shows(case)
    fk.main.locator(".talks li", has_text=case).locator("h3 a").first.click()
    fk.shows(QUESTION).shows("Nytt")
    expect(eken.main).to_contain_text("Läst hit av Ebba Demoström", timeout=SOON)
    fk.fill({"text": ANSWER}).submit()
    expect(eken.main).to_contain_text(ANSWER, timeout=SOON)
    # It came by itself, so nobody has read it yet.
    fk.shows("Inte läst än av")
    eken.main.get_by_role("button", name="Markera som läst").click()
    expect(fk.main).to_contain_text("Läst hit av Siv Testgren", timeout=SOON)
    assert unread(eken.open("/meddelanden")) == 0
    eken.shows("Att besvara")


def test_a_colleague_takes_over(sign_in, stories):
    case = stories.booked()
    ask(sign_in(OFFICER), case, "performer")
    siv = sign_in(EKEN).open("/meddelanden?visa=unassigned")
    siv.main.locator(".talks li", has_text=case).locator("h3 a").click()
    siv.main.get_by_role("button", name="Ta över").click()
    siv.shows("Ansvarar för tråden: du")
    siv.fill({"person": EKEN_DOCTOR})
    siv.main.get_by_role("button", name="Lämna över").click()
    siv.shows("Ansvarar för tråden: Sixten Provberg")
    sixten = sign_in(EKEN_DOCTOR).open("/meddelanden?visa=mine").shows(case)
    sixten.main.locator(".talks li", has_text=case).locator("h3 a").click()
    sixten.fill({"text": "Jag tar det här."}).submit()
    sixten.shows("Jag tar det här.")
    sixten.main.get_by_role("button", name="Klarmarkera").click()
    sixten.shows("Klarmarkerad av Sixten Provberg")


def test_nobody_else_reads_it(sign_in, stories):
    case = stories.booked()
    eken = ask(sign_in(EKEN), case, "fk")
    address = eken.page.url
    for stranger in (REGION, OTHER_REGION, VIDE):
        person = sign_in(stranger)
        assert person.open(address).status == 404
        person.lacks(QUESTION)
        person.open("/meddelanden").lacks(QUESTION).lacks(case)


def test_a_draft_and_a_lost_session(sign_in, stories):
    case = stories.booked()
    eken = ask(sign_in(EKEN), case, "fk")
    address = eken.page.url.split("?")[0]
    eken.open(address).fill({"text": "Halva meningen"})
    # The script keeps it while she writes, so the page can be left.
    expect(eken.main.locator("[data-kept]")).to_have_text(re.compile("sparat"), timeout=SOON)
    eken.open("/att-gora").open(address)
    assert eken.main.locator('[name="text"]').input_value() == "Halva meningen"
    eken.context.clear_cookies()
    eken.fill({"text": "Hela meningen."}).submit()
    eken.sign_in_by_hand(EKEN)
    eken.submit()
    assert eken.main.locator('[name="text"]').input_value() == "Hela meningen."
    eken.submit().shows("Hela meningen.").shows("Meddelandet är skickat")


def test_errors_stand_at_their_fields(sign_in, stories):
    case = stories.booked()
    fk = sign_in(OFFICER).open(f"/arenden/{case}/samtal")
    fk.fill({"subject": "Ett ämne"}).submit().is_refused()
    assert fk.main.locator('[name="subject"]').input_value() == "Ett ämne"
    participants = fk.main.locator('[name="participants"]').first.get_attribute("value")
    fk.fill({"participants": participants}).submit().is_refused()


@pytest.mark.parametrize("how", [{"script": False}, {"hand": "keyboard"}])
def test_the_whole_way(how, sign_in, stories):
    case = stories.booked()
    eken = ask(sign_in(EKEN, **how), case, "fk")
    eken.shows(QUESTION)
    address = eken.page.url.split("?")[0]
    fk = sign_in(OFFICER, **how).open(address).shows(QUESTION)
    with fk.page.expect_navigation(wait_until="domcontentloaded"):
        fk.hand.press(fk.main.get_by_role("button", name="Ta över"))
    fk.shows("Ansvarar för tråden: du")
    fk.fill({"text": ANSWER}).submit().shows(ANSWER)
    eken.open(address).shows(ANSWER).shows("Läst hit av Ebba Demoström")
    with eken.page.expect_navigation(wait_until="domcontentloaded"):
        eken.hand.press(eken.main.get_by_role("button", name="Klarmarkera"))
    eken.shows("Klarmarkerad av")


def test_mail_is_chosen_and_waits_in_the_outbox(sign_in, stories, program):
    case = stories.booked()
    eken = sign_in(EKEN).open("/konto").shows("eken-siv@samsyn.example")
    eken.fill({"mejl": "at-once"})
    eken.main.get_by_role("button", name="Spara valet").click()
    eken.shows("Valet är sparat")
    ask(sign_in(OFFICER), case, "performer")
    waiting = program.command("outbox", "list")["messages"]
    mails = [line for line in waiting if line["message"] == "mail"]
    assert [line["recipient"] for line in mails] == ["person:eken-siv"]
    assert "assessmentId" not in mails[0]


def test_messages_on_the_command_line(sign_in, stories, program):
    case = stories.booked()
    ask(sign_in(OFFICER), case, "region", text="Fråga till regionen")
    told = program.command("message", "list", case, "--as", stories.region.party)
    assert told["threads"][0]["messages"][0]["text"] == "Fråga till regionen"
    eken = program.command("message", "list", case, "--as", stories.eken.party)
    assert eken["threads"] == []


def test_every_page_is_sound(sign_in, stories):
    inspection = Inspection()
    case = stories.booked()
    eken = ask(sign_in(EKEN), case, "fk", subject="A" * 110, text="Långt ord: " + "å" * 300)
    inspection.look(eken, "a thread just begun")
    fk = sign_in(OFFICER).open(eken.page.url.split("?")[0])
    inspection.look(fk, "a thread that is read")
    fk.submit().is_refused()
    inspection.look(fk, "an answer with an error")
    fk.open(f"/arenden/{case}/samtal")
    inspection.look(fk, "the threads of a case")
    fk.submit().is_refused()
    inspection.look(fk, "a new thread with an error")
    for filter in ("all", "unread", "awaiting", "mine", "unassigned"):
        inspection.look(fk.open(f"/meddelanden?visa={filter}"), f"inbox {filter}", thorough=False)
    inspection.look(sign_in(VIDE).open("/meddelanden?visa=mine"), "an empty inbox")
    inspection.look(fk.open("/konto"), "account")
    inspection.assert_sound()


def test_files_go_with_a_message(sign_in, stories):
    """Attached, one refused with a sentence, sent, and opened by the other party."""
    case, inspection = stories.booked(), Inspection()
    fk, eken = sign_in(OFFICER), sign_in(EKEN)
    fk.open(f"/arenden/{case}/samtal")
    values = fk.main.locator('[name="participants"]').evaluate_all("e => e.map(x => x.value)")
    chosen = [value for value in values if value.startswith("performer")]
    fk.fill({"participants": chosen, "subject": "Vägen till er", "text": "Se kartan."})
    fk.page.locator("#filer").set_input_files(
        [
            {"name": "karta.pdf", "mimeType": "application/pdf", "buffer": pdf("Kartan", "Vägen")},
            {"name": "trasig.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"},
        ]
    )
    attach = fk.main.get_by_role("button", name="Bifoga valda filer")
    with fk.page.expect_navigation(wait_until="domcontentloaded"):
        fk.hand.press(attach)
    fk.shows("trasig.pdf:").shows("karta.pdf")
    assert fk.main.locator('[name="text"]').input_value() == "Se kartan."
    inspection.look(fk, "a file that was refused")
    fk.submit()
    fk.shows("Meddelandet är skickat").shows("karta.pdf")
    eken.open(f"/arenden/{case}/samtal/1").shows("karta.pdf")
    inspection.look(eken, "a thread with a file")
    eken.main.get_by_role("link", name="karta.pdf").click()
    eken.shows("Sida 1 av 2").shows("Hämta filen")
    inspection.look(eken, "a file of a message")
    inspection.assert_sound()
    file = eken.page.url
    region = sign_in(REGION)
    assert region.page.goto(file).status == 404
