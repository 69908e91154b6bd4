# SPDX-License-Identifier: Apache-2.0
"""The built program: a demonstration of its own, served on a free port of this machine."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

BINARY = os.environ.get("SAMSYN") or str(
    pathlib.Path(__file__).parent.parent / ".build" / "debug" / "samsyn"
)


class Program:
    """`samsyn serve` on a demonstration with a number of made-up cases."""

    def __init__(self, folder: pathlib.Path, cases: int):
        self.database = f"sqlite:{folder / 'e2e.sqlite'}"
        self.people = {}
        summary = self.command("demo", "--cases", str(cases), "--seed", "7")
        self.people = {person["id"]: person for person in summary["people"]}
        self.log = open(folder / "log.txt", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", "0", "--json", "--database", self.database],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        first = self.process.stdout.readline()
        assert first, f"the program did not start: {self.logged()}"
        # The answer may be spread over lines.
        while True:
            try:
                started = json.loads(first)
                break
            except json.JSONDecodeError:
                line = self.process.stdout.readline()
                assert line, f"not the start of a program: {first}"
                first += line
        self.address = started["address"].rstrip("/")

    @property
    def today(self) -> datetime.date:
        """The day that the program works on, as its pages say."""
        with urllib.request.urlopen(self.address + "/logga-in", timeout=30) as answer:
            page = answer.read().decode()
        banner = page[page.index('class="demo') :]
        return datetime.date.fromisoformat(
            re.search(r'datetime="(\d{4}-\d\d-\d\d)', banner).group(1)
        )

    def command(self, *words: str) -> dict:
        """Runs a command on the same database and gives its answer."""
        done = self.run(*words)
        assert done.returncode == 0, f"{words}: {done.stderr}"
        return json.loads(done.stdout)

    def run(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [BINARY, *words, "--json", "--database", self.database],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def logged(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


class Interface:
    """The JSON interface, signed in as one of the demonstration's people."""

    def __init__(self, program: Program, person: str):
        self.address = program.address + "/api/v1"
        self.token = None
        session = self.post("/sessions", {"person": person})
        self.token = session["token"]
        self.person = session["person"]
        self.party = self.person["party"]

    @property
    def organisation(self) -> str:
        """The HSA-id of the person's organisation."""
        return self.party.split(":", 1)[1]

    def get(self, path: str) -> dict:
        return self._ask("GET", path, None)

    def post(self, path: str, body: dict) -> dict:
        return self._ask("POST", path, body)

    def command(self, case: str, kind: str, data: dict | None = None) -> dict:
        """Gives a command in a case and answers with the case after it."""
        return self.post(
            f"/assessments/{case}/commands", {"kind": kind, "data": data or {}}
        )

    def case(self, number: str) -> dict:
        return self.get(f"/assessments/{number}")

    def cases(self, query: str = "state=all&limit=200") -> list[dict]:
        return self.get(f"/assessments?{query}")["items"]

    def _ask(self, method: str, path: str, body: dict | None) -> dict:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(
            self.address + path,
            method=method,
            headers=headers,
            data=None if body is None else json.dumps(body).encode(),
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(
                f"{method} {path} gave {error.code}: {error.read().decode()}"
            ) from error
