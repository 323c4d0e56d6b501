"""How to cite the article and this edition of it: what the text itself gives, and nothing else."""

from __future__ import annotations

from typing import Any

from ..model import Edition
from ..page import Page


def context(edition: Edition, page: Page) -> dict[str, Any]:
    """The facts of the print and of the edition."""
    return {"article_facts": edition.facts.values["article"], "version": edition.facts.values["version"]}
