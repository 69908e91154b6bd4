# SPDX-License-Identifier: Apache-2.0
"""A performer publishes times and plans: load, bookings and days left, what the region sees when
it allocates, the forecast, competence, without script, by keyboard, and what every page is like."""

import pytest

from checks import Inspection
from people import EKEN, EKEN_DOCTOR, LINDEN, OFFICER, REGION


def publish(person, times: int, weeks: int = 4, first: str = "idag"):
    """Publishes the doctor's times for some weeks."""
    person.open("/planering").follow("/planering/tider")
    person.fill({"week": first, "weeks": weeks, "times.lakare": times}).submit()
    return person.shows("Tiderna är publicerade")


@pytest.mark.parametrize("how", [{}, {"script": False}, {"hand": "keyboard"}])
def test_times_are_published_and_load_is_seen(how, sign_in):
    siv = publish(sign_in(EKEN, **how), 7)
    siv.shows("av 7 bokade").shows("Pågående ärenden")
    siv.follow("/planering?vy=lista", is_start=True).shows("av 7 bokade")


def test_every_running_case_stands_with_its_days_left(sign_in, stories):
    case = stories.booked()
    siv = sign_in(EKEN).open("/planering")
    row = siv.main.locator("#arenden-tabell").locator("xpath=..").locator("tr", has_text=case)
    assert row.count() == 1
    assert "kvar" in row.inner_text() or "över" in row.inner_text()
    # The examiner sees it too, and publishes nothing.
    sixten = sign_in(EKEN_DOCTOR).open("/planering").shows(case).lacks("Publicera tider")
    assert sixten.open("/planering/tider").status == 403


def test_the_region_sees_free_times_when_it_allocates(sign_in, stories):
    case = stories.requested()
    publish(sign_in(EKEN), 9, weeks=8)
    alva = sign_in(REGION).begin(case, "allocate")
    alva.lacks("bokade").shows("Lediga tider 8 veckor: läkare ")


def test_nobody_else_sees_the_plan(sign_in, stories):
    case = stories.booked()
    for stranger in (OFFICER, REGION):
        person = sign_in(stranger)
        for path in ("/planering", "/planering/tider", "/planering/prognos", "/kompetens"):
            assert person.open(path).status == 403
    sign_in(LINDEN).open("/planering").lacks(case)


def test_a_forecast_with_changed_capacity(sign_in):
    siv = sign_in(EKEN).open("/planering/prognos").shows("Som nu")
    siv.fill({"changePercent": "-50", "timesPerWeek": "4"})
    with siv.page.expect_navigation(wait_until="domcontentloaded"):
        siv.main.get_by_role("button", name="Räkna").click()
    siv.shows("−50 procent").shows("4, antagna")
    # The same question has the same answer.
    told = siv.text
    assert siv.open(siv.page.url).text == told


def test_errors_stand_at_their_fields(sign_in):
    siv = sign_in(EKEN).open("/planering/tider")
    siv.fill({"week": "2020-01-01", "weeks": "90", "times.lakare": "många"}).submit().is_refused()
    assert len(siv.errors) == 3
    assert siv.main.locator('[name="times.lakare"]').input_value() == "många"
    siv.open("/planering/prognos?weeks=x").is_refused()


def test_the_forecast_on_the_command_line(program, stories):
    answer = program.command(
        "capacity", "simulate", "--as", stories.eken.party, "--times-per-week", "5"
    )
    assert answer["now"]["changePercent"] == 0
    assert "AFU-" not in str(answer)


def test_every_page_is_sound(sign_in, stories):
    stories.booked()
    inspection = Inspection()
    siv = publish(sign_in(EKEN), 6)
    inspection.look(siv, "the calendar, just published")
    inspection.look(siv.open("/planering?vy=lista"), "the calendar as a list")
    inspection.look(siv.open("/planering?fran=2031-01-06"), "weeks with nothing")
    inspection.look(siv.open("/planering/tider"), "the form of times")
    inspection.look(siv.submit().is_refused(), "the form of times with errors")
    inspection.look(siv.open("/planering/prognos?timesPerWeek=3"), "the forecast")
    inspection.look(siv.open("/planering/prognos?weeks=x").is_refused(), "a forecast with errors")
    inspection.look(siv.open("/kompetens"), "competence")
    inspection.look(sign_in(EKEN_DOCTOR).open("/kompetens"), "an examiner's own")
    inspection.assert_sound()
