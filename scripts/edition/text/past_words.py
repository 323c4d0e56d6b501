"""Words that a release had and that have changed since, found again in the history of the repository.

The digest in the record proves that they are the right ones, so it does not matter in which commit they are found.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import replace

from ..findings import LoadError
from ..model.addressing import ARTICLE
from ..model.edition import Edition
from ..model.page import Locale, Page
from .translation_status import text_digest
from .wording import wording


def found_again(edition: Edition, locale: Locale, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The words of units, by unit and digest, as the newest commits have them; what no commit has is left out."""
    missing, found = set(wanted), {}
    for past in _past(edition, locale):
        if not missing:
            break
        words = wording(past, locale)
        for name, digest in list(missing):
            if name in words and text_digest(words[name]) == digest:
                found[name, digest] = words[name]
                missing.remove((name, digest))
    return found


def at_commit(edition: Edition, locale: Locale, commit: str) -> Edition | None:
    """This edition, with the article in one language as a commit has it; None if the commit does not have it."""
    page = edition.article(locale)
    text = _git(edition, "show", f"{commit}:./{page.path}")
    head = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    if not head:
        return None
    old = Page(locale, ARTICLE, page.path, page.meta, text, head.end())
    return replace(edition, pages={**edition.pages, (locale.code, ARTICLE): old}, results={})


def _past(edition: Edition, locale: Locale) -> Iterator[Edition]:
    """The edition with the article in one language as each commit has it, newest first."""
    for commit in _git(edition, "log", "--format=%H", "--", f"./{edition.article(locale).path}").split():
        try:
            if past := at_commit(edition, locale, commit):
                yield past
        except LoadError:  # a commit whose Markdown cannot be read has no words
            continue


def _git(edition: Edition, *arguments: str) -> str:
    """What git prints; nothing without git or a repository."""
    command = ["git", "-C", str(edition.root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.CalledProcessError):
        return ""
