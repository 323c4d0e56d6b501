"""docs/_data/edition.yml: what the edition is, and what is known of the print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from ..findings import Finding, LoadError, Place
from .yaml_data import Localized, Raw


@dataclass(frozen=True)
class Author:
    """The author's name, in each language."""

    given: Localized
    family: Localized


@dataclass(frozen=True)
class Article:
    """What the article says of its own publication; None for what it does not say.

    `probable_journal` is a conjecture, in the original's language; empty if there is none. `where` gives the place of a
    part of it by its keys, `("title", "en")`; of the nearest above, if it has none.
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
class Facts:
    """The edition's version, the day it was released, the names of its pages in the order of the navigation.

    `files` are the patterns of what else may lie below docs/.
    """

    version: str
    released: date
    pages: tuple[str, ...]
    files: tuple[str, ...]
    article: Article


def facts_of(data: Raw) -> Facts:
    """What edition.yml says, but for the languages. Raises LoadError if `released` is no day of the calendar."""
    values = data.values
    try:
        released = date.fromisoformat(values["released"])
    except ValueError as error:
        message = f"released: no day of the calendar: {error}"
        raise LoadError([Finding(data.place("released"), "YAML005", message)]) from None
    article = values["article"]
    return Facts(
        version=values["version"],
        released=released,
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
