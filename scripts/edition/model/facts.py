"""docs/_data/edition.yml: facts about the edition and its printed source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from ..findings import Finding, LoadError, Place
from .yaml_data import Localized, Raw


@dataclass(frozen=True)
class Author:
    """The author's name in each language."""

    given: Localized
    family: Localized


@dataclass(frozen=True)
class Article:
    """What the article states about its own publication; None for what it does not state.

    `probable_journal` is a conjecture, in the original's language; empty if there is none. `where` takes the keys of a
    value, `("title", "en")`, and returns its place, or the place of the nearest parent that has one.
    """

    author: Author
    title: Localized
    year: int
    probable_journal: str
    issue: int | None
    whole_number: int | None
    first_page: int | None
    where: Callable[..., Place] = field(repr=False, compare=False)


@dataclass(frozen=True)
class NamedTranslator:
    """Who translated the article into a language (its code), with the place in edition.yml where this stands."""

    into: str
    name: Localized
    place: Place = field(repr=False, compare=False)


@dataclass(frozen=True)
class Responsibility:
    """Who answers for the edition: names in every language, empty if nobody is named.

    `contact` is an e-mail address or a web address, or empty.
    """

    editor: Localized
    translators: tuple[NamedTranslator, ...]
    publisher: Localized
    contact: str


@dataclass(frozen=True)
class Facts:
    """The edition's version, its release date, and the names of its pages in the order of the navigation.

    `identifier` is the permanent name of the edition. `files` are the patterns of other files allowed in docs/.
    """

    version: str
    released: date
    identifier: str
    responsibility: Responsibility
    pages: tuple[str, ...]
    files: tuple[str, ...]
    article: Article


def facts_of(data: Raw) -> Facts:
    """The facts of edition.yml, except the languages. Raises LoadError if `released` is not a valid calendar date."""
    values = data.values
    try:
        released = date.fromisoformat(values["released"])
    except ValueError as error:
        message = f"released: not a valid calendar date: {error}"
        raise LoadError([Finding(data.place("released"), "YAML005", message)]) from None
    article = values["article"]
    return Facts(
        version=values["version"],
        released=released,
        identifier=values["identifier"],
        responsibility=_responsibility(data),
        pages=tuple(values["pages"]),
        files=tuple(values.get("files", ())),
        article=Article(
            author=Author(**article["author"]),
            title=article["title"],
            year=article["year"],
            probable_journal=article.get("probable_journal", ""),
            issue=article.get("issue"),
            whole_number=article.get("whole_number"),
            first_page=article.get("first_page"),
            where=partial(data.place, "article"),
        ),
    )


def _responsibility(data: Raw) -> Responsibility:
    values = data.values.get("responsibility", {})
    return Responsibility(
        editor=values.get("editor") or {},
        translators=tuple(
            NamedTranslator(one["into"], one["name"], data.place("responsibility", "translators", nth, "into"))
            for nth, one in enumerate(values.get("translators", []))
        ),
        publisher=values.get("publisher") or {},
        contact=values.get("contact") or "",
    )
