"""All that a page offers can be reached, seen and used without a pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .browser import Visit

Open = Callable[..., Visit]

REACHABLE = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled
    && !(one.type === "radio" && !one.checked) && one.tabIndex >= 0)
  .forEach((one, number) => { one.dataset.reach = number; })
"""
FOCUSED = """
() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const label = one.id && document.querySelector(`label[for="${one.id}"]`);
  const isRinged = ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none";
  const marked = [one, one.closest("label") || label].filter(Boolean);
  const ring = marked.some((element) => isRinged(getComputedStyle(element)));
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { reach: one.dataset.reach ?? null, ring, isSeen, says: one.outerHTML.slice(0, 120) };
}
"""


@pytest.mark.parametrize(
    ("address", "width"), [("", 1280), ("now/", 360), ("card/", 360), ("help/", 360)]
)
def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(
    server: str, open_page: Open, address: str, width: int
) -> None:
    page = open_page(
        f"{server}/en/{address}", width=width, height=800, reduced_motion="reduce"
    ).page
    page.evaluate(REACHABLE)
    wanted = page.locator("[data-reach]").count()
    reached: set[str] = set()
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["reach"] is None or focused["reach"] in reached:
            continue
        reached.add(focused["reach"])
        assert focused["ring"] and focused["isSeen"], focused["says"]
    missing = page.evaluate(
        "(reached) => [...document.querySelectorAll('[data-reach]')]"
        ".filter((one) => !reached.includes(one.dataset.reach) && one.checkVisibility())"
        ".map((one) => one.outerHTML.slice(0, 120))",
        sorted(reached),
    )
    assert wanted > 5 and missing == []


def test_the_first_tab_offers_to_skip_to_the_text(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_another_language_is_chosen_by_keyboard_alone(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/help/").page
    page.locator(".g-languages summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/help/")
    page.go_back()
    page.locator(".g-languages summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator(".g-languages").evaluate("(details) => details.open")
