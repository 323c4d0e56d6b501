"""edition.yml disagrees with the article about its title, author or issue.

Citations are made from edition.yml, and readers check them against the article.

Bad:   title: {en: Historical stages of self-government}, but the English page has another title
Good:  title, author, issue and year as in the article
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition
from ...text.numbers import numbers
from ...text.units import units


def check(edition: Edition) -> Iterator[Problem]:
    """Compare title and author with the units of every article, and the figures with the unit that names the issue."""
    facts = edition.facts.article
    for locale in edition.locales:
        here = units(edition, locale)
        expected = {
            "title": (facts.title.get(locale.code, ""), ("title",)),
            "author": (edition.author(locale), ("author", "family")),
        }
        for name, (value, key) in expected.items():
            if name in here and value != here[name].words:
                place = facts.where(*key, locale.code)
                yield Problem(place, f"{name}, {locale.code}: «{value}» differs from the article", here[name].words)
    issue = units(edition, edition.original).get("issue")
    if issue:
        in_issue = {number.value for number in numbers(issue.words, edition.original.cldr)}
        for name in ("year", "issue", "whole_number", "first_page"):
            figure = getattr(facts, name)
            if figure is not None and figure not in in_issue:
                yield Problem(facts.where(name), f"{name}: the article does not say {figure}", issue.words)
