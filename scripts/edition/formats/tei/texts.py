"""The texts of all languages: front matter and body of each, in sections."""

from __future__ import annotations

from contextlib import ExitStack

from ...model.edition import Edition
from ...model.page import Locale
from ...text.unit_ids import counterpart, number
from ...text.walk import FRONT, HEADING, ITEM, TITLE, Walked, walk
from .header import EDITION
from .original import original_tokens
from .tokens import tokens, write
from .writing import Writer, identifier


def texts(edition: Edition, tei: Writer) -> None:
    """Append the `text` with a group of one text for each language."""
    with tei.inside("text"), tei.inside("group"):
        for locale in edition.locales:
            with tei.inside(
                "text", id=locale.code, lang=locale.code, type="original" if locale.original else "translation"
            ):
                _front(edition, locale, tei)
                _body(edition, locale, tei)


def _front(edition: Edition, locale: Locale, tei: Writer) -> None:
    with tei.inside("front"):
        for unit in walk(edition, locale):
            if unit.kind in (FRONT, TITLE):
                named = unit.kind == TITLE or unit.id.startswith("title")
                with tei.inside("titlePart" if named else "p", **_names(edition, locale, unit)):
                    _content(edition, locale, unit, tei)


def _body(edition: Edition, locale: Locale, tei: Writer) -> None:
    with tei.inside("body"), ExitStack() as body:
        sections: list[tuple[int, ExitStack]] = []
        listed: tuple[str, ExitStack] = ("", body.enter_context(ExitStack()))
        for unit in walk(edition, locale):
            if unit.kind in (FRONT, TITLE):
                continue
            if unit.list != listed[0]:
                listed[1].close()
                inner = ExitStack()
                if unit.list:
                    kind = "numbered" if unit.marker[0].isdigit() else "bulleted"
                    inner.enter_context(tei.inside("list", rend=kind))
                listed = (unit.list, inner)
            if unit.kind == HEADING:
                while sections and sections[-1][0] >= unit.level:
                    sections.pop()[1].close()
                opened = ExitStack()
                opened.enter_context(tei.inside("div", **_names(edition, locale, unit)))
                sections.append((unit.level, opened))
                with tei.inside("head"):
                    if unit.by_edition:
                        with tei.inside("supplied", resp=f"#{EDITION}"):
                            _content(edition, locale, unit, tei)
                    else:
                        _content(edition, locale, unit, tei)
                continue
            with tei.inside("item" if unit.kind == ITEM else "p", n=number(unit.id), **_names(edition, locale, unit)):
                _content(edition, locale, unit, tei)
        listed[1].close()
        for _, opened in reversed(sections):
            opened.close()


def _names(edition: Edition, locale: Locale, unit: Walked) -> dict[str, str]:
    """The attributes that name a unit, its language if it is not its text's, and the unit of the original."""
    found = {"id": identifier(locale, unit.id)}
    if unit.language != locale.code:
        found["lang"] = unit.language
    if not locale.original:
        names = (one.id for one in walk(edition, edition.original))
        same = next((name for name in names if counterpart(edition, locale, name) == unit.id), "")
        found["corresp"] = f"#{same}" if same else ""
    return found


def _content(edition: Edition, locale: Locale, unit: Walked, tei: Writer) -> None:
    transcribed = locale.original and not unit.by_edition
    write(tei, original_tokens(edition, unit) if transcribed else tokens(locale, unit))
