# SPDX-License-Identifier: Apache-2.0
"""Cases that have come a certain way, made through the JSON interface so that a test can begin
where its own subject begins. The ways themselves are walked in the browser by other tests."""

import datetime
import itertools

from people import EKEN, OFFICER, REGION, VIDE
from program import Interface, Program

OFFICER_CONTACT = {"name": "Ebba Demoström", "phone": "010-000 00 01"}
DOCUMENTS = {
    "items": [
        {"kind": "medicinska-handlingar", "title": "Journalutdrag", "pages": 12},
        {"kind": "sjalvskattning", "title": "Självskattning", "pages": 4},
    ],
    "absent": [
        {"kind": "forsakrades-handlingar", "reason": "Personen ville inte lämna något."},
        {"kind": "andra-handlingar", "reason": "Det finns inga andra handlingar."},
    ],
}
ASSESS = "Hur påverkar tillståndet förmågan att arbeta heltid?"
BACKGROUND = "Sjukskriven sedan ett år, har arbetat med godsmottagning."

_serial = itertools.count()


def personal_number() -> str:
    """A new made-up number, valid but nobody's: born in the 1970s, with the digits 238."""
    day = datetime.date(1970, 1, 1) + datetime.timedelta(days=next(_serial) * 7)
    digits = day.strftime("%y%m%d") + "238"
    total = 0
    for place, digit in enumerate(digits):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return f"{day:%Y%m%d}-238{-total % 10}"


def identity(**changes) -> dict:
    return {
        "number": personal_number(),
        "firstName": "Lova",
        "lastName": "Prototypsson",
        "protected": False,
        "address": "Provgatan 1, 580 00 Linköping",
        **changes,
    }


class Stories:
    """Cases between Försäkringskassan, one region and its performers Eken and Vide."""

    def __init__(self, program: Program):
        self.program = program
        self.agency = Interface(program, OFFICER)
        self.region = Interface(program, REGION)
        self.eken = Interface(program, EKEN)
        self.vide = Interface(program, VIDE)

    def day(self, days: int = 0) -> str:
        """A day, counted from the program's own today."""
        return (self.program.today + datetime.timedelta(days=days)).isoformat()

    def requested(self, insured: dict | None = None, **changes) -> str:
        """A request that the region is to answer."""
        insured = insured or identity()
        request = {
            "kind": "AFU",
            "assess": ASSESS,
            "region": self.region.organisation,
            "need": {
                "town": "Linköping",
                "interpreter": {"needed": True, "language": "arabiska"},
                "specialNeeds": "Täta pauser.",
                "earlierPerformers": [],
            },
            "officer": OFFICER_CONTACT,
            "protected": insured["protected"],
            **changes,
        }
        answer = self.agency.post("/assessments", {"request": request, "insured": insured})
        return answer["number"]

    def inquired(self, **changes) -> str:
        case = self.requested(**changes)
        self.region.command(
            case,
            "sendInquiries",
            {
                "performers": [self.eken.organisation, self.vide.organisation],
                "answerBy": self.day(7),
            },
        )
        return case

    def allocated(self, insured: dict | None = None, **changes) -> str:
        """The region has chosen Eken."""
        case = self.requested(insured, **changes)
        self.region.command(
            case, "allocate", {"performer": self.eken.organisation, "method": "direkt"}
        )
        return case

    def informed(self, insured: dict | None = None, **changes) -> str:
        case = self.allocated(insured, **changes)
        self.agency.command(
            case,
            "recordInformed",
            {"day": self.day(), "channel": "brev", "invitedToAdd": True},
        )
        return case

    def ordered(self, insured: dict | None = None, order: dict | None = None) -> str:
        insured = insured or identity()
        case = self.informed(insured)
        self.agency.command(
            case,
            "placeOrder",
            {
                "performer": self.eken.organisation,
                "identity": insured,
                "purpose": ASSESS,
                "background": BACKGROUND,
                "extensionAllowed": True,
                "interpreter": {"needed": True, "language": "arabiska"},
                "officer": OFFICER_CONTACT,
                "documents": DOCUMENTS,
                **(order or {}),
            },
        )
        return case

    def accepted(self, insured: dict | None = None, order: dict | None = None) -> str:
        case = self.ordered(insured, order)
        self.eken.command(case, "acceptOrder")
        return case

    def complete(self) -> str:
        """The clock has started and a doctor is responsible."""
        case = self.accepted()
        self.eken.command(case, "confirmComplete", {"day": self.day()})
        self.eken.command(
            case, "appointDoctor", {"name": "Sixten Provberg", "person": "eken-sixten"}
        )
        return case

    def booked(self) -> str:
        case = self.complete()
        self.eken.command(
            case,
            "bookVisit",
            {
                "profession": "lakare",
                "start": f"{self.day(14)}T09:00:00.000Z",
                "place": "Utredningsenheten Eken",
                "interpreterBooked": True,
            },
        )
        return case

    def sent(self) -> str:
        """The statement has been sent."""
        case = self.complete()
        now = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=1)
        self.eken.command(
            case,
            "bookVisit",
            {
                "profession": "lakare",
                "start": now.strftime("%Y-%m-%dT%H:%M:00.000Z"),
                "place": "Utredningsenheten Eken",
                "interpreterBooked": False,
            },
        )
        self.eken.command(case, "reportVisit", {"performed": {"number": 1}})
        self.eken.command(case, "sendStatement", {"day": self.day()})
        return case

