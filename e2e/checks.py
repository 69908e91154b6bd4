# SPDX-License-Identifier: Apache-2.0
"""What holds for every page in every state: no violation that axe can find, in light and dark
and at 320 pixels, and nothing that has to be scrolled sideways there."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDE = {"width": 1280, "height": 900}
# WCAG 1.4.10: a page 1280 pixels wide at 400 % zoom.
NARROW = {"width": 320, "height": 700}

# Rules whose answer depends on how the page is laid out, for the narrow page.
LAYOUT_RULES = [
    "target-size",
    "scrollable-region-focusable",
    "region",
    "landmark-unique",
    "aria-hidden-focus",
    "link-in-text-block",
    "heading-order",
    "empty-heading",
    "label",
    "link-name",
    "button-name",
    "skip-link",
    "meta-viewport",
]

RUN = """async (options) => {
  const answer = await axe.run(document, options);
  return answer.violations.map((found) => ({
    id: found.id,
    places: found.nodes.map((node) => node.target.join(" ")),
    summary: found.nodes[0].failureSummary || "",
  }));
}"""


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe finds, a line for each rule with the places."""
    run_only = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, {"runOnly": run_only, "resultTypes": ["violations"]})
    return [
        f"{one['id']} at {one['places'][:4]} ({len(one['places'])}): "
        + one["summary"].replace("\n", " ")[:240]
        for one in found
    ]


OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const isScrolled = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const total = document.documentElement.scrollWidth;
  if (total <= width) return null;
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !isScrolled(element));
  return total + " px: " + wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ");
}"""


def faults(page: Page, *, thorough: bool = True) -> list[str]:
    """Everything that is wrong with the page that is open.

    The page is looked at wide, narrow and dark, and left wide and light.
    """
    found = []
    if not page.title().endswith(" – Samsyn"):
        found.append(f"title: {page.title()}")
    # The gallery shows, among its examples, the heads of other pages.
    if page.locator("h1").count() != 1 and not page.url.endswith("/design"):
        found.append(f"{page.locator('h1').count()} h1")
    found += [f"wide: {line}" for line in violations(page)]
    page.set_viewport_size(NARROW)
    overflow = page.evaluate(OVERFLOW)
    if overflow:
        found.append(f"sideways at 320: {overflow}")
    if thorough:
        found += [f"narrow: {line}" for line in violations(page, LAYOUT_RULES)]
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {line}" for line in violations(page, ["color-contrast"])]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    return found


class Inspection:
    """Gathers the faults of many pages, so that one run tells of all of them."""

    def __init__(self):
        self.lines: list[str] = []
        self.count = 0

    def look(self, person, name: str, *, thorough: bool = True) -> None:
        self.count += 1
        for fault in faults(person.page, thorough=thorough):
            self.lines.append(f"{name} ({person.page.url}): {fault}")

    def assert_sound(self) -> None:
        assert self.count > 0, "no page was looked at"
        assert not self.lines, f"{len(self.lines)} faults:\n" + "\n".join(self.lines)
