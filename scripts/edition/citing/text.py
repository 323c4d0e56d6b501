"""The text of a citation, as runs; some are in italics, some depend on an address or an access date."""

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

    `kind` is `title` (in italics), `address` (the address itself), `date` (a pattern with `{date}`, the access date;
    `{date:words}` has its month in words) or empty. `needs` names what the run depends on, and it is left out without
    it: the address of the site, or the access date, which is only known when the page is read.
    """

    text: str
    kind: str = ""
    needs: str = ""


Part = str | Run | list[Run]


def runs(*parts: Part) -> list[Run]:
    """The parts as one list of runs, without empty ones."""
    found: list[Run] = []
    for part in parts:
        if isinstance(part, list):
            found += part
        elif part:
            found.append(Run(part) if isinstance(part, str) else part)
    return found


def join(parts: Iterable[Part], between: str, end: str = "") -> list[Run]:
    """The parts joined by a separator, without empty ones; full stops are not doubled."""
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
    """The address and, if the style requires it, the access date as a pattern with `{date}`."""
    found = [Run(cited.url, "address", ADDRESS)]
    return [*found, Run(accessed, "date", DATE)] if accessed else found


def plain(found: Iterable[Run], address: str = "", day: str = "") -> str:
    """A citation as plain text; runs that need an address or a date are left out if these are not given."""
    words = []
    for run in found:
        if (run.needs and not address) or (run.needs == DATE and not day):
            continue
        words.append(address if run.kind == "address" else _DAY.sub(day, run.text))
    return "".join(words)


def capital(words: str) -> str:
    """The text with its first letter capitalized."""
    return words[:1].upper() + words[1:]


def _after(whole: list[Run], mark: str) -> str:
    if whole and mark.startswith(".") and whole[-1].text.endswith("."):
        return mark[1:]
    return mark
