"""A citation as text: runs of words, some in italics, some that need an address or the day of reading to be whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .cited import Cited

ADDRESS, DATE = "address", "date"
_DAY = re.compile(r"\{date(:words)?\}")


@dataclass(frozen=True)
class Run:
    """A piece of a citation.

    `kind` is `title` (in italics), `address` (the address itself), `date` (a pattern with `{date}`, the day on which
    somebody reads it; `{date:words}` asks for its month in letters) or nothing. `needs` says without what it is left
    out: the address of the site, or that day, which no page knows before it is read.
    """

    text: str
    kind: str = ""
    needs: str = ""


Part = str | Run | list[Run]


def runs(*parts: Part) -> list[Run]:
    """Parts as one list of runs, empty ones left out."""
    found: list[Run] = []
    for part in parts:
        if isinstance(part, list):
            found += part
        elif part:
            found.append(Run(part) if isinstance(part, str) else part)
    return found


def join(parts: Iterable[Part], between: str, end: str = "") -> list[Run]:
    """Parts with a separator between them, empty ones left out; no point is doubled."""
    whole: list[Run] = []
    for part in map(runs, parts):
        if part and whole:
            whole.append(Run(_after(whole, between), needs=part[0].needs))
        whole += part
    return [*whole, Run(_after(whole, end))] if end else whole


def italic(title: str) -> Run:
    """A title in italics."""
    return Run(title, "title")


def located(cited: Cited, accessed: str = "") -> list[Run]:
    """Where it is: the address, and the day of reading as a pattern with `{date}`, if the style asks for it."""
    found = [Run(cited.url, "address", ADDRESS)]
    return [*found, Run(accessed, "date", DATE)] if accessed else found


def plain(found: Iterable[Run], address: str = "", day: str = "") -> str:
    """A citation as plain text; what needs an address or a day is left out if they are not given."""
    words = []
    for run in found:
        if (run.needs and not address) or (run.needs == DATE and not day):
            continue
        words.append(address if run.kind == "address" else _DAY.sub(day, run.text))
    return "".join(words)


def capital(words: str) -> str:
    """The same words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def _after(whole: list[Run], mark: str) -> str:
    if whole and mark.startswith(".") and whole[-1].text.endswith("."):
        return mark[1:]
    return mark
