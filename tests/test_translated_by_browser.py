"""What a browser that translates the page leaves alone, and what readers copy from a page that it has translated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement
from support.pages import ADDRESSES, CARDS, FOLDERS

# What Chrome and Firefox do: they replace the text, but not where `translate="no"` forbids it.
TRANSLATE = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { currentNode: text } = texts;
        if (!text.parentElement.closest('[translate=no], script, style') && text.data.trim()) text.data = "¤";
    }
}"""
# Whole texts in another language, which readers may want in theirs.
WHOLE = ("cell", "column", "offer", "other-front", "text", "words")


def protected(element: HtmlElement) -> bool:
    """Whether a browser may not translate an element."""
    return bool(element.xpath("ancestor-or-self::*[@translate='no']"))


@pytest.mark.parametrize("path", (*ADDRESSES, *CARDS))
def test_what_may_not_be_translated_is_protected_and_nothing_else(site: Path, path: str) -> None:
    tree = lxml.html.document_fromstring((site / path.strip("/") / "index.html").read_bytes())
    for element in tree.xpath("//body//span[@lang] | //body//i[@lang] | //body//a[@lang]"):
        if element.getparent().tag != "h1":  # of a card, in each language
            assert protected(element), lxml.html.tostring(element, encoding="unicode")[:200]
    for citation in tree.xpath("//*[@data-style]"):
        assert protected(citation)
    for element in tree.xpath("//*[@translate='no']"):
        citation, name_or_words = element.get("data-style"), element.get("lang") or element.xpath("*//@lang")
        is_name = element.get("id", "").startswith("name-")
        compared = "compared" in element.get("class", "").split()  # the old and the new words of a paragraph
        assert citation or name_or_words or is_name or compared or element.tag == "code", lxml.html.tostring(element)
        assert not set(element.get("class", "").split()) & set(WHOLE)
        assert element.xpath("count(.//p)") == 0


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
def test_translated_page_copies_the_author_s_words_and_the_citation(visit: Callable, code: str) -> None:
    page = visit(f"/{FOLDERS[code]}", permissions=["clipboard-read", "clipboard-write"])
    words = page.locator("#p3").evaluate("""(unit) => {
        const copy = unit.cloneNode(true);
        for (const apparatus of copy.querySelectorAll("[data-apparatus]")) apparatus.remove();
        return copy.textContent.replace(/\\s+/g, " ").trim();
    }""")
    foot = page.locator("dd[data-style]").first.inner_text()
    page.evaluate(TRANSLATE)
    assert (
        page.locator("#p3").inner_text().strip(" ¤\n") == ""
        and page.locator("dd[data-style]").first.inner_text() == foot
    )
    page.locator("#p3 > .number").click()
    page.locator("#unit-menu [data-copy=words]").click()
    page.wait_for_function(
        "() => document.querySelector('#unit-menu [role=status]').textContent"
    )  # says that it is copied
    said, below = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    assert said == words and "¤" not in below and "2026" in below
