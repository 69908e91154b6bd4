# SPDX-License-Identifier: Apache-2.0
"""Every page in its states, for every role: axe, dark, and 320 pixels wide."""

import re

import pytest

from checks import Inspection
from people import EKEN, EKEN_PSYCHOLOGIST, LINDEN, OFFICER, OTHER_REGION, REGION, VIDE, SignIn
from program import Interface
from stories import identity

OPEN_PAGES = [
    "/logga-in",
    "/hjalp",
    "/tillganglighet",
    "/personuppgifter",
    "/regler",
    "/regler/DELIV_DEADLINE_STD",
    "/kalender",
    "/kalender?ar=2027",
    "/design",
    "/api/v1/docs",
    "/finns-inte",
]
ROLES = {"fk": OFFICER, "region": REGION, "performer": EKEN}
LONG = "Ordetärlångt" * 12 + " " + "Det här är en lång text som ingen har kortat. " * 80
LONG = LONG[:3990]


@pytest.fixture
def inspection():
    return Inspection()


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_page(path, sign_in, inspection):
    person = sign_in(None).open(path)
    if path.startswith("/regler/"):
        # Whatever the rules are called, the list leads to them.
        first = person.open("/regler").main.locator('a[href^="/regler/"]').first
        person.open(first.get_attribute("href"))
    inspection.look(person, path)
    inspection.assert_sound()


@pytest.mark.parametrize("role", ROLES)
def test_work_pages(role, sign_in, inspection, stories):
    person = sign_in(ROLES[role])
    case = stories.booked()
    for path in (
        "/att-gora",
        "/arenden",
        "/arenden?urval=all&rader=airy",
        "/arenden?urval=all&rader=dense&ordning=updated&riktning=ned",
        "/arenden?fran=2031-01-01",
        "/arenden?fran=ingen-dag&till=2031-13-01",
        "/sok",
        "/konto",
        "/tid",
        "/vardenheter",
        "/vardenheter?text=x&dag=ingen-dag",
        f"/arenden/{case}/lasningar",
        f"/arenden/{case}/lottning",
        "/arenden/AFU-1999-0001",
    ):
        inspection.look(person.open(path), path)
    inspection.assert_sound()


@pytest.mark.parametrize("role", ROLES)
def test_search_and_clock_with_errors(role, sign_in, inspection):
    person = sign_in(ROLES[role])
    for typed in ("", "AFU-1999-0001", "x" * 120):
        person.open("/sok")
        person.main.locator('[name="q"]').fill(typed)
        person.submit()
        inspection.look(person, f"search for {typed[:14]!r}")
    person.open("/tid").fill({"dag": "i går"}).submit().is_refused()
    inspection.look(person, "clock with an error")
    inspection.assert_sound()


def test_a_performer_without_any_work(empty_program, browser, inspection):
    desk = SignIn(browser, empty_program)
    for role in ROLES.values():
        person = desk(role)
        for path in ("/att-gora", "/arenden"):
            inspection.look(person.open(path), f"empty {path}")
    assert desk.close() == []
    inspection.assert_sound()


TITLES = {"fk": "Handläggare", "region": "FMU-samordnare", "performer": "Administratör"}
# The made-up country has a case in each of these, for somebody.
STATUSES_MIN = {"fk": 18, "region": 18, "performer": 16}


def one_of_each_status(program, role: str) -> dict[str, tuple[str, str]]:
    """A person and a case for each status that the role can see."""
    found, seen = {}, set()
    for person in program.people.values():
        if person["title"] != TITLES[role] or person["organisation"] in seen:
            continue
        seen.add(person["organisation"])
        for row in Interface(program, person["id"]).cases():
            found.setdefault(row["status"]["code"], (person["id"], row["number"]))
    return found


@pytest.mark.parametrize("role", ROLES)
def test_case_pages_in_every_status(role, sign_in, inspection, program):
    chosen = one_of_each_status(program, role)
    assert len(chosen) >= STATUSES_MIN[role], sorted(chosen)
    for status, (person, number) in sorted(chosen.items()):
        seated = sign_in(person).open_case(number)
        assert seated.page.locator("h1").inner_text().startswith(number)
        inspection.look(seated, status, thorough=False)
        seated.leave()
    inspection.assert_sound()


# Forms that can be sent as they stand.
ASK_NOTHING = {
    "acceptOrder",
    "endAssessment",
    "decideRemainingVisits",
    "endRepresentative",
}


@pytest.mark.parametrize("role", ROLES)
def test_every_action_with_and_without_errors(role, sign_in, inspection, stories):
    person = sign_in(ROLES[role])
    interface = {"fk": stories.agency, "region": stories.region, "performer": stories.eken}
    made = [
        stories.requested(),
        stories.inquired(),
        stories.allocated(),
        stories.ordered(),
        stories.accepted(),
        stories.complete(),
        stories.booked(),
        stories.sent(),
    ]
    places = {}
    rows = made + [row["number"] for row in interface[role].cases("state=running&limit=60")]
    for number in rows:
        try:
            case = interface[role].case(number)
        except AssertionError:
            continue
        for action in case["actions"]:
            if action["allowed"]:
                places.setdefault(action["kind"], number)
    # The one is looked at by itself, the other has a page of its own.
    places.pop("correct", None)
    places.pop("placeOrder", None)
    assert len(places) >= {"fk": 10, "region": 6, "performer": 12}[role], sorted(places)
    for action, number in sorted(places.items(), key=lambda place: place[0] in ASK_NOTHING):
        person.open(f"/arenden/{number}/gor/{action}")
        assert person.main.locator('form[method="post"]').count() == 1, (action, number)
        inspection.look(person, action, thorough=False)
        if action in ASK_NOTHING:
            continue
        spoil(person)
        person.submit()
        inspection.look(person, f"{action} with errors", thorough=False)
    inspection.assert_sound()


def spoil(person) -> None:
    """Answers a form as badly as one can."""
    fields = person.main.locator(
        'form[method="post"] textarea, form[method="post"] input[type="text"], '
        'form[method="post"] input:not([type])'
    )
    for field in fields.all():
        name = field.get_attribute("name") or ""
        is_day = re.search(r"(?i)day|start|end|reached|time|answerby|dated", name)
        field.fill("den trettionde februari" if is_day else "")


def test_a_correction(sign_in, inspection, stories):
    case = stories.complete()
    events = stories.eken.case(case)["events"]
    version = next(e["version"] for e in events if e["kind"] == "underlagCompleted")
    person = sign_in(EKEN).open(f"/arenden/{case}/gor/correct?nr={version}")
    inspection.look(person, "correction")
    person.fill({"correctionReason": "", "day": "fel"}).submit().is_refused()
    inspection.look(person, "correction with errors")
    person.fill({"correctionReason": "Fel dag.", "day": "idag"}).submit().has_receipt()
    inspection.look(person, "receipt of a correction")
    inspection.look(person.open_case(case), "case with a correction")
    inspection.assert_sound()


@pytest.mark.parametrize("is_protected", [False, True])
def test_the_order_step_by_step(is_protected, sign_in, inspection, stories):
    changes = {"protected": True, "address": None} if is_protected else {}
    case = stories.informed(identity(**changes))
    person = sign_in(OFFICER)
    for step in ("person", "uppdrag", "underlag", "kontrollera"):
        person.open(f"/arenden/{case}/bestall/{step}")
        inspection.look(person, f"order {step}", thorough=False)
        if step == "person":
            person.fill({"identity.firstName": ""})
        person.submit()
        inspection.look(person, f"order {step} with errors", thorough=False)
    inspection.assert_sound()


def test_the_request_step_by_step(sign_in, inspection):
    person = sign_in("fk-umea-1")
    for step in ("person", "bedomning", "behov", "kontrollera"):
        person.open(f"/ny-begaran/{step}")
        inspection.look(person, f"request {step}")
        person.submit()
        inspection.look(person, f"request {step} with errors")
    inspection.assert_sound()


def test_a_draw_and_its_replay(sign_in, inspection, stories):
    case = stories.requested()
    region = sign_in(REGION).act(case, "allocate", {"method": "lottning"})
    inspection.look(region, "receipt of a draw")
    inspection.look(region.open(f"/arenden/{case}/lottning"), "replay")
    inspection.assert_sound()


def test_settings_of_a_region(sign_in, inspection):
    person = sign_in(OTHER_REGION).open("/installningar")
    inspection.look(person, "settings")
    spoil_numbers(person)
    person.submit()
    inspection.look(person, "settings with errors")
    person.open("/installningar")
    path = person.main.locator('a[href^="/installningar/utforare/"]').first
    for address in (path.get_attribute("href"), "/installningar/utforare/ny"):
        person.open(address)
        inspection.look(person, address)
        spoil_numbers(person)
        person.submit()
        inspection.look(person, f"{address} with errors")
    inspection.assert_sound()


def spoil_numbers(person) -> None:
    for field in person.main.locator('form[method="post"] input').all():
        if field.get_attribute("type") in (None, "text", "number"):
            field.fill("många")


def test_what_is_refused(sign_in, inspection, stories):
    case = stories.requested()
    region = sign_in(REGION)
    for path in (
        "/ny-begaran/person",
        f"/arenden/{case}/gor/bookVisit",
        f"/arenden/{case}/gor/requestDeferral",
        f"/arenden/{case}/gor/finns-inte",
    ):
        inspection.look(region.open(path), path)
    psychologist = sign_in(EKEN_PSYCHOLOGIST)
    for path in ("/att-gora", "/installningar", f"/arenden/{stories.booked()}/gor/bookVisit"):
        inspection.look(psychologist.open(path), path)
    performer = sign_in(LINDEN)
    inspection.look(performer.open_case(case), "another's case")
    inspection.assert_sound()


def test_long_texts(sign_in, inspection, stories):
    case = stories.requested(
        identity(firstName="Långtnamn" * 6, lastName="Efternamnsson-" * 5 + "Slut"),
        assess=LONG,
        need={
            "town": "Linköping",
            "interpreter": {"needed": True, "language": "ett språk med ett långt namn"},
            "specialNeeds": LONG,
            "earlierPerformers": [],
        },
    )
    for role in ("fk", "region"):
        inspection.look(sign_in(ROLES[role]).open_case(case), f"long texts, {role}")
    case = stories.accepted(
        identity(firstName="Långtnamn" * 6, lastName="Efternamnsson-" * 5 + "Slut"),
        order={"purpose": LONG, "background": LONG, "comment": LONG},
    )
    stories.eken.command(case, "requestOrderSupplement", {"parts": [], "question": LONG})
    for role, person in ROLES.items():
        inspection.look(sign_in(person).open_case(case), f"long texts of an order, {role}")
    fk = sign_in(OFFICER).open(f"/arenden/{case}/gor/answerOrderSupplement")
    inspection.look(fk, "long question")
    fk.fill({"answer": LONG * 2, "documents.0.title": LONG}).submit().is_refused()
    inspection.look(fk, "answers that are too long")
    inspection.assert_sound()


def test_in_english(sign_in, inspection, stories):
    case = stories.booked()
    person = sign_in(VIDE)
    person.open("/sprak?sprak=en&tillbaka=/att-gora")
    inspection.look(person, "work list in English")
    person = sign_in(REGION)
    person.open("/sprak?sprak=en&tillbaka=/att-gora")
    inspection.look(person.open_case(case), "case in English")
    person.open("/sprak?sprak=sv")
    inspection.assert_sound()
