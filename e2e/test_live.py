# SPDX-License-Identifier: Apache-2.0
"""Pages that update by themselves when another party acts, and never under somebody's hands."""

from playwright.sync_api import expect

from people import EKEN, LINDEN, OFFICER, REGION

SOON = 8_000


def test_a_case_page_updates_when_another_acts(sign_in, stories):
    case = stories.informed()
    eken = sign_in(EKEN).open_case(case)
    region = sign_in(REGION).open_case(case)
    fk = sign_in(OFFICER)
    expect(eken.main).not_to_contain_text("Prototypsson")
    fk.begin(case, "placeOrder").submit()
    fk.fill({"background": "Bakgrund.", "extensionAllowed": "ja"}).submit()
    for kind in (
        "medicinska-handlingar",
        "sjalvskattning",
        "forsakrades-handlingar",
        "andra-handlingar",
    ):
        fk.fill({f"documents.absent.{kind}": "Skickas med post."})
    fk.submit().submit().has_receipt()
    expect(eken.main).to_contain_text("Prototypsson", timeout=SOON)
    expect(region.main).to_contain_text("Prototypsson", timeout=SOON)
    expect(eken.page.locator("#status")).to_have_text("Sidan är uppdaterad.")


def test_the_work_list_and_its_count_update(sign_in, stories):
    eken = sign_in(EKEN)
    case = stories.allocated()
    expect(eken.main).not_to_contain_text(case)
    expect(eken.main).not_to_contain_text(case)
    stories.agency.command(
        case, "recordInformed", {"day": stories.day(), "channel": "brev", "invitedToAdd": True}
    )
    eken.open("/arenden?ordning=opened&riktning=ned")
    other = stories.inquired()
    expect(eken.main).to_contain_text(other, timeout=SOON)


def test_a_form_in_use_is_not_replaced(sign_in, stories):
    eken = sign_in(EKEN).open("/arenden")
    eken.fill({"fran": "2026-1"})
    case = stories.inquired()
    expect(eken.page.locator(".fresh")).to_be_visible(timeout=SOON)
    assert eken.main.locator('[name="fran"]').input_value() == "2026-1"
    expect(eken.main).not_to_contain_text(case)
    eken.page.locator(".fresh button").click()
    expect(eken.main).to_contain_text(case)


def test_what_was_typed_is_kept_when_the_case_has_changed(sign_in, stories):
    case = stories.booked()
    typed = "Halva meningen är skriven."
    eken = sign_in(EKEN).open(f"/arenden/{case}/gor/reportDelayRisk").fill({"reason": typed})
    stories.agency.command(
        case, "updateOrder", {"update": {"comment": "Ny uppgift."}, "lastDay": None}
    )
    eken.submit().shows("Ärendet har ändrats medan du skrev.")
    assert eken.main.locator('[name="reason"]').input_value() == typed
    assert all(e["kind"] != "delayRiskReported" for e in stories.eken.case(case)["events"])
    eken.submit().has_receipt()


def test_nobody_is_told_of_what_was_not_sent_to_them(sign_in, stories):
    other = sign_in(LINDEN).open("/att-gora")
    asked = []
    other.page.on("request", lambda request: asked.append(request.url))
    stories.ordered()
    other.page.wait_for_timeout(4_000)
    assert [url for url in asked if "/live" not in url and "/assets/" not in url] == []
