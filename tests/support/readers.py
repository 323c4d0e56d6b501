"""What readers type, what must come back, and how well that is answered: the queries of tests/queries/readers.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FIRST = 3  # among so many the best unit is looked for
_PARAGRAPH = re.compile(r"(p\d+)(-\d+)?")


@dataclass(frozen=True)
class Asked:
    """One query: see the head of readers.yml."""

    words: str
    language: str
    kind: str
    must: frozenset[str]
    may: frozenset[str]
    first: str | None


@dataclass
class Marks:
    """The marks of a row of the table: sums over its queries."""

    queries: int = 0
    recall: float = 0
    precision: float = 0
    answered: int = 0
    first: int = 0
    firsts: int = 0
    empty: list[str] = field(default_factory=list)

    def add(self, asked: Asked, given: Sequence[str]) -> None:
        """Judge the answers to one query, the best first. What the reader did not judge does not count."""
        known = asked.must | asked.may
        folded = dict.fromkeys(match[1] if (match := _PARAGRAPH.fullmatch(one)) else one for one in given)
        judged = [one for one in folded if one in known or _PARAGRAPH.fullmatch(one)]
        counted = [one for one in judged if one not in asked.may]
        right = len(asked.must.intersection(counted))
        self.queries += 1
        self.recall += right / len(asked.must)
        # Who finds nothing has no precision either.
        if counted or not judged:
            self.answered += 1
            self.precision += right / max(1, len(counted))
        if asked.first:
            self.firsts += 1
            self.first += asked.first in judged[:FIRST]
        if not judged:
            self.empty.append(asked.words)

    @property
    def row(self) -> tuple[float, float, float]:
        """Mean recall, mean precision, the part of the queries with the best unit among the first."""
        return (
            self.recall / self.queries,
            self.precision / self.answered if self.answered else 0,
            self.first / self.firsts if self.firsts else 1,
        )


def read(path: Path) -> list[Asked]:
    """The queries of a file."""
    return [
        Asked(one["q"], one["lang"], one["kind"], frozenset(one["must"]), frozenset(one["may"]), one["first"])
        for one in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def half(queries: list[Asked], tuned: bool) -> list[Asked]:
    """The half that the ranking was tuned by, or the other: in each language the queries are dealt in turn."""
    by_language: dict[str, list[Asked]] = {}
    for one in queries:
        by_language.setdefault(one.language, []).append(one)
    return [one for those in by_language.values() for one in those[0 if tuned else 1 :: 2]]


def table(queries: list[Asked], found: list[list[str]]) -> dict[str, Marks]:
    """The marks of all, of each language, and of each kind."""
    rows: dict[str, Marks] = {}
    for asked, given in zip(queries, found, strict=True):
        for row in ("all", asked.language, asked.kind):
            rows.setdefault(row, Marks()).add(asked, given)
    return rows


def lines(tables: dict[str, dict[str, Marks]]) -> Iterator[str]:
    """The tables of several searches beside each other: recall, precision, first, and how many find nothing."""
    first, *_ = tables.values()
    yield f"{'':14}{'queries':>8}" + "".join(f"{name:>30}" for name in tables)
    for row in first:
        cells = (
            "{:.3f} / {:.3f} / {:.3f} {:5}".format(*one[row].row, f"({len(one[row].empty)})") for one in tables.values()
        )
        yield f"{row:14}{first[row].queries:8}" + "".join(f"{cell:>30}" for cell in cells)


def missed(queries: list[Asked], found: list[list[str]]) -> Iterator[str]:
    """What was missed and what was wrong, query by query."""
    for asked, given in zip(queries, found, strict=True):
        paragraphs = {match[1] for one in given if (match := _PARAGRAPH.fullmatch(one))}
        short, wrong = sorted(asked.must - {*given} - paragraphs), sorted(paragraphs - asked.must - asked.may)
        if short or wrong:
            yield f"{asked.language} {asked.kind}: {asked.words} missed {short} wrong {wrong}"
