"""What edition.yml or the description of the article says of it is not what the article says of itself.

Citations are made from the one, search engines show the other, and readers compare both with the article. Its
description names its author and its title, as it has them.

Bad:   title: {en: Historical stages of self-government}, and another title on the English page
Good:  the title, the author, the issue and its year as the article has them
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.numbers import numbers
from ...text.sections import headings, sections
from ...text.units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare title and author with the units of every article, and the figures with the line of its issue."""
    facts = edition.facts.article
    for locale in edition.locales:
        here = units(edition, locale)
        said_of = {
            "title": (facts.title.get(locale.code, ""), ("title",)),
            "author": (edition.author(locale), ("author", "family")),
        }
        for name, (said, key) in said_of.items():
            if name in here and said != here[name].words:
                place = facts.where(*key, locale.code)
                yield Problem(place, f"{name}, {locale.code}: «{said}» is not what the article has", here[name].words)
            meta = edition.article(locale).meta
            if name in here and here[name].words not in str(meta.values["description"]):
                message = f"the description does not have the {name} that the article has"
                yield Problem(meta.place("description"), message, here[name].words)
        called = headings(edition, locale)
        for name in sections(edition):
            word = edition.strings.values.get(f"unit.{name}", {}).get(locale.code)
            if word and called.get(name, word) != word:
                place = edition.article(locale).ids[name]
                message = f"the heading of {name} is «{called[name]}», and strings.yml calls the section «{word}»"
                yield Problem(place, message, "give it one name")
    issue = units(edition, edition.original).get("issue")
    if issue:
        printed = {number.value for number in numbers(issue.words, edition.original.cldr)}
        for name in ("year", "issue", "whole_number", "first_page"):
            figure = getattr(facts, name)
            if figure is not None and figure not in printed:
                yield Problem(facts.where(name), f"{name}: the article does not say {figure}", issue.words)
