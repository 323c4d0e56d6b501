"""Exports a citation for reference managers, as CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from ..model.edition import Edition
from ..model.translator import Translator
from .cited import PARAGRAPH, PRINT, SECTION, Cited
from .phrases import described_journal, first_printed, heading, paragraph, what
from .text import capital, join, plain

# Characters that are special in TeX, with their escapes.
_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TITLES = ("title", "booktitle", "origtitle", "journal")


def csl_json(edition: Edition, cited: Cited) -> str:
    """CSL-JSON (schema 1.0): a list of one item."""
    return json.dumps([_item(edition, cited)], ensure_ascii=False, indent=2) + "\n"


def bibtex(edition: Edition, cited: Cited) -> str:
    """BibTeX in UTF-8, as BibLaTeX and biber read it; addresses are not escaped.

    Styles put titles in small letters, except what is in braces of its own. They require an article to have a journal;
    this one's name is unknown, so it has the description in brackets that bibliographies give for such a serial.
    """
    item = _item(edition, cited)
    fields = {
        "author": ", ".join(filter(None, (cited.family, cited.given))),
        "title": item["title"],
        "booktitle": item.get("container-title"),
        "journal": described_journal(edition.translator(cited.original)) if cited.kind == PRINT else None,
        "year": item["issued"]["date-parts"][0][0],
        "origdate": None if cited.kind == PRINT else cited.year,
        "origtitle": item.get("original-title"),
        "number": item.get("issue"),
        # The text does not give the last page; in BibTeX, + means «and the following pages».
        "pages": f"{cited.first_page}+" if cited.kind == PRINT and cited.first_page else None,
        "version": item.get("version"),
        "language": item["language"],
        "note": item.get("note"),
        "url": item.get("URL"),
    }
    kind = {PRINT: "article", SECTION: "incollection"}.get(cited.kind, "misc")
    lines = [f"  {name} = {{{_value(name, str(value))}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{item['id']},\n{''.join(lines)}}}\n"


def ris(edition: Edition, cited: Cited) -> str:
    """RIS: one record; lines end with CR LF, as the format requires."""
    item = _item(edition, cited)
    fields = [
        ("TY", {PRINT: "JOUR", SECTION: "CHAP"}.get(cited.kind, "ELEC")),
        ("ID", item["id"]),
        ("AU", ", ".join(filter(None, (cited.family, cited.given)))),
        ("TI", item["title"]),
        ("T2", item.get("container-title")),
        ("PY", item["issued"]["date-parts"][0][0]),
        ("DA", None if cited.kind == PRINT else cited.released.strftime("%Y/%m/%d")),
        ("IS", item.get("issue")),
        ("SP", item.get("page-first")),
        ("ET", item.get("version")),
        ("LA", item["language"]),
        ("UR", item.get("URL")),
        ("N1", item.get("note")),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


FORMATS: dict[str, tuple[str, Callable[[Edition, Cited], str]]] = {
    "bib": ("BibTeX", bibtex),
    "ris": ("RIS", ris),
    "json": ("CSL-JSON", csl_json),
}

MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


def _item(edition: Edition, cited: Cited) -> dict[str, Any]:
    """A CSL-JSON item without empty values."""

    ui_text = edition.translator(cited.locale)

    author = {"family": cited.family, "given": cited.given}
    item: dict[str, Any] = {
        "id": _key(edition, cited),
        "author": [{name: value for name, value in author.items() if value}],
        "title": cited.title,
        "language": (cited.original if cited.kind == PRINT else cited.locale).code,
    }
    if cited.kind == PRINT:
        item |= {
            "type": "article-journal",
            "title": cited.original_title,
            "issued": {"date-parts": [[cited.year]]},
            "issue": cited.issue_number,
            # Zotero and citeproc read only `page`.
            "page": str(cited.first_page or ""),
            "page-first": str(cited.first_page or ""),
            "note": "" if cited.locale.original else cited.title,
        }
    else:
        day = cited.released
        item |= {
            "type": "webpage",
            "genre": capital(ui_text("citation.edition")),
            "issued": {"date-parts": [[day.year, day.month, day.day]]},
            "original-date": {"date-parts": [[cited.year]]},
            "original-title": "" if cited.locale.original else cited.original_title,
            "version": cited.version,
            "URL": cited.url,
            "note": _note(cited, ui_text),
        }
    if cited.kind == SECTION:
        item |= {"type": "chapter", "title": heading(cited), "container-title": cited.title}
    if cited.kind == PARAGRAPH:
        item["section"] = paragraph(cited, ui_text)
    return {name: value for name, value in item.items() if value}


def _note(cited: Cited, ui_text: Translator) -> str:
    """Facts that have no field of their own: the paragraph, the translation, and where the original was printed."""
    said = [paragraph(cited, ui_text), *what(cited, ui_text)[1:], first_printed(cited, ui_text)]
    return plain(join(map(capital, said), ". ", "."))


def _key(edition: Edition, cited: Cited) -> str:
    """A citation key that is unique in a library: `sheriyazdanov2021`, `sheriyazdanov2026-p12-ru`."""
    families = edition.facts.article.author.family.values()
    family = next((name.lower() for name in families if re.fullmatch(r"[A-Za-z-]+", name)), "article")
    if cited.kind == PRINT:
        return f"{family}{cited.year}"
    return "-".join(filter(None, (f"{family}{cited.released.year}", cited.anchor, cited.locale.code)))


def _value(field: str, words: str) -> str:
    if field == "url":
        return words
    return f"{{{_escaped(words)}}}" if field in _TITLES else _escaped(words)


def _escaped(words: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in words)
