# SPDX-License-Identifier: Apache-2.0
"""The other ways to choose a performer: by draw, in rotation, and straight."""

import re

from playwright.sync_api import expect

from people import OFFICER, REGION


def test_everybody_can_replay_a_draw(sign_in, stories, program):
    case = stories.requested()
    region = sign_in(REGION).act(case, "allocate", {"method": "lottning"})
    performer = stories.region.case(case)["performer"]
    replay = program.command("draw", "verify", case)
    assert replay["sound"] is True
    assert replay["replay"]["drawn"] == performer["id"]
    for person in (region, sign_in(OFFICER)):
        person.open_case(case).follow(f"/arenden/{case}/lottning")
        expect(person.page).to_have_url(re.compile(f"/arenden/{case}/lottning$"))
        person.shows(performer["name"]).shows(f"samsyn draw verify {case}")
        shown = re.sub(r"\s", "", person.text)
        for word in ("seed", "secret", "commitment"):
            assert replay["replay"][word] in shown, word
    # The performer that was drawn can check it too; another is told of no draw at all.
    winner = next(
        one
        for one in program.people.values()
        if one["organisation"] == performer["name"] and one["title"] == "Administratör"
    )
    sign_in(winner["id"]).open(f"/arenden/{case}/lottning").shows(performer["name"])


def test_a_case_without_a_draw_says_so(sign_in, stories):
    case = stories.allocated()
    person = sign_in(REGION).open(f"/arenden/{case}/lottning")
    assert person.status == 200
    assert person.main.locator("table").count() == 0


def test_rotation_takes_the_one_whose_turn_it_is(sign_in, stories):
    first, second = stories.requested(), stories.requested()
    region = sign_in(REGION).begin(first, "allocate")
    announced = re.search(r"På tur står (.+?)\.", region.text).group(1)
    region.fill({"method": "rotation"}).submit().has_receipt().shows(announced)
    assert stories.region.case(first)["performer"]["name"] == announced
    region.begin(second, "allocate")
    assert re.search(r"På tur står (.+?)\.", region.text).group(1) != announced


def test_a_straight_choice_needs_a_performer(sign_in, stories):
    case = stories.requested()
    region = sign_in(REGION).begin(case, "allocate").fill({"method": "direkt"}).submit()
    region.is_refused()
    region.fill({"performer": stories.vide.organisation}).submit().has_receipt()
    region.shows("Vide Rehabcentrum")


def test_a_conflict_of_interest_gives_the_case_back(sign_in, stories):
    case = stories.allocated()
    eken = sign_in("eken-siv").act(case, "reportConflict", {"reason": "Läkaren är kusin."})
    eken.open_case(case).lacks("Prototypsson")
    region = sign_in(REGION).begin(case, "allocate")
    value = stories.eken.organisation
    assert region.main.locator(f'[name="performer"][value="{value}"]').count() == 0
    region.fill({"method": "direkt", "performer": stories.vide.organisation}).submit()
    region.has_receipt()
