"""The course of time, as numbers and as drawn: open ends stay open, events and their marks lead to each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from edition.model.edition import Edition
from edition.text.timeline_course import Axis, course
from support.browser import arrives, excess, violations
from support.pages import FOLDERS


def test_every_event_is_drawn_once_or_listed_as_undated(edition: Edition) -> None:
    drawn = course(edition, edition.original)
    assert drawn and [scale.part.id for scale in drawn.own] == [part.id for part in edition.parts]
    marks = {mark.event.id: mark for scale in drawn.own for mark in scale.marks}
    undated = {event.id for scale in drawn.own for event in scale.undated}
    assert {event.id for event in edition.events} == marks.keys() | undated and not marks.keys() & undated
    assert all(0 <= mark.x <= mark.x + mark.width <= 100.01 for mark in marks.values())
    # A century is known as a whole only; the four stages do not end; the draft has no first year.
    assert marks["event-1401"].full == (20.0, 80.2) and marks["event-1401"].soft
    assert marks["event-1801"].full == (50.0, 50.0)
    assert marks["period-4"].full[0] == 0 and marks["period-4"].full[1] < 100
    assert marks["event-2030"].full[0] > 0
    assert not marks["period-1"].soft and not marks["event-1465"].soft
    # Years that have the same room on an axis of their own do not on the common one, and it says by how much.
    assert drawn.axis.turn == 1900 and 7 < drawn.axis.ratio < 9
    assert drawn.parts[0].end and drawn.parts[0].end.century and drawn.parts[3].end is None


def test_axis_keeps_the_order_and_the_room_of_years() -> None:
    axis = Axis(1200, 2040, 1900)
    assert [axis.at(years) for years in (1100, 1200, 1550, 1900, 1970, 2040, 2100)] == [0, 0, 20, 40, 70, 100, 100]
    assert Axis(1990, 2010).at(2000) == 50 and Axis(1990, 2010).ratio == 1


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_drawing_and_events_lead_to_each_other(visit: Callable, code: str) -> None:
    """By pointer, touch and keyboard; without scripts too."""
    path = f"/{FOLDERS[code]}timeline/"
    page = visit(path, width=390, has_touch=True, java_script_enabled=False)
    page.locator("nav.course li a").nth(2).tap()
    arrives(page, "#part-soviet")
    mark = page.locator("#drawn-event-1937")
    mark.tap()
    arrives(page, "#event-1937")
    page.locator("#event-1937 .drawn a").focus()
    page.keyboard.press("Enter")
    arrives(page, "#drawn-event-1937")
    mark.focus()
    page.keyboard.press("Enter")
    arrives(page, "#event-1937")
    page.locator("#event-undated-c .drawn a").click()
    page.locator("#drawn-undated-empire").wait_for()  # going to it opens the fold
    page.locator("#drawn-undated-empire a").click()
    arrives(page, "#event-undated-c")
    # Named by the date and by what happened; large enough for a finger.
    name = page.get_by_role("link", name=page.locator("#event-1937 .label").inner_text())
    assert name.count() == 1 and mark.bounding_box()["height"] >= 24


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_drawing_is_seen_in_forced_colours_at_320_px_and_in_print(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}timeline/", width=320, forced_colors="active")
    fill = "getComputedStyle(document.querySelector('.part-scale rect.span:not([fill])')).fill"
    assert page.evaluate(fill) == page.evaluate("getComputedStyle(document.body).color")
    assert excess(page) <= 0 and page.locator("nav.course li a").count() == 7
    assert page.evaluate(
        "[...document.querySelectorAll('.drawn text')].every((one) => parseFloat(getComputedStyle(one).fontSize) >= 11)"
    )
    page.emulate_media(media="print", forced_colors="none")
    assert page.locator(".part-scale").first.is_visible() and page.locator("#event-1937 .drawn").is_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_language_is_hidden_by_paragraph_and_printed_with_notes(visit: Callable, code: str) -> None:
    """By touch and by keyboard; what is not chosen is not printed, and the notes only if they are wanted."""
    page = visit(f"/{FOLDERS[code]}parallel/", width=390, has_touch=True)
    other = "en" if code != "en" else "kk"
    page.locator(".cover select").select_option(other)
    cell = page.locator(f"#p12 .cell[lang={other}]")
    button = cell.locator("button")
    assert cell.locator(".text").is_hidden() and button.get_attribute("aria-expanded") == "false"
    button.tap()
    assert cell.locator(".text").is_visible() and button.get_attribute("aria-expanded") == "true"
    assert page.locator(f"#p13 .cell[lang={other}] .text").is_hidden()
    button.focus()
    page.keyboard.press("Space")
    assert cell.locator(".text").is_hidden()
    assert violations(page, ".choose", "#p12") == []
    page.locator(".cover select").select_option("")
    assert cell.locator(".text").is_visible() and not page.locator("button.uncover").count()
    page.evaluate("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }")
    page.locator(f".choose input[name={other}]").tap()
    page.locator(".choose input[name=notes]").check()
    page.locator(".print-columns").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.printed === 1")
    page.emulate_media(media="print")
    notes = page.locator(".printed-notes li")
    assert notes.count() == 9 and notes.first.is_visible() and "8" in notes.first.inner_text()
    assert cell.is_hidden() and page.locator(f"#p12 .cell[lang={code}]").is_visible()
    assert page.locator(".choose").is_hidden()
    page.emulate_media(media="screen")
    assert notes.first.is_hidden()
    page.locator(".choose input[name=notes]").uncheck()
    page.locator(".print-columns").click()
    page.wait_for_function("() => window.printed === 2")
    assert not page.locator(".printed-notes").count()


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_what_needs_scripts_is_absent_without_them(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}parallel/", java_script_enabled=False)
    assert page.locator(".cover, .print-columns, .uncover, [name=notes]").count() == 0
