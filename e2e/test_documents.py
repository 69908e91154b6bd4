# SPDX-License-Identifier: Apache-2.0
"""Documents on their way: uploaded, ordered, sent, read, searched and noted on."""

import re

import pytest
from playwright.sync_api import expect

from checks import Inspection
from papers import large_pdf, pdf, twelve
from people import EKEN, EKEN_DOCTOR, EKEN_PSYCHOLOGIST, OFFICER, OTHER_REGION, REGION, VIDE

BROKEN = "Filen är skadad eller ofullständig"
PARTS = ("medicinska-handlingar", "sjalvskattning", "forsakrades-handlingar", "andra-handlingar")


@pytest.fixture
def inspection():
    return Inspection()


def upload(person, case: str, files: list[dict]) -> None:
    """Chooses files on the page of documents and waits until they have come."""
    person.open(f"/arenden/{case}/handlingar")
    person.page.locator("#filer").set_input_files(files)
    lines = person.page.locator("#upload-list .upload")
    expect(lines).to_have_count(len(files))
    expect(person.page.locator("#upload-list progress")).to_have_count(0, timeout=60_000)
    expect(person.page.locator("#status")).to_contain_text("klara", timeout=20_000)


def name_parts(person) -> None:
    """Says which part of the underlag each unsent file is, so that every part has some."""
    selects = person.main.locator('#osanda select[name$=".kind"]')
    for place in range(selects.count()):
        person.hand.select(selects.nth(place), PARTS[place % 4])
    with person.page.expect_navigation(wait_until="domcontentloaded"):
        person.hand.press(person.main.locator('#osanda button.btn[value="spara"]'))


def order(person, case: str) -> None:
    """Orders with the files that are there, to the check page."""
    person.open(f"/arenden/{case}/bestall/person")
    person.fill({"identity.phone": "070-000 00 00"}).submit()
    person.fill({"purpose": "Prövning.", "background": "Bakgrund.", "extensionAllowed": "ja"})
    person.submit()
    expect(person.page).to_have_url(re.compile("/bestall/underlag$"))
    person.submit()
    expect(person.page).to_have_url(re.compile("/bestall/kontrollera$"))


class TestTwelveDocuments:
    """One case, from twelve chosen files to the examiner's note."""

    @pytest.fixture(scope="class", autouse=True)
    def _begin(self, request, stories, office):
        request.cls.case = stories.informed()
        request.cls.fk = office(OFFICER)
        request.cls.doctor = office(EKEN_DOCTOR)
        request.cls.stories = stories

    def test_the_broken_one_is_told_and_the_others_stay(self):
        upload(self.fk, self.case, twelve())
        done = self.fk.page.locator("#upload-list .is-done")
        refused = self.fk.page.locator("#upload-list .is-refused")
        expect(done).to_have_count(11)
        expect(refused).to_have_count(1)
        expect(refused).to_contain_text("trasig.pdf")
        expect(refused).to_contain_text(BROKEN)
        expect(self.fk.page.locator("#osanda > ol > li")).to_have_count(11)

    def test_each_file_is_said_what_it_is_and_moved(self):
        name_parts(self.fk)
        names = self.fk.main.locator("#osanda > ol > li b")
        assert names.first.inner_text() == "journal-01.pdf"
        first = self.fk.main.locator('#osanda button[value^="ner."]').first
        with self.fk.page.expect_navigation(wait_until="domcontentloaded"):
            first.click()
        assert names.first.inner_text() == "journal-02.pdf"
        for part in PARTS:
            expect(self.fk.main.locator(f'#osanda option[value="{part}"][selected]').first
                   ).to_be_attached()

    def test_a_file_can_be_looked_at_before_it_is_sent(self):
        link = self.fk.main.locator("#osanda a", has_text="Förhandsgranska").first
        with self.fk.page.expect_navigation(wait_until="domcontentloaded"):
            link.click()
        self.fk.shows("Handlingen är inte skickad")
        picture = self.fk.page.locator(".sheet-page img").first
        assert picture.evaluate("async e => { await e.decode(); return e.naturalWidth }") > 500

    def test_what_is_checked_is_what_is_sent(self):
        order(self.fk, self.case)
        table = self.fk.page.locator("#documents-sent-table")
        expect(table).to_be_attached()
        rows = self.fk.main.locator("section[aria-labelledby=documents-sent] tbody tr")
        expect(rows).to_have_count(11)
        # Somebody renames a file in another window meanwhile.
        other = self.fk.context.new_page()
        other.goto(f"/arenden/{self.case}/handlingar")
        other.locator('#osanda [name$=".title"]').first.fill("Nytt namn")
        with other.expect_navigation():
            other.locator('#osanda button.btn[value="spara"]').click()
        other.close()
        self.fk.submit().shows("Handlingarna har ändrats")
        self.fk.shows("Nytt namn")
        self.fk.submit().has_receipt()
        self.fk.shows("Handlingar som skickades")
        expect(
            self.fk.main.locator('section[aria-labelledby^="documents-"] tbody tr')
        ).to_have_count(11)

    def test_only_those_who_take_part_open_it(self, sign_in):
        eken = self.stories.eken
        eken.command(self.case, "acceptOrder")
        self.doctor.open(f"/arenden/{self.case}/handlingar")
        self.doctor.shows("Du kan inte öppna handlingarna")
        expect(self.doctor.main.locator('a[href*="/handlingar/"]')).to_have_count(0)
        eken.command(
            self.case, "appointDoctor", {"name": "Sixten Provberg", "person": EKEN_DOCTOR}
        )
        siv = sign_in(EKEN)
        siv.act(self.case, "appointExaminer", {"person": EKEN_PSYCHOLOGIST})
        siv.open(f"/arenden/{self.case}/handlingar").shows("Du kan inte öppna handlingarna")
        sign_in(EKEN_PSYCHOLOGIST).open(f"/arenden/{self.case}/handlingar").shows("Nytt namn")

    def test_the_examiner_reads_from_page_to_page_with_keys(self):
        self.doctor.open(f"/arenden/{self.case}/handlingar").follow(
            f"/arenden/{self.case}/handlingar/", is_start=True
        )
        self.doctor.shows("Sida 1 av 2")
        picture = self.doctor.page.locator(".sheet-page img")
        assert picture.evaluate("async e => { await e.decode(); return e.naturalWidth }") > 500
        with self.doctor.page.expect_navigation():
            self.doctor.page.keyboard.press("j")
        self.doctor.shows("Sida 2 av 2")
        with self.doctor.page.expect_navigation():
            self.doctor.page.keyboard.press("ArrowRight")
        self.doctor.shows("Sida 1 av 2")
        with self.doctor.page.expect_navigation():
            self.doctor.page.keyboard.press("k")
        self.doctor.page.keyboard.press("?")
        expect(self.doctor.page.locator("#shortcuts")).to_contain_text("Nästa sida")
        self.doctor.page.keyboard.press("Escape")

    def test_the_examiner_searches_and_finds_the_page(self):
        self.doctor.open(f"/arenden/{self.case}/handlingar")
        self.doctor.page.locator("main #sok").fill("minnesord nummer7")
        with self.doctor.page.expect_navigation():
            self.doctor.page.keyboard.press("Enter")
        self.doctor.shows("1 sida")
        expect(self.doctor.main.locator("mark")).not_to_have_count(0)
        with self.doctor.page.expect_navigation():
            self.doctor.main.get_by_role("button", name="Sida 2").first.click()
        self.doctor.shows("Sida 2 av 2")
        expect(self.doctor.main.locator(".page-text mark").first).to_be_visible()

    def test_a_note_follows_the_page_and_is_nobody_elses(self, sign_in):
        self.doctor.fill({"text": "Stämmer detta?", "mark": "ja"})
        with self.doctor.page.expect_navigation():
            self.doctor.main.get_by_role("button", name="Spara anteckningen").click()
        here = self.doctor.page.url
        expect(self.doctor.main.locator('[name="text"]')).to_have_value("Stämmer detta?")
        self.doctor.shows("Bara du ser dina anteckningar")
        colleague = sign_in(EKEN_PSYCHOLOGIST).open(here)
        colleague.lacks("Stämmer detta?")
        expect(colleague.main.locator('[name="text"]')).to_have_value("")

    def test_all_pages_can_be_read_below_each_other(self):
        self.doctor.page.get_by_role("link", name="Läs löpande").click()
        expect(self.doctor.page.locator(".sheet-page")).to_have_count(2)
        expect(self.doctor.page.locator('.sheet-page img[loading="lazy"]')).to_have_count(1)

    def test_the_original_comes_as_a_file(self):
        with self.doctor.page.expect_download() as download:
            self.doctor.page.get_by_role("link", name="Hämta originalet").click()
        assert download.value.suggested_filename.endswith(".pdf")

    def test_more_of_a_part_is_asked_for_and_the_answer_adds_to_the_list(self):
        self.doctor.open(f"/arenden/{self.case}/handlingar")
        siv_asks = self.doctor.main.locator('a[href*="requestOrderSupplement?del="]').first
        if siv_asks.count():
            siv_asks.click()
        else:
            self.doctor.open(f"/arenden/{self.case}/gor/requestOrderSupplement?del={PARTS[0]}")
        expect(self.doctor.main.locator(f'[value="{PARTS[0]}"]')).to_be_checked()
        self.doctor.fill({"question": "Röntgensvaret saknas."}).submit().has_receipt()
        upload(
            self.fk,
            self.case,
            [{"name": "röntgen.pdf", "mimeType": "application/pdf", "buffer": pdf("Röntgen")}],
        )
        self.fk.begin(self.case, "answerOrderSupplement", 1)
        self.fk.fill({"documents.0.kind": PARTS[0]}).submit().has_receipt()
        self.fk.shows("röntgen")
        self.doctor.open(f"/arenden/{self.case}/handlingar").shows("röntgen")

    def test_nobody_else_gets_a_byte(self, sign_in):
        link = self.doctor.main.locator('a[href*="/handlingar/"]').first
        document = re.search(r"/handlingar/([0-9a-f]{32})", link.get_attribute("href")).group(1)
        base = f"/arenden/{self.case}/handlingar"
        missing = "/arenden/AFU-1999-0001/handlingar"
        for who in (REGION, OTHER_REGION, VIDE):
            outsider = sign_in(who)
            fetch = outsider.context.request.get
            for path in (f"/{document}", f"/{document}/sidor/1", f"/{document}/fil"):
                answer = fetch(base + path)
                assert answer.status == 404, (who, path)
                assert b"%PDF" not in answer.body() and b"PNG" not in answer.body()
            expected = fetch(missing).status
            if who != REGION:
                assert fetch(base).status == expected == 404
                assert fetch(base + "/sok").status == 404


def test_twelve_documents_without_script(sign_in, stories):
    case = stories.informed()
    fk = sign_in(OFFICER, script=False).open(f"/arenden/{case}/handlingar")
    fk.page.locator("#filer").set_input_files(twelve())
    with fk.page.expect_navigation():
        fk.page.get_by_role("button", name="Ladda upp").click()
    fk.is_refused()
    fk.shows("trasig.pdf").shows(BROKEN).shows("11 filer är uppladdade")
    expect(fk.page.locator("#osanda > ol > li")).to_have_count(11)
    name_parts(fk)
    fk.main.locator('#osanda [name$=".dated"]').first.fill("i går")
    with fk.page.expect_navigation():
        fk.main.locator('#osanda button.btn[value="spara"]').click()
    fk.is_refused()
    order(fk, case)
    fk.submit().has_receipt()
    fk.open(f"/arenden/{case}/handlingar").shows("11 handlingar")


def test_reader_pages_are_sound(sign_in, stories, inspection):
    case = stories.informed()
    fk = sign_in(OFFICER)
    upload(fk, case, twelve()[:4] + twelve()[10:])
    inspection.look(fk, "documents, uploaded")
    name_parts(fk)
    fk.open(f"/arenden/{case}/bestall/underlag")
    inspection.look(fk, "order, documents")
    order(fk, case)
    fk.submit().has_receipt()
    stories.eken.command(case, "acceptOrder")
    stories.eken.command(
        case, "appointDoctor", {"name": "Sixten Provberg", "person": EKEN_DOCTOR}
    )
    siv = sign_in(EKEN).open(f"/arenden/{case}/handlingar")
    inspection.look(siv, "documents, administrator")
    inspection.look(siv.open(f"/arenden/{case}/gor/appointExaminer"), "appoint")
    region = sign_in(REGION).open(f"/arenden/{case}/handlingar")
    inspection.look(region, "documents, region")
    doctor = sign_in(EKEN_DOCTOR).open(f"/arenden/{case}/handlingar")
    inspection.look(doctor, "documents, doctor")
    links = doctor.main.locator(f'a[href^="/arenden/{case}/handlingar/"]')
    addresses = [link.get_attribute("href") for link in links.all()]
    assert len(addresses) == 6
    for address in addresses:
        inspection.look(doctor.open(address), "reader")
    inspection.look(doctor.open(addresses[0] + "?lage=alla"), "reader, continuous")
    inspection.look(doctor.open(f"/arenden/{case}/handlingar/sok"), "search")
    for words in ("finnsinte", "vården"):
        doctor.main.locator("#sok").fill(words)
        with doctor.page.expect_navigation():
            doctor.main.get_by_role("button", name="Sök").click()
        inspection.look(doctor, "search, " + words)
        assert "?" not in doctor.page.url
    with doctor.page.expect_navigation():
        doctor.main.get_by_role("button", name="Sida 1").first.click()
    inspection.look(doctor, "reader, marked words")
    assert doctor.main.locator("mark").count() > 0
    inspection.assert_sound()


def test_documents_with_the_keyboard_alone(sign_in, stories):
    case = stories.informed()
    fk = sign_in(OFFICER, hand="keyboard")
    fk.open(f"/arenden/{case}/handlingar")
    # The browser's own file dialog is opened with the keyboard; what is chosen in it is its own.
    field = fk.page.locator("#filer")
    # Asked for well before the key, so that the browser knows that the dialog is ours to answer.
    with fk.page.expect_file_chooser() as chooser:
        fk.hand.reach(field)
        fk.page.keyboard.press("Enter")
    chooser.value.set_files(twelve()[:4])
    expect(fk.page.locator("#upload-list .is-done")).to_have_count(4, timeout=60_000)
    expect(fk.page.locator("#osanda > ol > li")).to_have_count(4)
    name_parts(fk)
    with fk.page.expect_navigation(wait_until="domcontentloaded"):
        fk.hand.press(fk.main.locator('#osanda button[value^="ner."]').first)
    assert fk.main.locator("#osanda > ol > li b").first.inner_text() == "journal-02.pdf"


def test_a_lost_connection_costs_one_piece(sign_in, stories):
    case = stories.informed()
    fk = sign_in(OFFICER).open(f"/arenden/{case}/handlingar")
    content = large_pdf(20 << 20)
    pieces = []

    def cut(route):
        pieces.append(route.request.url)
        if len(pieces) == 3:
            route.abort("connectionfailed")
        else:
            route.continue_()

    fk.page.route("**/uppladdningar/*?offset=*", cut)
    files = [{"name": "stor.pdf", "mimeType": "application/pdf", "buffer": content}]
    fk.page.locator("#filer").set_input_files(files)
    expect(fk.page.locator("#upload-list .is-done")).to_have_count(1, timeout=60_000)
    # Three pieces, and the one that was lost again.
    assert len(pieces) == len(content) // (8 << 20) + 2, pieces


def test_a_reload_goes_on_where_it_was(sign_in, stories):
    case = stories.informed()
    fk = sign_in(OFFICER).open(f"/arenden/{case}/handlingar")
    content = large_pdf(20 << 20)
    files = [{"name": "stor.pdf", "mimeType": "application/pdf", "buffer": content}]
    pieces = []

    def stop(route):
        pieces.append(route.request.url)
        if len(pieces) > 2:
            route.abort("connectionfailed")
        else:
            route.continue_()

    fk.page.route("**/uppladdningar/*?offset=*", stop)
    fk.page.locator("#filer").set_input_files(files)
    expect(fk.page.locator("#upload-list .upload")).to_contain_text("Ingen kontakt")
    fk.page.unroute_all(behavior="ignoreErrors")
    fk.open(f"/arenden/{case}/handlingar")
    fk.shows("Avbrutna uppladdningar").shows("stor.pdf")
    asked = []
    fk.page.on(
        "request",
        lambda request: asked.append(request.url) if "?offset=" in request.url else None,
    )
    fk.page.locator("#filer").set_input_files(files)
    expect(fk.page.locator("#upload-list .is-done")).to_have_count(1, timeout=60_000)
    assert asked[0].endswith(f"offset={16 << 20}"), asked
