"""The pages of the cards: a paragraph or a section in every language, with links to everything related."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from markupsafe import Markup

from ...addresses.cards import cards
from ...addresses.redirects import retired_ids
from ...citing.cited import citable, file_stem, whole_address
from ...citing.described import card_description
from ...citing.exports import FORMATS
from ...citing.head_tags import head_tags
from ...citing.json_ld import card_graph
from ...citing.styles import citations
from ...formats import files as formats
from ...markup.marks import type_word
from ...model.addressing import ARTICLE, card, link, of_version
from ...model.edition import Edition
from ...model.memo import memoized
from ...model.page import NOTE, UNIT, Locale, Page
from ...text.mentions import mentions
from ...text.print_pages import format_pages, print_pages
from ...text.sections import headings, section_of, sections, structure
from ...text.translation_status import stale
from ...text.unit_history import history
from ...text.units import units
from ...web import templates
from .. import sharing
from ..file_sizes import shown
from ..reporting import report_link

_OPENING = 14  # words of each paragraph that the card of its section shows


def paths(edition: Edition) -> list[str]:
    """`p/12/index.html`, `s/introduction/index.html`."""
    return [f"{path}index.html" for path in cards(edition).values()]


def file(edition: Edition, path: str) -> str:
    """The HTML page of a card."""
    here = path.removesuffix("index.html")
    name = _names(edition)[here]
    described = card_description(edition, name)
    columns = [_column(edition, locale, here, name) for locale in edition.locales]
    return templates.render(
        edition,
        "cards/card.html",
        here,
        paragraph=UNIT.fullmatch(name) is not None,
        columns=columns,
        title=(title := _title(edition, columns)),
        description=(description := _description(edition, columns)),
        canonical=whole_address(edition, here),
        tags=[*head_tags(edition, described), *sharing.tags(edition, described, title, description)],
        graph=card_graph(edition, described),
        moved=[(one.id, link(here, *one.to.split("#", 1)), f"/{one.to}") for one in retired_ids(edition, here)],
    )


def _title(edition: Edition, columns: list[dict[str, Any]]) -> str:
    names = " · ".join(dict.fromkeys(column["name"] for column in columns))
    facts = edition.facts.article
    return f"{names} — {facts.author.family.get(edition.original.code, '')}, {facts.year}"


def _description(edition: Edition, columns: list[dict[str, Any]]) -> str:
    titles = edition.facts.article.title
    return " ".join(f"{column['name']}: {titles.get(column['locale'].code, '')}." for column in columns)


def _column(edition: Edition, locale: Locale, here: str, name: str) -> dict[str, Any]:
    """The content of a card in one language."""
    link_to = templates.linker(here)
    context = templates.localized(edition, locale, link_to)
    is_paragraph = UNIT.fullmatch(name) is not None
    titles = headings(edition, locale)
    cited = citable(edition, locale, name)
    pages = print_pages(edition).get(name)
    unit = units(edition, locale).get(name)
    words = unit.words if unit else titles[name]
    before, after = _neighbours(edition, name)
    stem = file_stem(name, locale)

    def title_of(other: str) -> str:
        return context["unit_name"](other) if UNIT.fullmatch(other) else titles.get(other, "")

    column = {
        **context,
        "name": title_of(name),
        "text": Markup(unit.html) if unit else titles[name],
        "by_edition": cited.heading_by_edition,
        "stale": name in stale(edition, locale),
        "above": [(card(one), titles.get(one, "")) for one in section_of(edition, name)] if is_paragraph else [],
        "pages": format_pages(edition, pages) if pages else "",
        "citations": citations(edition, cited),
        "address": context["to"](ARTICLE, name),
        "cited_at": of_version(context["to"](ARTICLE, name), cited.cited_version),
        "history": history(edition, locale, name),
        "report": report_link(edition, cited, title_of(name), words),
        "formats": _formats(edition, locale, here, name),
        "files": [(title, link_to(f"{stem}.{end}", "")) for end, (title, _) in FORMATS.items()],
        "before": (card(before), title_of(before)) if before else None,
        "after": (card(after), title_of(after)) if after else None,
    }
    return column | (_paragraph(edition, locale, name) if is_paragraph else _section(edition, locale, name))


def _formats(edition: Edition, locale: Locale, here: str, name: str) -> list[tuple[str, str, str]]:
    """The place in the PDF, which has no size of its own, and the files of the paragraph with their sizes."""
    link_to, known = templates.linker(here), formats.paths(edition)
    whole = f"{formats.FOLDER}/{locale.code}.pdf"
    found = [("PDF", link_to(whole, name), "")] if whole in known else []
    for title, path in (("TXT", f"{here}{locale.code}.txt"), ("JSON", f"{here}index.json")):
        if path in known:
            found.append((title, link_to(path, ""), shown(len(formats.content(edition, path)), locale)))
    return found


@memoized
def _names(edition: Edition) -> dict[str, str]:
    """The unit or section of each card, by the card's address."""
    return {there: name for name, there in cards(edition).items()}


def _neighbours(edition: Edition, name: str) -> tuple[str, str]:
    """The unit or section before this one and the one after it; empty where there is none."""
    return _all_neighbours(edition)[name]


@memoized
def _all_neighbours(edition: Edition) -> dict[str, tuple[str, str]]:
    units = [one for one in cards(edition) if UNIT.fullmatch(one)]
    others = [one for one in cards(edition) if not UNIT.fullmatch(one)]
    return {
        name: (before, after)
        for alike in (units, others)
        for before, name, after in zip(("", *alike), alike, (*alike[1:], ""), strict=False)
    }


@memoized
def _terms(edition: Edition) -> dict[str, list[str]]:
    """The glossary entries that each unit mentions, in the order of the glossary."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in edition.glossary:
        for unit in mentions(edition)[key]:
            found[unit].append(key)
    return found


@memoized
def _critical(edition: Edition) -> dict[str, list[str]]:
    """The text-critical notes on each unit."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, record in edition.emendations.notes.items():
        found[record.unit].append(key)
    return found


@memoized
def _notes(edition: Edition, page: Page) -> dict[str, dict[str, None]]:
    """The notes that each unit cites, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for occurrence in page.occurrences:
        if NOTE.fullmatch(occurrence.key):
            found[occurrence.unit][occurrence.key] = None
    return found


@memoized
def _parts(edition: Edition, page: Page) -> dict[str, list[str]]:
    """The parts of each unit, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for part, _ in structure(edition, page):
        found[part.rpartition("-")[0]].append(part)
    return found


def _paragraph(edition: Edition, locale: Locale, name: str) -> dict[str, Any]:
    """Everything about a paragraph: its parts, notes, text-critical notes, events and terms."""
    page = edition.article(locale)
    return {
        "parts": _parts(edition, page).get(name, []),
        "notes": [
            (key, key.removeprefix("n"), edition.references[key].entry.get(locale.code, ""))
            for key in _notes(edition, page).get(name, ())
            if key in edition.references
        ],
        "critical": [
            (key, edition.emendations.notes[key], type_word(edition, edition.emendations.notes[key].type, locale))
            for key in _critical(edition).get(name, ())
        ],
        "events": edition.events_of.get(name, []),
        "terms": [(key, edition.glossary[key].head(locale)) for key in _terms(edition).get(name, ())],
    }


def _section(edition: Edition, locale: Locale, name: str) -> dict[str, Any]:
    """The content of a section: its subsections, and the first words of its paragraphs."""
    section = sections(edition)[name]
    titles, texts = headings(edition, locale), units(edition, locale)
    return {
        "subsections": [(card(one), titles.get(one, "")) for one in section.subsections],
        "paragraphs": [
            (card(unit), unit.removeprefix("p"), _opening(texts[unit].words)) for unit in section.units if unit in texts
        ],
    }


def _opening(words: str) -> str:
    """The first words of a paragraph."""
    first = words.split(" ")
    return " ".join(first[:_OPENING]).rstrip(",;:.–— ") + " …" if len(first) > _OPENING else words
