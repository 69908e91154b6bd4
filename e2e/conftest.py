# SPDX-License-Identifier: Apache-2.0
"""What every test is given: the program, a browser, and people who sit at it."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from people import SignIn
from program import Program
from stories import Stories

MADE_CASES = 120


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """The program with a country full of cases."""
    started = Program(tmp_path_factory.mktemp("samsyn"), MADE_CASES)
    yield started
    started.stop()


@pytest.fixture(scope="module")
def empty_program(tmp_path_factory):
    """The program with people and regions but no case, for one file of tests."""
    started = Program(tmp_path_factory.mktemp("empty"), 0)
    yield started
    started.stop()


@pytest.fixture(scope="session")
def browser():
    """Chromium, as the system has it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "no Chromium was found; name one in CHROMIUM"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
        )
        yield started
        started.close()


@pytest.fixture
def sign_in(browser, program):
    """`sign_in("fk-ebba")` gives a person with a page; None gives one who is not signed in."""
    desk = SignIn(browser, program)
    yield desk
    assert desk.close() == []


@pytest.fixture(scope="session")
def stories(program):
    """Makes cases that have come a certain way."""
    return Stories(program)


@pytest.fixture(scope="class")
def office(browser, program):
    """As `sign_in`, for the tests of a class that follow one case together."""
    desk = SignIn(browser, program)
    yield desk
    assert desk.close() == []
