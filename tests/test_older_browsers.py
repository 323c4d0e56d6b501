"""What style sheets and scripts ask of browsers: no more than the oldest that are held have, unless they ask first.

The features stand in older_browsers.yml. A list of our own, for those who keep such lists read style sheets with
PostCSS, which would bring npm into every run of the tests, and know nothing of what a page is whole without.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support.projects import ROOT

FEATURES = yaml.safe_load((ROOT / "tests/older_browsers.yml").read_text(encoding="utf-8"))
KINDS = {"style": ("css", r"/\*.*?\*/"), "script": ("js", r"(?m)^\s*//[^\n]*")}
ALL = [(kind, how, name) for kind, hows in FEATURES.items() for how, names in hows.items() for name in names]


def using(kind: str, pattern: str) -> set[str]:
    """The names of our style sheets or scripts that use a feature; comments do not count."""
    folder, comment = KINDS[kind]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "overrides/assets" / folder).iterdir()}
    return {name for name, text in texts.items() if re.search(pattern, re.sub(comment, "", text, flags=re.DOTALL))}


@pytest.mark.parametrize("kind, how, name", ALL, ids=map("-".join, ALL))
def test_what_older_browsers_lack_is_not_leaned_on(kind: str, how: str, name: str) -> None:
    feature = FEATURES[kind][how][name]
    assert using(kind, feature["is"]) <= set(feature.get("where", feature.get("known", ()))), feature["since"]


@pytest.mark.browser
def test_menu_is_not_seen_where_there_are_no_popovers(visit: Callable) -> None:
    page = visit("/")
    page.add_init_script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover;")
    page.reload()
    menu = page.locator("#unit-menu")
    menu.evaluate("one => one.removeAttribute('popover')")  # as a browser that has never heard of it sees it
    assert menu.is_hidden()
    # The number leads to the card, as without scripts.
    assert page.locator("#p10 > .number").get_attribute("href").endswith("p/10/#kk")


@pytest.mark.browser
def test_copy_is_of_words_where_there_are_no_clipboard_items(visit: Callable) -> None:
    page = visit("/en/about/", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("delete window.ClipboardItem")
    page.locator("button.copy").first.click()
    page.get_by_text("Copied").first.wait_for()
    assert "Sheriyazdanov" in page.evaluate("navigator.clipboard.readText()")


def test_readme_says_which_are_held() -> None:
    assert "Chrome 109, Firefox 115 ESR and Safari 15.6" in Path(ROOT / "README.md").read_text(encoding="utf-8")
