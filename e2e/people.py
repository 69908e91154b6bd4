# SPDX-License-Identifier: Apache-2.0
"""A person at a browser, with her own session, who works as people do: by links and forms."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from hands import Keyboard, Mouse
from program import Program

OFFICER = "fk-ebba"
REGION = "region-alva"
OTHER_REGION = "region-stina"
EKEN = "eken-siv"
EKEN_DOCTOR = "eken-sixten"
EKEN_PSYCHOLOGIST = "eken-ture"
VIDE = "vide-greta"
LINDEN = "linden-folke"

RECEIPT = re.compile(r"/arenden/AFU-\d{4}-\d{4,}/kvitto\?")

# The one main button of a form, also where it takes something back.
MAIN_LOOK = ":not(.btn--quiet):not(.btn--plain)"


class Person:
    """One person with one page. `hand` is how she works: `mouse` or `keyboard`."""

    def __init__(
        self,
        browser: Browser,
        program: Program,
        person: str | None,
        *,
        hand: str = "mouse",
        script: bool = True,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
    ):
        self.program = program
        self.faults: list[str] = []
        self.context = browser.new_context(
            base_url=program.address,
            java_script_enabled=script,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="sv-SE",
        )
        self.context.set_default_timeout(15_000)
        self.page: Page = self.context.new_page()
        self.hand = Keyboard(self.page) if hand == "keyboard" else Mouse(self.page)
        self.page.on("response", self._listen)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("console", self._hear)
        # Nothing is lost by leaving a form in a test.
        self.page.on("dialog", lambda dialog: dialog.accept())
        if person:
            self.sign_in(person)

    def _listen(self, response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} {response.request.method} {response.url}")

    def _hear(self, message) -> None:
        # A content security policy that is broken shows here.
        if message.type == "error" and "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def leave(self) -> None:
        """Closes the browser; once is enough."""
        self.context.close()

    # Ways around the site.

    def open(self, path: str) -> "Person":
        self.page.goto(path, wait_until="domcontentloaded")
        return self

    def sign_in(self, person: str) -> None:
        answer = self.context.request.post("/logga-in", form={"person": person})
        assert answer.ok, f"{person} cannot sign in: {answer.status}"
        self.open("/att-gora")

    def sign_in_by_hand(self, person: str) -> None:
        """Signs in on the page, which is open, as a person does."""
        button = self.main.locator(f'button[name="person"][value="{person}"]')
        if not button.is_visible():
            self.hand.press(self.main.locator("details summary"))
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(button)

    def open_case(self, case: str) -> "Person":
        return self.open(f"/arenden/{case}")

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def text(self) -> str:
        """What the page says, in its main part."""
        return self.main.inner_text()

    @property
    def status(self) -> int:
        """The status of this page when it is fetched again."""
        return self.context.request.get(self.page.url, max_redirects=0).status

    def shows(self, text: str) -> "Person":
        expect(self.main).to_contain_text(text)
        return self

    def lacks(self, text: str) -> "Person":
        expect(self.main).not_to_contain_text(text)
        return self

    # Forms.

    def fill(self, fields: dict) -> "Person":
        """Answers the questions of the page's form, by the names of its fields.

        A list ticks exactly those boxes; None leaves a field as it is.
        """
        for name, value in fields.items():
            if value is not None:
                self._answer(name, value)
        return self

    def _answer(self, name: str, value) -> None:
        field = self.main.locator(f'[name="{name}"]')
        expect(field.first).to_be_attached()
        kind = field.first.evaluate("e => e.type || e.localName")
        if kind in ("radio", "checkbox"):
            wanted = value if isinstance(value, list) else [value]
            for one in wanted:
                self.hand.choose(self.main.locator(f'[name="{name}"][value="{one}"]'))
        elif kind.startswith("select"):
            self.hand.select(field.first, str(value))
        else:
            self.hand.write(field.first, str(value))

    def submit(self) -> "Person":
        """Presses the button that sends the page's form, or takes a wizard on."""
        button = self.main.locator(f'form[method="post"] button.btn{MAIN_LOOK}').last
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(button)
        return self

    def begin(self, case: str, action: str, number: int | None = None) -> "Person":
        """Goes to the case and follows its link to an action."""
        self.open_case(case)
        path = f"/arenden/{case}/gor/{action}"
        if number is not None:
            path += f"?nr={number}"
        if action == "placeOrder":
            path = f"/arenden/{case}/bestall/"
        self.follow(path, is_start=number is None)
        return self

    def follow(self, path: str, is_start: bool = False) -> "Person":
        """Follows a link of the page by its address, in a menu if it stands there."""
        address = f'a[href{"^=" if is_start else "="}"{path}"]'
        links = self.main.locator(address)
        expect(links.first).to_be_attached()
        shown = [link for link in links.all() if link.is_visible()]
        if not shown:
            menu = self.main.locator("details", has=self.page.locator(address)).first
            self.hand.press(menu.locator("summary").first)
            shown = [links.first]
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(shown[0])
        return self

    def act(
        self, case: str, action: str, fields: dict | None = None, number: int | None = None
    ) -> "Person":
        """Takes an action to its receipt."""
        self.begin(case, action, number)
        self.fill(fields or {})
        self.submit()
        self.has_receipt()
        return self

    def has_receipt(self) -> "Person":
        if not RECEIPT.search(self.page.url):
            raise AssertionError(f"no receipt at {self.page.url}:\n{self.text[:1500]}")
        expect(self.page.locator(".receipt")).to_be_visible()
        return self

    # Errors.

    @property
    def errors(self) -> list[str]:
        """The lines of the error summary."""
        return self.page.locator("[data-focus] a").all_inner_texts()

    def is_refused(self) -> "Person":
        """The form came back with an error summary, and each line leads to a field."""
        assert self.errors, f"no errors at {self.page.url}:\n{self.text[:1500]}"
        assert self.page.title().startswith(("Fel: ", "Error: ")), self.page.title()
        for link in self.page.locator("[data-focus] a").all():
            target = link.get_attribute("href")
            assert target.startswith("#"), target
            assert self.page.locator(f'[id="{target[1:]}"]').count() == 1, target
        return self


class SignIn:
    """Signs people in, each in a browser context of her own, and closes them afterwards."""

    def __init__(self, browser: Browser, program: Program):
        self.browser = browser
        self.program = program
        self.seated: list[Person] = []

    def __call__(self, person: str | None, **choices) -> Person:
        seated = Person(self.browser, self.program, person, **choices)
        self.seated.append(seated)
        return seated

    def close(self) -> list[str]:
        faults = [fault for person in self.seated for fault in person.faults]
        for person in self.seated:
            person.leave()
        return faults
