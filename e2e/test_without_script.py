# SPDX-License-Identifier: Apache-2.0
"""The main steps of each role in a browser that runs no script."""

import re

from playwright.sync_api import expect

from people import EKEN, OFFICER, REGION
from stories import ASSESS, personal_number


def test_the_whole_way_without_script(sign_in, stories):
    fk = sign_in(None, script=False).open("/logga-in")
    fk.sign_in_by_hand("fk-umea-2")
    fk.open("/ny-begaran/person")
    option = fk.main.locator('select[name="region"] option', has_text="Region Östergötland")
    fk.fill(
        {
            "identity.number": personal_number(),
            "identity.firstName": "Sven",
            "identity.lastName": "Skriptlös",
            "region": option.first.get_attribute("value"),
        }
    )
    fk.submit().fill({"assess": ASSESS}).submit()
    fk.submit().is_refused()
    fk.fill(
        {
            "need.town": "Mjölby",
            "interpreter.needed": "nej",
            "officer.phone": "010-000 00 03",
        }
    )
    fk.submit().submit().has_receipt()
    case = re.search(r"AFU-\d{4}-\d+", fk.page.url).group()

    region = sign_in(REGION, script=False)
    region.act(case, "allocate", {"method": "direkt", "performer": stories.eken.organisation})

    fk.act(case, "recordInformed", {"channel": "mote", "invitedToAdd": "nej"})
    fk.begin(case, "placeOrder")
    fk.fill({"identity.phone": "070-000 00 00"}).submit()
    fk.fill({"background": "Bakgrund.", "extensionAllowed": "ja"}).submit()
    # Rows come and go by buttons that are ordinary parts of the form.
    before = fk.main.locator('[name$=".title"]').count()
    fk.page.locator('button[value="add"]').click()
    assert fk.main.locator('[name$=".title"]').count() == before + 1
    fk.page.locator('button[value="remove.0"]').click()
    assert fk.main.locator('[name$=".title"]').count() == before
    fk.fill({f"documents.{row}.title": f"Handling {row}" for row in range(3)})
    fk.fill({f"documents.{row}.pages": "2" for row in range(3)})
    for row, kind in enumerate(("sjalvskattning", "forsakrades-handlingar", "andra-handlingar")):
        fk.fill({f"documents.{row}.kind": kind})
    fk.fill({"documents.absent.medicinska-handlingar": "Kommer senare."})
    fk.submit()
    expect(fk.page).to_have_url(re.compile("/bestall/kontrollera$"))
    fk.submit().has_receipt()

    eken = sign_in(EKEN, script=False)
    eken.act(case, "acceptOrder")
    eken.act(case, "confirmComplete")
    eken.open_case(case).shows("vardagar kvar")
    eken.act(case, "appointDoctor", {"doctor": "eken-sixten"})
    eken.act(
        case,
        "bookVisit",
        {"start": stories.day(), "start.time": "00.02", "interpreterBooked": "nej"},
    )
    eken.act(case, "reportVisit", {"outcome": "genomfort"}, number=1)
    eken.act(case, "sendStatement")
    fk.act(case, "recordStatementArrival")
    fk.act(case, "endAssessment")
    region.open_case(case).shows("Avslutat")


def test_filters_menus_and_sign_out_without_script(sign_in, stories):
    person = sign_in(OFFICER, script=False)
    person.open("/arenden")
    person.main.locator('[name="urval"]').select_option("ended")
    person.main.locator("form .btn").first.click()
    assert "urval=ended" in person.page.url
    # A chosen filter is a chip, and the chip's link takes it away.
    person.main.locator(".chips a, .chip").first.click()
    assert "urval=ended" not in person.page.url
    person.page.locator(".bar__out button").click()
    expect(person.page).to_have_url(re.compile("/logga-in$"))
    person.open("/att-gora")
    assert "/logga-in" in person.page.url


def test_the_menu_opens_on_a_narrow_screen_without_script(sign_in):
    person = sign_in(OFFICER, script=False, width=360, height=740)
    link = person.page.locator('nav a[href="/arenden"]')
    expect(link).to_be_hidden()
    person.page.locator(".bar__menu").click()
    expect(link).to_be_visible()
    link.click()
    expect(person.page).to_have_url(re.compile("/arenden$"))
