# SPDX-License-Identifier: Apache-2.0
"""What must not be possible, and what must not be lost."""

import re
from urllib.parse import urlencode

from playwright.sync_api import expect

from people import EKEN, EKEN_PSYCHOLOGIST, LINDEN, OFFICER, OTHER_REGION, REGION
from stories import identity


def test_a_party_that_was_sent_nothing_gets_the_same_page_as_for_no_case(sign_in, stories):
    case = stories.ordered()
    for person in (sign_in(LINDEN), sign_in(OTHER_REGION)):
        texts = []
        for number in (case, "AFU-1999-0001"):
            for path in ("", "/lottning", "/lasningar", "/kvitto?v=1", "/gor/bookVisit"):
                person.open(f"/arenden/{number}{path}")
                assert person.status == 404, person.page.url
                texts.append(person.text)
        assert len(set(texts)) == 1


def test_the_wrong_role_is_told_why(sign_in, stories):
    case = stories.booked()
    region = sign_in(REGION).open(f"/arenden/{case}/gor/bookVisit")
    region.shows("Det går inte att göra nu")
    assert region.main.locator("form").count() == 0
    psychologist = sign_in(EKEN_PSYCHOLOGIST).open(f"/arenden/{case}/gor/bookVisit")
    psychologist.shows("Det går inte att göra nu")
    assert sign_in(EKEN).open("/installningar").status in (403, 404)


def test_sending_twice_does_it_once(sign_in, stories):
    case = stories.booked()
    eken = sign_in(EKEN).open(f"/arenden/{case}/gor/reportDeviation")
    eken.fill({"visit": "arendet", "cause": "care", "time": "idag", "time.clock": "00.01"})
    form = eken.main.locator("form#form").evaluate("form => [...new FormData(form)]")
    body = urlencode([tuple(field) for field in form])
    answers = [
        eken.context.request.post(
            eken.page.url,
            data=body,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            max_redirects=0,
        )
        for _ in range(2)
    ]
    assert [answer.status for answer in answers] == [303, 303]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    events = stories.eken.case(case)["events"]
    assert sum(event["kind"] == "deviationReported" for event in events) == 1


def test_a_receipt_that_is_reloaded_sends_nothing(sign_in, stories):
    case = stories.requested()
    region = sign_in(REGION).act(case, "declineRequest", {"reason": "Ingen utförare har tid."})
    region.page.reload()
    region.has_receipt()
    events = stories.region.case(case)["events"]
    assert sum(event["kind"] == "requestDeclined" for event in events) == 1


def test_a_form_from_elsewhere_is_not_taken(sign_in, stories):
    case = stories.requested()
    region = sign_in(REGION).open(f"/arenden/{case}/gor/declineRequest")
    token = region.main.locator('[name="csrf"]').input_value()
    key = region.main.locator('[name="key"]').input_value()
    version = region.main.locator('[name="version"]').input_value()
    body = f"key={key}&version={version}&reason=Nej"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    def post(data: str, **headers) -> int:
        return region.context.request.post(
            region.page.url, data=data, headers={**kind, **headers}, max_redirects=0
        ).status

    assert post(body) == 403
    assert post(f"{body}&csrf=fel") == 403
    assert post(f"{body}&csrf={token}", Origin="http://example.org") == 403
    assert stories.region.case(case)["status"]["code"] == "requested"
    assert post(f"{body}&csrf={token}") == 303


def test_a_sign_in_from_elsewhere_is_not_taken(sign_in):
    person = sign_in(None)
    answer = person.context.request.post(
        "/logga-in",
        form={"person": OFFICER},
        headers={"Origin": "http://example.org"},
        max_redirects=0,
    )
    assert answer.status == 403


def test_after_signing_out_nothing_is_shown(sign_in, stories):
    case = stories.ordered(identity(lastName="Bakåtsson"))
    fk = sign_in(OFFICER).open_case(case).shows("Bakåtsson")
    cookies = fk.context.cookies()
    fk.page.locator(".bar__out button").click()
    expect(fk.page).to_have_url(re.compile("/logga-in$"))
    # Neither the back button nor the old cookie brings the case back.
    fk.page.go_back()
    expect(fk.page.locator("body")).not_to_contain_text("Bakåtsson")
    fk.context.add_cookies([c for c in cookies if c["name"] == "samsyn"])
    fk.open_case(case)
    assert "/logga-in" in fk.page.url
    # Whoever signs in then comes to the page she was on her way to.
    fk.sign_in_by_hand(OFFICER)
    expect(fk.page).to_have_url(re.compile(f"/arenden/{case}$"))


def test_the_session_cookie_is_out_of_reach(sign_in):
    person = sign_in(OFFICER)
    cookie = next(c for c in person.context.cookies() if c["name"] == "samsyn")
    assert cookie["httpOnly"] and cookie["sameSite"] == "Lax"
    assert person.page.evaluate("document.cookie").find("samsyn") == -1


def test_a_page_may_load_nothing_from_elsewhere(sign_in):
    person = sign_in(OFFICER)
    answer = person.page.goto("/arenden")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    own = person.page.evaluate(
        "performance.getEntriesByType('resource').every(e => e.name.startsWith(location.origin))"
    )
    assert own is True
    assert person.page.locator("[style], [onclick], script:not([src])").count() == 0
