# SPDX-License-Identifier: Apache-2.0
"""Two ways to work a page: with the mouse, and with the keyboard alone."""

from playwright.sync_api import Locator, Page


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, choice: Locator) -> None:
        choice.check()

    def select(self, field: Locator, value: str) -> None:
        field.select_option(value)


class Keyboard:
    """Tab, Enter, Space, arrows and letters; nothing is ever clicked.

    At every step it is asserted that the focus can be seen.
    """

    # A page with more stops than this is a page nobody gets through.
    STOPS_MAX = 400

    def __init__(self, page: Page):
        self.page = page
        self.stops = 0

    def press(self, target: Locator) -> None:
        self.reach(target)
        kind = target.evaluate("e => e.localName")
        self.page.keyboard.press("Space" if kind == "summary" else "Enter")

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        if text:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.press("Delete")

    def choose(self, choice: Locator) -> None:
        if choice.evaluate("e => e.type") == "radio":
            self._choose_radio(choice)
            return
        self.reach(choice)
        if not choice.is_checked():
            self.page.keyboard.press("Space")
        assert choice.is_checked()

    def _choose_radio(self, choice: Locator) -> None:
        group = choice.get_attribute("name")
        self._tab_until(
            lambda: self.page.evaluate(
                "name => document.activeElement.type === 'radio' "
                "&& document.activeElement.name === name",
                group,
            ),
            group,
        )
        for _ in range(60):
            if self._has_focus(choice):
                break
            self.page.keyboard.press("ArrowDown")
            self._assert_visible()
        if not choice.is_checked():
            self.page.keyboard.press("Space")
        assert choice.is_checked(), f"{group} cannot be chosen with the keyboard"

    def select(self, field: Locator, value: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Home")
        for _ in range(200):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no option {value}")

    def reach(self, target: Locator) -> None:
        target.wait_for(state="attached")
        self._tab_until(lambda: self._has_focus(target), str(target))

    def _tab_until(self, is_there, name: str) -> None:
        for _ in range(self.STOPS_MAX):
            if is_there():
                return
            self.page.keyboard.press("Tab")
            self.stops += 1
            self._assert_visible()
        raise AssertionError(f"the keyboard does not reach {name} on {self.page.url}")

    def _has_focus(self, target: Locator) -> bool:
        return target.evaluate("e => e === document.activeElement")

    def _assert_visible(self) -> None:
        fault = self.page.evaluate(VISIBLE_FOCUS)
        assert fault is None, f"{fault} on {self.page.url}"


# Null where the focused element has a visible mark and is not hidden by anything.
VISIBLE_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const name = element.outerHTML.slice(0, 160);
  const parts = [element, element.closest("label, .choice, .find__box, li")].filter(Boolean);
  const isMarked = parts.some((part) => {
    const look = getComputedStyle(part);
    const hasOutline = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    return hasOutline || look.boxShadow !== "none";
  });
  if (!isMarked) return "no visible focus: " + name;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return "focus on something without size: " + name;
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!isInside) return "focus outside the window: " + name;
  const x = (part) => Math.min(Math.max(box.left + box.width * part, 1), innerWidth - 1);
  const y = (part) => Math.min(Math.max(box.top + box.height * part, 1), innerHeight - 1);
  const isSeen = [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
    const top = document.elementFromPoint(x(across), y(down));
    return top && (element.contains(top) || top.contains(element));
  }));
  return isSeen ? null : "focus covered by something: " + name;
}"""
