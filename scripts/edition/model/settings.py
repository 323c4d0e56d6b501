"""The Markdown settings of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import markdown

from ..findings import Finding
from .yaml_data import Raw

# Extensions that MkDocs adds before those of mkdocs.yml.
BUILT_IN = ("toc", "tables", "fenced_code")


def refused(settings: Raw) -> Iterator[Finding]:
    """A finding if Python-Markdown rejects the extensions of mkdocs.yml."""
    try:
        markdown.Markdown(**extensions(settings.values))
    except Exception as error:  # extensions may raise anything for a wrong name or option
        place = settings.place("markdown_extensions")
        yield Finding(place, "YAML005", f"markdown_extensions: rejected by Python-Markdown: {error}")


def extensions(settings: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `markdown.Markdown` for the extensions of mkdocs.yml and those that MkDocs adds."""
    options: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    for entry in settings["markdown_extensions"]:
        options.update({entry: {}} if isinstance(entry, str) else {name: value or {} for name, value in entry.items()})
    return {"extensions": list(options), "extension_configs": options}
