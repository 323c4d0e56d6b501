"""edition.yml or the description of the article disagrees with the article about its title, author or issue.

Citations are made from edition.yml, search engines show the description, and readers check both against the article.
The description must contain author and title as in the article.

Bad:   title: {en: Historical stages of self-government}, but the English page has another title
Good:  title, author, issue and year as in the article
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
        expected = {
            "title": (facts.title.get(locale.code, ""), ("title",)),
            "author": (edition.author(locale), ("author", "family")),
        }
        for name, (said, key) in expected.items():
            if name in here and said != here[name].words:
                place = facts.where(*key, locale.code)
                yield Problem(place, f"{name}, {locale.code}: «{said}» differs from the article", here[name].words)
            meta = edition.article(locale).meta
            if name in here and here[name].words not in str(meta.values["description"]):
                message = f"the description does not contain the {name} of the article"
                yield Problem(meta.place("description"), message, here[name].words)
        called = headings(edition, locale)
        for name in sections(edition):
            word = edition.strings.values.get(f"unit.{name}", {}).get(locale.code)
            if word and called.get(name, word) != word:
                place = edition.article(locale).ids[name]
                message = f"the heading of {name} is «{called[name]}», but strings.yml has «{word}»"
                yield Problem(place, message, "use one name")
    issue = units(edition, edition.original).get("issue")
    if issue:
        in_issue = {number.value for number in numbers(issue.words, edition.original.cldr)}
        for name in ("year", "issue", "whole_number", "first_page"):
            figure = getattr(facts, name)
            if figure is not None and figure not in in_issue:
                yield Problem(facts.where(name), f"{name}: the article does not say {figure}", issue.words)
