"""What programs that extract the text of a page make of the articles: Readability, trafilatura, `textContent`.

Mozilla's Readability is the reader view of Firefox, and others take it over. Trafilatura builds corpora.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
import trafilatura
from edition.model.edition import Edition
from edition.text.sections import headings
from edition.text.units import units
from support.pages import FOLDERS

PARSE = """(source) => {
    const Readability = new Function(`${source}; return Readability`)();
    const { title, lang, textContent, content } = new Readability(document.cloneNode(true)).parse();
    return { title, lang, textContent, content };
}"""
SIGNS = re.compile(r"[*°≠]|\s*\[\d+[^\]]{0,20}\]")  # of notes, which no program can tell from the text


def folded(text: str) -> str:
    """The text without the signs of notes, with single spaces."""
    return " ".join(SIGNS.sub("", text).split())


def holds(edition: Edition, code: str, text: str, titles: list[str]) -> None:
    """Assert that an extracted text has all that the article has, in its order, and nothing of the apparatus."""
    locale = edition.locale(code)
    assert "§" not in text
    wanted = [folded(title) for title in headings(edition, locale).values()]
    assert [title for title in map(folded, titles) if title in wanted] == wanted
    told, at = folded(text), 0
    for name, unit in units(edition, locale).items():
        if not re.fullmatch(r"p\d+", name) or not unit.words:
            continue
        # Of a list, whose items may begin a new line each, the beginning.
        words = folded(f"{name[1:]} {unit.words}")[:60]
        found = told.find(words, at)
        assert found >= 0, words
        at = found + 1
    for reference in edition.references.values():
        if entry := reference.entry.get(code, ""):
            assert told.count(folded(entry)) <= 1, "a note is in the text, not only below it"
    dates = [event.span for event in edition.events_of["p1"] if event.span]
    assert dates and not re.search(r"\d{4}–\d{4} \d{4}\s", text), "dates beside the text are in it"


@pytest.mark.browser
@pytest.mark.parametrize("code", FOLDERS)
@pytest.mark.parametrize("scripts", (True, False), ids=("scripts", "no scripts"))
def test_reader_view_has_the_article_and_nothing_else(
    visit: Callable, edition: Edition, code: str, scripts: bool
) -> None:
    source = os.environ.get("READABILITY")
    if not source:
        pytest.skip("no npm here, or Readability cannot be had: the articles were not put to it")
    page = visit(f"/{FOLDERS[code]}", java_script_enabled=scripts, bypass_csp=True)
    view = page.evaluate(PARSE, Path(source).read_text(encoding="utf-8"))
    assert edition.facts.article.title[code] in view["title"] and view["lang"] == code
    tree = lxml.html.fromstring(view["content"])
    holds(edition, code, view["textContent"], [one.text_content() for one in tree.iter("h1", "h2", "h3")])


@pytest.mark.parametrize("code", FOLDERS)
def test_corpora_have_the_article_and_nothing_else(site: Path, edition: Edition, code: str) -> None:
    html = (site / FOLDERS[code] / "index.html").read_text(encoding="utf-8")
    text = trafilatura.extract(html, include_comments=False, favor_recall=True)
    holds(edition, code, text, text.splitlines())


@pytest.mark.parametrize("code", FOLDERS)
def test_apparatus_is_parted_from_words_by_white_space(site: Path, code: str) -> None:
    """In `textContent`, which whoever reads the page with a program gets."""
    tree = lxml.html.document_fromstring((site / FOLDERS[code] / "index.html").read_bytes())
    apparatus = tree.xpath("//article//*[contains(@class, 'number') or @role='doc-pagebreak' or @role='group']")
    assert len(apparatus) > 60
    for element in apparatus:
        element.text, element.tail = f"⟨{element.text or ''}", f"⟩{element.tail or ''}"
    text = tree.find(".//article").text_content()
    glued = re.findall(r"\w⟨\S.{10}|.{10}\d⟩\w", text)
    assert glued == []
