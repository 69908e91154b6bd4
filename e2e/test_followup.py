# SPDX-License-Identifier: Apache-2.0
"""The follow-up of certificates is read: a purpose is stated, a measure is divided and restricted,
each party sees what is its own, and every page is sound, narrow and dark as well."""

import csv
import io
import re
import subprocess

import pytest
from playwright.sync_api import expect

from checks import NARROW, Inspection
from people import EKEN, OFFICER, REGION
from program import BINARY

MEASURE = "/uppfoljning/matt/supplement-share"
ASKED = MEASURE + "?syfte=dialogue"


@pytest.fixture(scope="module", autouse=True)
def edition(program, tmp_path_factory):
    """A made-up country's certificates, taken in by the operator's commands beside the server."""
    made = tmp_path_factory.mktemp("certificates") / "made"
    subprocess.run(
        [BINARY, "synthetic", "certificates", "--years", "2", "--per-year", "1500", "--seed", "7"]
        + ["--to", program.today.isoformat(), "--out", str(made)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for path in sorted((made / "hsa").iterdir()):
        day = path.stem.split("-", 1)[1]
        done = program.run("directory", "import", str(path), "--as-of", day)
        assert done.returncode == 0, done.stderr
    # Some documents are made to be refused, which the command says by its status.
    done = program.run(
        "certificates", "import", str(made / "certificates"), str(made / "messages")
    )
    assert done.returncode in (0, 1), done.stderr
    return program.command("follow-up", "list")


def state_purpose(person, path: str = "/uppfoljning"):
    """Opens a page and chooses the first purpose on the way."""
    person.open(path).shows("Varför vill du se uppgifterna?")
    person.hand.choose(person.main.locator('input[name="syfte"]').first)
    with person.page.expect_navigation(wait_until="domcontentloaded"):
        person.hand.press(person.main.get_by_role("button", name="Fortsätt"))
    return person


def test_a_region_reads_the_overview_and_a_measure_by_keyboard(sign_in):
    alva = state_purpose(sign_in(REGION, hand="keyboard"))
    alva.shows("dialog om intyg i den egna verksamheten").shows("Utgåva 1")
    link = alva.main.locator('a[href^="/uppfoljning/matt/supplement-share"]').first
    with alva.page.expect_navigation(wait_until="domcontentloaded"):
        alva.hand.press(link)
    alva.shows("Täljare").shows("Nämnare").shows("täckning").shows("Riket")
    expect(alva.main.locator("svg.chart:visible").first).to_have_attribute("role", "img")


def test_a_purpose_must_be_chosen(sign_in):
    alva = sign_in(REGION).open(MEASURE)
    with alva.page.expect_navigation(wait_until="domcontentloaded"):
        alva.main.get_by_role("button", name="Fortsätt").click()
    alva.is_refused()


def test_a_selection_stands_in_the_address_and_is_taken_away_by_its_chip(sign_in):
    alva = sign_in(REGION, script=False).open(ASKED + "&sex=kvinna&per=age")
    chip = alva.main.locator("a.chip", has_text="Kön")
    with alva.page.expect_navigation(wait_until="domcontentloaded"):
        chip.click()
    assert "sex=" not in alva.page.url and "per=age" in alva.page.url


def test_an_unreadable_day_is_told_at_its_field(sign_in):
    sign_in(REGION).open(ASKED + "&fran=igår").is_refused()


def test_figures_leave_as_files_with_their_purpose(sign_in):
    alva = sign_in(REGION)
    base = f"{MEASURE}/fil"
    answer = alva.context.request.get(f"{base}/csv?syfte=dialogue&per=unit")
    rows = list(csv.reader(io.StringIO(answer.text().lstrip("\ufeff")), delimiter=";"))
    facts = {row[0]: row[1] for row in rows if len(row) == 2}
    assert facts["Syfte"] == "dialog om intyg i den egna verksamheten"
    values = alva.context.request.get(f"{base}/json?syfte=dialogue&per=unit").json()
    for row in values["rows"]:
        if "hidden" in row:
            assert set(row) == {"codes", "names", "hidden"}
    book = alva.context.request.get(f"{base}/xlsx?syfte=dialogue")
    assert book.body()[:2] == b"PK"


def test_each_party_reads_its_own(sign_in, stories):
    fk = sign_in(OFFICER).open(MEASURE + "?syfte=content&per=unit")
    assert fk.status in (403, 422)
    own = sign_in(REGION).open(ASKED).main.locator("#enheter-tabell")
    expect(own).to_be_attached()
    eken = sign_in(EKEN)
    answer = eken.open(ASKED + "&region=03")
    assert answer.status == 422


def test_a_chart_is_read_at_320_pixels(sign_in):
    alva = sign_in(REGION)
    alva.page.set_viewport_size(NARROW)
    alva.open(ASKED)
    chart = alva.main.locator("svg.chart--narrow").first
    expect(chart).to_be_visible()
    expect(alva.main.locator("svg.chart--wide").first).to_be_hidden()
    height = chart.locator("text").first.evaluate("e => e.getBoundingClientRect().height")
    assert height >= 11


def test_a_selection_is_made_by_keyboard(sign_in):
    alva = sign_in(REGION, hand="keyboard").open(ASKED)
    alva.hand.press(alva.main.locator("summary", has_text="Ändra urval"))
    # In the order that they are read.
    names = alva.main.locator("form.form-s [name]:visible").evaluate_all(
        "fields => fields.map(field => field.name)"
    )
    assert names[:5] == ["fran", "till", "tid", "per", "per2"], names
    alva.main.locator("#f-sex").select_option("kvinna")
    with alva.page.expect_navigation(wait_until="domcontentloaded"):
        alva.hand.press(alva.main.get_by_role("button", name="Visa", exact=True))
    assert "sex=kvinna" in alva.page.url
    expect(alva.main.locator("a.chip", has_text="Kön: Kvinna").or_(
        alva.main.locator("a.chip", has_text="Kön: kvinna"))).to_be_visible()


def test_a_page_on_paper_has_the_figures_and_where_they_are_from(sign_in):
    alva = sign_in(REGION).open(ASKED)
    alva.page.emulate_media(media="print")
    for hidden in ["nav", "form.form-s", "text=Hämta", "text=Ändra syfte"]:
        expect(alva.page.locator(hidden).first).to_be_hidden()
    for shown in ["h1", "#valda", "#kalla", "#enheter-tabell", "svg.chart--wide"]:
        expect(alva.page.locator(shown).first).to_be_attached()
    alva.shows("Utgåva 1, byggd").shows("Syfte:")
    expect(alva.page.locator("svg.chart--wide").first).to_be_visible()
    expect(alva.page.locator("svg.chart--narrow").first).to_be_hidden()


def test_a_long_table_is_short_at_320_pixels(sign_in):
    alva = sign_in(REGION)
    alva.page.set_viewport_size(NARROW)
    alva.open(ASKED + "&per=age")
    row = alva.page.locator("table", has=alva.page.locator("#uppdelning-tabell")).locator("tbody tr")
    height = row.first.evaluate("e => e.getBoundingClientRect().height")
    assert height < 130, height


def test_a_region_states_its_county_in_its_settings(sign_in):
    alva = sign_in(REGION).open("/installningar")
    expect(alva.main.locator("#county option")).to_have_count(2)
    assert alva.main.locator("#county").input_value() == "05"


def test_every_page_is_sound(sign_in):
    inspection = Inspection()
    alva = sign_in(REGION)
    for path, name in [
        ("/uppfoljning", "the purpose"),
        ("/uppfoljning?fragat=ja", "the purpose, not chosen"),
        ("/uppfoljning?syfte=dialogue", "the overview"),
        (ASKED, "a measure"),
        (ASKED + "&per=sex&per2=age&justerad=ja", "a measure divided twice"),
        (ASKED + "&fran=2031-01-01&till=2031-12-31", "nothing in the time"),
        (ASKED + "&fran=x", "a selection with errors"),
        (ASKED + "&category=A00", "nothing in the selection"),
        ("/uppfoljning/matt/certificates?syfte=dialogue&per=chapter", "a count"),
        ("/uppfoljning/matt/case-length?syfte=dialogue", "a median"),
        ("/uppfoljning/matt/days-per-person?syfte=planning&fall=30", "days per person"),
        ("/uppfoljning/metod", "the methods"),
        ("/uppfoljning/metod/supplement-share", "a method"),
    ]:
        inspection.look(alva.open(path), name)
    fk = sign_in(OFFICER)
    inspection.look(fk.open("/uppfoljning?syfte=content"), "the content for the agency")
    inspection.look(fk.open(ASKED.replace("dialogue", "content")), "what is not for the agency")
    inspection.assert_sound()
    assert re.search(r"/uppfoljning", alva.page.url)
