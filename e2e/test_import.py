# SPDX-License-Identifier: Apache-2.0
"""An analyst sends files, sees them taken in, has an edition made, and reads how good they were;
everybody else is kept out of what is not hers."""

import subprocess
import time
import zipfile

import pytest
from playwright.sync_api import expect

from checks import NARROW, Inspection
from people import EKEN, OFFICER, OTHER_REGION, REGION
from program import BINARY

ANALYST = "fk-ivar"
REGION_ANALYST = "region-jon"
IMPORT = "/uppfoljning/inlasning"
QUALITY = "/uppfoljning/datakvalitet"
NAME = "191212121212 Tolvan.xml"


@pytest.fixture(scope="module")
def program(empty_program):
    """A program of this file's own: its catalogue and its certificates are nobody else's."""
    return empty_program


@pytest.fixture(scope="module")
def delivery(program, tmp_path_factory):
    """Made-up certificates as a zip archive and single files, one of them broken; the operator
    has stored the directory already."""
    folder = tmp_path_factory.mktemp("delivery")
    made = folder / "made"
    subprocess.run(
        [BINARY, "synthetic", "certificates", "--years", "1", "--per-year", "300", "--seed", "11"]
        + ["--to", program.today.isoformat(), "--out", str(made)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for path in sorted((made / "hsa").iterdir()):
        day = path.stem.split("-", 1)[1]
        done = program.run("directory", "import", str(path), "--as-of", day)
        assert done.returncode == 0, done.stderr
    certificates = sorted((made / "certificates").rglob("*.xml"))
    archive = folder / "intyg.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in certificates[1:]:
            packed.write(path, f"intyg/{path.name}")
        packed.writestr("listor/enheter.csv", "a;b")
        packed.writestr("trasig.xml", "<RegisterCertificate><oj")
    broken = folder / NAME
    text = certificates[0].read_text(encoding="utf-8")
    for degree in ("HELT_NEDSATT", "TRE_FJARDEDEL", "HALFTEN", "EN_FJARDEDEL"):
        text = text.replace(degree, "OKAND_GRAD")
    broken.write_text(text, encoding="utf-8")
    messages = sorted((made / "messages").rglob("*.xml"))[:5]
    return {
        "files": [str(archive), str(broken)] + [str(path) for path in messages],
        "folder": folder,
    }


def send(person, files):
    """Chooses files and sends them."""
    person.open(IMPORT)
    person.page.set_input_files("#filer", files)
    with person.page.expect_navigation(wait_until="domcontentloaded"):
        person.hand.press(person.main.locator("form[enctype] button"))
    return person


def wait_for(person, text, reloads=False):
    """Waits until the page, which is fetched anew by itself, says something."""
    if not reloads:
        expect(person.main).to_contain_text(text, timeout=60_000)
        return person
    for _ in range(120):
        if text in person.text:
            return person
        time.sleep(0.5)
        person.page.reload(wait_until="domcontentloaded")
    raise AssertionError(f"never said {text}:\n{person.text[:1500]}")


@pytest.fixture(scope="module")
def taken(browser, program, delivery):
    """An import that is done, by the analyst at the agency, and its edition."""
    from people import SignIn

    desk = SignIn(browser, program)
    ivar = desk(ANALYST)
    send(ivar, delivery["files"])
    wait_for(ivar, "Inläsningen är klar")
    address = ivar.page.url.split("?")[0]
    ivar.main.get_by_role("button", name="Gör en ny utgåva").click()
    wait_for(ivar, "Utgåvan är gjord")
    edition = ivar.page.url
    assert desk.close() == []
    path = lambda url: "/" + url.split("/", 3)[3]
    return {"import": path(address), "edition": path(edition)}


def test_files_are_taken_in_and_each_document_is_told(sign_in, taken):
    ivar = sign_in(ANALYST).open(taken["import"])
    ivar.shows("Andra filer").shows("Filnamnen visas bara för dig")
    rejected = ivar.main.get_by_role("link", name="Avvisade", exact=False).first
    with ivar.page.expect_navigation(wait_until="domcontentloaded"):
        ivar.hand.press(rejected)
    ivar.shows(NAME).shows("L13, svar 32").shows("trasig.xml")
    assert set(ivar.main.locator("tbody .badge").all_inner_texts()) == {"Avvisad"}
    file = ivar.context.request.get(taken["import"] + "/resultat.csv")
    assert file.ok and NAME in file.text()
    ivar.open(IMPORT).shows("dig").lacks("Tolvan")


def test_an_edition_says_what_it_was_made_of(sign_in, taken):
    ivar = sign_in(ANALYST).open(taken["edition"])
    ivar.shows("Utgåvan är gjord").shows("Det är den första utgåvan.")
    ivar.open(IMPORT).shows("Inget nytt har kommit")


def test_without_script_and_by_keyboard_it_works_as_well(sign_in, delivery, taken):
    jon = sign_in(REGION_ANALYST, script=False, hand="keyboard")
    send(jon, delivery["files"][1:])
    assert jon.page.locator('noscript meta[http-equiv="refresh"]').count() <= 1
    wait_for(jon, "Inläsningen är klar", reloads=True)
    jon.shows("fanns redan").shows(NAME)
    # The other organisation's import is a number, and no page.
    jon.open(IMPORT).shows("Försäkringskassan")
    assert jon.open(taken["import"]).status == 404


def test_what_cannot_be_taken_in_is_told_by_file(sign_in, delivery):
    picture = delivery["folder"] / "bild.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 bild")
    empty = delivery["folder"] / "tom.xml"
    empty.write_bytes(b"")
    ivar = send(sign_in(ANALYST), [str(picture), str(empty)])
    ivar.is_refused()
    ivar.shows("bild.jpg").shows("varken XML eller ett zip-arkiv").shows("Filen är tom")
    send(ivar, []).is_refused()


def test_a_file_that_is_too_large_is_told_so(sign_in, delivery):
    large = delivery["folder"] / "stor.zip"
    with open(large, "wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(101 << 20)
    ivar = sign_in(ANALYST)
    # A hundred megabytes take their time on a busy machine.
    ivar.context.set_default_timeout(120_000)
    send(ivar, [str(large)])
    ivar.is_refused()
    ivar.shows("större än 100 MB")
    large.unlink()


def test_an_archive_that_unpacks_to_far_too_much_ends_there(sign_in, delivery):
    bomb = delivery["folder"] / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.xml", b"<a>" + b" " * (60 << 20))
    ivar = send(sign_in(ANALYST), [str(bomb)])
    wait_for(ivar, "Inläsningen är klar")
    ivar.shows("packas upp till orimligt mycket mer")


@pytest.mark.parametrize("person", [OFFICER, REGION, OTHER_REGION, EKEN])
def test_nobody_else_takes_files_in(sign_in, taken, person):
    other = sign_in(person)
    for path in (IMPORT, taken["import"], taken["import"] + "/resultat.csv"):
        answer = other.context.request.get(path)
        assert answer.status == 403 and "Tolvan" not in answer.text(), path
    other.open("/uppfoljning/datakvalitet")
    expect(other.page.locator(f'.nav a[href="{IMPORT}"]')).to_have_count(0)


def test_quality_is_whole_for_analysts_and_without_few_for_others(sign_in, taken):
    ivar = sign_in(ANALYST).open(QUALITY)
    ivar.shows("Du är analytiker").shows("Per inläsning").shows("Koppling till vårdenhet")
    expect(ivar.main.locator("#regler-tabell")).to_be_attached()
    expect(ivar.main.locator("#manader-tabell")).to_be_attached()
    alva = sign_in(REGION).open(QUALITY)
    alva.lacks("Per inläsning").shows("Östergötland")
    expect(alva.main.locator("#manader-tabell")).to_have_count(0)
    rows = alva.context.request.get(QUALITY + ".csv").text().splitlines()
    counts = [row.rsplit(";", 1)[1] for row in rows if row.startswith(("Summa;", "Avvisade"))]
    # The last cell of a line is hidden, nought, or not few.
    assert counts and all(cell == "dolt" or int(cell) == 0 or int(cell) >= 5 for cell in counts)


def test_the_operator_appoints_and_dismisses(sign_in, program):
    listed = program.run("people", "list", "--analysts")
    assert listed.returncode == 0 and ANALYST in listed.stdout and OFFICER not in listed.stdout
    assert program.run("people", "appoint", OFFICER, "--reason", "Prov").returncode == 0
    ebba = sign_in(OFFICER).open(IMPORT)
    ebba.shows("Läs in filer")
    assert program.run("people", "dismiss", OFFICER, "--reason", "Prov").returncode == 0
    assert ebba.context.request.get(IMPORT).status == 403
    assert program.run("people", "appoint", EKEN, "--reason", "Prov").returncode == 1


def test_both_pages_are_sound(sign_in, taken):
    inspection = Inspection()
    ivar = sign_in(ANALYST)
    for path, name in [
        (IMPORT, "import"),
        (taken["import"], "what became of the documents"),
        (taken["import"] + "?visa=rejected", "what was rejected"),
        (taken["edition"], "an edition"),
        (QUALITY, "quality for an analyst"),
    ]:
        inspection.look(ivar.open(path), name)
    inspection.look(sign_in(REGION).open(QUALITY), "quality for a region")
    inspection.look(sign_in(EKEN).open(QUALITY), "quality for a performer")
    inspection.assert_sound()
    ivar.page.set_viewport_size({"width": 360, "height": NARROW["height"]})
    for path in (IMPORT, taken["import"], QUALITY):
        ivar.open(path)
        assert ivar.page.evaluate("document.documentElement.scrollWidth") <= 360, path
