# SPDX-License-Identifier: Apache-2.0
"""Search, lists, export, language, the clock and settings."""

import csv
import datetime
import io
import re

import pytest
from playwright.sync_api import expect

from people import EKEN, LINDEN, OFFICER, OTHER_REGION, REGION, SignIn
from stories import identity

# Words that stand in no English text but names and what people have typed.
SWEDISH = re.compile(
    r"\b(och|eller|inte|ärendet|ärenden|utföraren|begäran|beställning(en)?|besök(et)?|"
    r"sista|dagar|vardagar|skicka(t)?|skriv|välj|svar|hjälp|inställningar|utlåtande(t)?|"
    r"från|till|för|måste|senast|logga|avbryt|tillbaka|ska|har|är|kan)\b",
    re.IGNORECASE,
)


def search(person, number: str):
    person.open("/att-gora")
    person.page.locator("#search").fill(number)
    person.page.keyboard.press("Enter")
    person.page.wait_for_load_state("domcontentloaded")
    return person


def test_search_finds_by_both_numbers_and_tells_no_address(sign_in, stories):
    insured = identity()
    case = stories.ordered(insured)
    fk = sign_in(OFFICER)
    addresses = []
    fk.page.on("request", lambda request: addresses.append(request.url))
    for number in (insured["number"], insured["number"].replace("-", ""), case):
        search(fk, number)
        expect(fk.page).to_have_url(re.compile(f"/arenden/{case}$"))
    digits = insured["number"].replace("-", "")
    assert not any(insured["number"] in url or digits in url for url in addresses)
    # Each opening is in the list of reads.
    fk.open(f"/arenden/{case}/lasningar").shows("Ebba Demoström")


def test_search_finds_a_person_only_for_those_who_were_told(sign_in, stories):
    insured = identity()
    case = stories.informed(insured)
    region, eken, other = sign_in(REGION), sign_in(EKEN), sign_in(LINDEN)
    for person in (region, eken, other):
        search(person, insured["number"]).shows("Inget hittades")
    for person in (region, eken):
        search(person, case)
        expect(person.page).to_have_url(re.compile(f"/arenden/{case}$"))
    search(other, case).shows("Inget hittades")


def test_a_list_is_filtered_sorted_and_kept_in_its_address(sign_in):
    fk = sign_in(OFFICER).open("/arenden")
    fk.main.locator('[name="urval"]').select_option("all")
    fk.main.locator('[name="nasta"]').select_option("performer")
    fk.main.locator("form .btn").first.click()
    fk.page.wait_for_load_state("domcontentloaded")
    address = fk.page.url
    rows = fk.main.locator("tbody tr")
    count = rows.count()
    assert count > 5
    fk.open(address)
    assert rows.count() == count
    heads = fk.main.locator("thead a[href]")
    heads.first.click()
    fk.page.wait_for_load_state("domcontentloaded")
    assert "nasta=performer" in fk.page.url
    assert fk.main.locator("th[aria-sort]").count() == 1
    fk.page.locator('a[data-density-choice="dense"]').click()
    expect(fk.main.locator("table.table--dense")).to_have_count(1)


def test_long_lists_have_pages(sign_in):
    fk = sign_in(OFFICER).open("/arenden?urval=all")
    assert fk.main.locator("tbody tr").count() == 50
    first = fk.main.locator("tbody tr").first.inner_text()
    fk.main.locator('a[rel="next"]').first.click()
    fk.page.wait_for_load_state("domcontentloaded")
    assert fk.main.locator("tbody tr").first.inner_text() != first
    assert "sida 2" in fk.page.title()


def test_the_list_can_be_taken_out_as_a_file(sign_in, stories):
    case = stories.ordered()
    fk = sign_in(OFFICER).open("/arenden?urval=all")
    with fk.page.expect_download() as waiting:
        fk.main.locator('a[href^="/arenden.csv"]').click()
    text = open(waiting.value.path(), encoding="utf-8-sig", newline="").read()
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    numbers = [cell for row in rows[1:] for cell in row if cell.startswith("AFU-")]
    assert case in numbers and len(numbers) > 100
    assert len({len(row) for row in rows}) == 1


def pages_of(role: str, case: str) -> list[str]:
    own = {
        OFFICER: ["/ny-begaran/person", f"/arenden/{case}/gor/updateOrder"],
        REGION: ["/installningar", f"/arenden/{case}/gor/requestDeferral"],
        EKEN: [f"/arenden/{case}/gor/bookVisit", f"/arenden/{case}/gor/reportVisit"],
    }
    return own[role] + [
        "/att-gora",
        "/arenden?urval=all",
        f"/arenden/{case}",
        f"/arenden/{case}/lasningar",
        "/sok",
        "/konto",
        "/tid",
        "/hjalp",
        "/tillganglighet",
        "/personuppgifter",
        "/kalender",
        "/regler",
        "/design",
        "/finns-inte",
    ]


@pytest.mark.parametrize("role", [OFFICER, REGION, EKEN])
def test_english_is_complete(role, sign_in, stories):
    case = stories.booked()
    person = sign_in(role)
    person.page.locator("footer a[hreflang=en]").click()
    expect(person.page.locator("html")).to_have_attribute("lang", "en")
    expect(person.page).to_have_url(re.compile("/att-gora$"))
    left = []
    for path in pages_of(role, case):
        person.open(path)
        # Names, and what is marked as Swedish, may be Swedish.
        text = person.page.evaluate(
            """() => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('[lang=sv], script, option, .opt-name').forEach(
                (part) => part.remove());
              return copy.innerText || copy.textContent;
            }"""
        )
        for typed in (
            "Hur påverkar tillståndet förmågan att arbeta heltid?",
            "Sjukskriven sedan ett år, har arbetat med godsmottagning.",
            "Personen ville inte lämna något.",
            "Det finns inga andra handlingar.",
            "Täta pauser.",
        ):
            text = text.replace(typed, "")
        words = sorted({match.group().lower() for match in SWEDISH.finditer(text)})
        if words:
            place = SWEDISH.search(text)
            around = text[max(0, place.start() - 60) : place.end() + 60]
            left.append(f"{path}: {words} …{around!r}…")
    person.page.locator("footer a[hreflang=sv]").click()
    expect(person.page.locator("html")).to_have_attribute("lang", "sv")
    assert not left, "\n".join(left)


def test_every_link_leads_somewhere(sign_in, stories):
    case = stories.booked()
    broken = []
    for role in (OFFICER, REGION, EKEN):
        person = sign_in(role)
        seen = set()
        for path in pages_of(role, case)[:-2]:
            person.open(path)
            links = person.page.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
            )
            for link in links:
                address = link.split("#")[0]
                # Links of one kind differ by their number and query only.
                kind = re.sub(r"\d+|\?.*", "", address)
                if not address.startswith("/") or kind in seen or kind == "/sprak":
                    continue
                seen.add(kind)
                status = person.context.request.get(address, max_redirects=0).status
                if status not in (200, 303):
                    broken.append(f"{status} {address} on {path} for {role}")
            targets = person.page.evaluate(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => "
                "a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
            )
            broken += [f"#{target} on {path}" for target in targets]
        assert len(seen) > 15
    assert not broken, "\n".join(broken)


def test_the_demonstration_can_be_moved_to_another_day(browser, empty_program):
    desk = SignIn(browser, empty_program)
    person = desk(OFFICER)
    today = empty_program.today
    later = today + datetime.timedelta(days=40)
    person.open("/tid").fill({"dag": later.isoformat()}).submit()
    expect(person.page).to_have_url(re.compile("/tid"))
    assert empty_program.today == later
    person.fill({"dag": today.isoformat()}).submit()
    assert empty_program.today == today
    assert desk.close() == []


def test_a_region_changes_its_settings(sign_in):
    region = sign_in(OTHER_REGION)
    region.open("/installningar")
    field = region.main.locator('[name="targets.answerInquiryDays"]').first
    field.fill("6")
    region.submit()
    expect(region.page).to_have_url(re.compile("sparat="))
    assert region.main.locator('[name="targets.answerInquiryDays"]').first.input_value() == "6"
