# SPDX-License-Identifier: Apache-2.0
"""A part of the process for each role with the keyboard alone: Tab, Enter, Space, arrows and
letters. At each stop the focus has to be seen."""

import re

from playwright.sync_api import expect

from people import EKEN, OFFICER, REGION
from stories import ASSESS, personal_number


def test_the_agency_requests_with_the_keyboard(sign_in):
    fk = sign_in(None, hand="keyboard").open("/logga-in")
    fk.sign_in_by_hand("fk-orebro-1")
    fk.hand.press(fk.page.locator('nav a[href="/ny-begaran/person"]'))
    expect(fk.page).to_have_url(re.compile("/ny-begaran/person$"))
    option = fk.main.locator('select[name="region"] option', has_text="Region Östergötland")
    fk.fill(
        {
            "identity.number": personal_number(),
            "identity.firstName": "Tora",
            "identity.lastName": "Tangentson",
            "identity.protected": "nej",
            "region": option.first.get_attribute("value"),
        }
    )
    fk.submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/bedomning$"))
    # Sent too early: the error summary has the focus, and its link leads to the field.
    fk.submit().is_refused()
    fk.hand.press(fk.page.locator("[data-focus] a").first)
    assert fk.page.evaluate("document.activeElement.name") == "assess"
    fk.fill({"assess": ASSESS}).submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/behov$"))
    fk.fill(
        {
            "need.town": "Motala",
            "interpreter.needed": "nej",
            "officer.phone": "010-000 00 02",
        }
    )
    fk.submit()
    expect(fk.page).to_have_url(re.compile("/ny-begaran/kontrollera$"))
    fk.submit().has_receipt()
    assert fk.hand.stops > 20


def test_the_region_asks_and_chooses_with_the_keyboard(sign_in, stories):
    case = stories.requested()
    region = sign_in(REGION, hand="keyboard")
    # The skip link is the first stop of every page, and it leads past the menus.
    region.open("/att-gora")
    region.page.keyboard.press("Tab")
    assert region.page.evaluate("document.activeElement.className") == "skip"
    region.page.keyboard.press("Enter")
    assert region.page.evaluate("document.activeElement.id") == "content"
    region.act(case, "sendInquiries", {"performers": [stories.eken.organisation]})
    stories.eken.command(
        case,
        "answerInquiry",
        {"performer": stories.eken.organisation, "accepts": True, "conflict": False},
    )
    region.act(
        case, "allocate", {"method": "forfragan", "performer": stories.eken.organisation}
    )


def test_the_performer_works_with_the_keyboard(sign_in, stories):
    case = stories.ordered()
    eken = sign_in(EKEN, hand="keyboard")
    eken.act(case, "acceptOrder")
    eken.act(case, "confirmComplete")
    eken.act(case, "appointDoctor", {"doctor": "eken-sixten"})
    eken.act(
        case,
        "bookVisit",
        {
            "start": stories.day(),
            "start.time": "00.03",
            "interpreterBooked": "nej",
        },
    )
    eken.act(case, "reportVisit", {"outcome": "genomfort"}, number=1)
    eken.act(case, "sendStatement")


def test_the_agency_orders_and_ends_with_the_keyboard(sign_in, stories):
    case = stories.allocated()
    fk = sign_in(OFFICER, hand="keyboard")
    fk.act(case, "recordInformed", {"channel": "telefon", "invitedToAdd": "ja"})
    fk.begin(case, "placeOrder").submit()
    fk.fill({"background": "Kort bakgrund.", "extensionAllowed": "nej"}).submit()
    fk.fill(
        {
            "documents.0.title": "Journal",
            "documents.0.pages": "3",
            "documents.absent.sjalvskattning": "Saknas.",
            "documents.absent.forsakrades-handlingar": "Saknas.",
            "documents.absent.andra-handlingar": "Saknas.",
        }
    )
    # Enter in a field sends the form; it does not add or remove a row.
    fk.hand.reach(fk.main.locator('[name="documents.absent.andra-handlingar"]'))
    fk.page.keyboard.press("Enter")
    expect(fk.page).to_have_url(re.compile("/bestall/kontrollera$"))
    fk.submit().has_receipt()
    done = stories.sent()
    fk.act(done, "recordStatementArrival")
    fk.act(done, "endAssessment")


def test_shortcuts(sign_in):
    person = sign_in(OFFICER)
    person.page.keyboard.press("?")
    dialog = person.page.locator("#shortcuts")
    expect(dialog).to_be_visible()
    person.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    person.page.keyboard.press("/")
    expect(person.page.locator("#search")).to_be_focused()


def test_a_menu_closes_with_escape_and_gives_the_focus_back(sign_in, stories):
    case = stories.booked()
    eken = sign_in(EKEN, hand="keyboard").open_case(case)
    opener = eken.main.locator("details.drop summary").first
    eken.hand.press(opener)
    expect(eken.main.locator(".drop__list a").first).to_be_visible()
    eken.page.keyboard.press("Tab")
    eken.page.keyboard.press("Escape")
    expect(eken.main.locator(".drop__list a").first).to_be_hidden()
    expect(opener).to_be_focused()
