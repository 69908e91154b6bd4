# SPDX-License-Identifier: Apache-2.0
"""The insured person: signs in, reads her own assessment on a narrow screen without script, reads
the summons and says that she cannot come."""

import re

from playwright.sync_api import expect

from checks import Inspection
from people import OFFICER, RECEIPT, Person

INSURED = re.compile(r"^insured-[0-9a-f]{64}$")


def accounts(page):
    """The accounts of the insured on the sign-in page."""
    page.goto("/logga-in")
    values = page.locator('button[name="person"]').evaluate_all(
        "buttons => buttons.map(button => button.value)"
    )
    return [value for value in values if INSURED.match(value)]


def sign_in_where(page, link):
    """Signs in as the first of the insured whose page has a link that begins so."""
    for account in accounts(page):
        page.goto("/logga-in")
        page.locator(f'button[name="person"][value="{account}"]').first.click()
        if page.get_by_role("link", name=re.compile(f"^{link}")).count():
            return
        page.get_by_role("button", name="Logga ut").click()
    raise AssertionError(f"nobody has {link}")


def test_she_reads_her_assessment_and_cancels_without_script(browser, program):
    visitor = Person(browser, program, None, script=False, width=320)
    try:
        found = False
        for account in accounts(visitor.page):
            visitor.page.goto("/logga-in")
            visitor.page.locator(f'button[name="person"][value="{account}"]').first.click()
            expect(visitor.page.locator("h1")).to_have_text(
                re.compile("Min utredning|Mina utredningar")
            )
            wide = visitor.page.evaluate(
                "() => document.documentElement.scrollWidth > window.innerWidth"
            )
            assert not wide
            link = visitor.page.get_by_role("link", name=re.compile("^Jag kan inte komma"))
            if link.count() == 0:
                visitor.page.get_by_role("button", name="Logga ut").click()
                continue
            found = True
            own = visitor.page.url
            visitor.page.get_by_role("link", name=re.compile("^Läs kallelsen")).first.click()
            expect(visitor.page.locator("h1")).to_have_text("Kallelse till besök")
            visitor.page.goto(own)
            link.first.click()
            visitor.page.get_by_role("button", name="Avboka besöket").click()
            expect(visitor.page.get_by_text("Besöket är avbokat.")).to_be_visible()
            break
        assert found, "no insured person has a visit to come"
    finally:
        visitor.context.close()


def test_she_asks_for_another_time_with_the_keyboard_alone(browser, program):
    visitor = Person(browser, program, None, hand="keyboard", width=320)
    page = visitor.page
    try:
        sign_in_where(page, "Be om en annan tid")
        link = page.get_by_role("link", name=re.compile("^Be om en annan tid"))
        link.first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Be om en annan tid")
        page.get_by_role("button", name="Skicka önskemålet").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".errors")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.type("Helst en fredag")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Önskemålet är skickat.")).to_be_visible()
        expect(page.get_by_text("har inte svarat än")).to_be_visible()
    finally:
        visitor.context.close()


def test_she_rates_herself_and_sends_a_file_without_script(browser, program, tmp_path):
    visitor = Person(browser, program, None, script=False, width=320)
    page = visitor.page
    try:
        sign_in_where(page, "Lämna din självskattning")
        own = page.url
        page.get_by_role("link", name="Lämna din självskattning").click()
        for group in page.locator("fieldset").all():
            group.get_by_role("radio").nth(2).check()
        page.get_by_role("button", name="Lämna självskattningen").click()
        expect(page.get_by_text("Din självskattning är lämnad.")).to_be_visible()
        page.get_by_role("link", name="Läs eller ändra din självskattning").click()
        expect(page.get_by_role("radio", checked=True)).to_have_count(8)
        page.goto(own)
        page.get_by_role("link", name="Lägg till egna handlingar").click()
        file = tmp_path / "berattelse.txt"
        file.write_text("Jag orkar gå en kvart.", encoding="utf-8")
        page.locator("#filer").set_input_files(file)
        page.get_by_role("button", name="Ladda upp", exact=True).click()
        expect(page.get_by_text("1 fil är uppladdad.")).to_be_visible()
        page.get_by_role("link", name="Gå vidare och skicka").click()
        expect(page.locator("h1")).to_have_text("Skicka dina handlingar")
        page.get_by_role("button", name="Skicka", exact=True).click()
        expect(page.get_by_text("Dina handlingar är skickade")).to_be_visible()
    finally:
        visitor.context.close()


def test_her_pages_have_no_faults(browser, program):
    visitor = Person(browser, program, None)
    try:
        sign_in_where(visitor.page, "Jag kan inte komma")
        inspection = Inspection()
        own = visitor.page.url
        inspection.look(visitor, "Min utredning")
        case = own.rsplit("/", 1)[1]
        cancel = visitor.page.get_by_role(
            "link", name=re.compile("^Jag kan inte komma")
        ).first.get_attribute("href")
        for place, name in [
            (f"/min-utredning/{case}/lasningar", "Vem har läst"),
            (f"/min-utredning/{case}/sjalvskattning", "Din självskattning"),
            (f"/min-utredning/{case}/skicka", "Skicka dina handlingar"),
            (cancel, "Jag kan inte komma"),
            (f"/arenden/{case}/kallelse", "Kallelse till besök"),
            (f"/arenden/{case}/handlingar", "Handlingar"),
            (f"/arenden/{case}/samtal", "Meddelanden"),
        ]:
            visitor.page.goto(place)
            expect(visitor.page.locator("h1")).to_have_text(name)
            inspection.look(visitor, name)
        inspection.assert_sound()
    finally:
        visitor.context.close()


def account_of(page, name):
    """The account of somebody by her name on the sign-in page."""
    page.goto("/logga-in")
    button = page.locator('button[name="person"]').filter(has_text=name)
    return button.first.get_attribute("value")


def test_a_representative_reads_while_registered_and_nothing_after(browser, program):
    proxy = Person(browser, program, None, script=False, width=320)
    officer = Person(browser, program, OFFICER)
    try:
        proxy.sign_in(account_of(proxy.page, "Ombudet Ombudsson"))
        proxy.open("/min-utredning")
        # Other journeys may have given the same insured person another case.
        if proxy.page.locator("h1").inner_text() == "Mina utredningar":
            cases = proxy.page.locator('main a[href^="/min-utredning/"]')
            assert cases.count() > 0, proxy.text
            cases.first.click()
        expect(proxy.page.locator("h1")).to_have_text("Min utredning")
        proxy.shows("Du läser som registrerat ombud").shows("Vem mer kan läsa det här")
        own = proxy.page.url
        case = own.rsplit("/", 1)[1]

        officer.open_case(case).shows("Företräder den försäkrade")
        officer.page.get_by_role(
            "link", name="Registrera ställföreträdare eller ombud"
        ).last.click()
        officer.page.get_by_role("button", name="Registrera", exact=True).click()
        expect(officer.page.locator(".errors")).to_be_visible()
        officer.page.get_by_label("God man").check()
        officer.page.get_by_label("Namn").fill("Gode Mansson")
        officer.page.get_by_label("Företrädarens personnummer").fill("19900101-2393")
        officer.page.get_by_label("Vad det grundas på").fill("Förordnande 2026-01-12")
        officer.page.get_by_role("button", name="Registrera", exact=True).click()
        officer.page.wait_for_url(RECEIPT)
        officer.open_case(case).shows("Gode Mansson, god man")
        officer.page.get_by_role(
            "link", name=re.compile("^Avsluta företrädare.*Ombudet Ombudsson")
        ).last.click()
        officer.page.get_by_role("button", name="Avsluta", exact=True).click()
        officer.page.wait_for_url(RECEIPT)

        proxy.open(own)
        assert proxy.status == 404
        proxy.open("/min-utredning")
        expect(proxy.page.locator(f'a[href$="{case}"]')).to_have_count(0)
        proxy.page.get_by_role("button", name="Logga ut").click()
        proxy.sign_in(account_of(proxy.page, "Gode Mansson"))
        proxy.open(own).shows("Gode Mansson, god man").shows("Avslutad")
        wide = proxy.page.evaluate(
            "() => document.documentElement.scrollWidth > window.innerWidth"
        )
        assert not wide
        proxy.open(f"{own}/lasningar").shows("Ombudet Ombudsson, ombud med fullmakt")
        inspection = Inspection()
        inspection.look(officer.open_case(case), "the officer's case")
        inspection.assert_sound()
    finally:
        proxy.leave()
        officer.leave()
