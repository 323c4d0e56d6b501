"""What mkdocs.yml says of the Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import markdown

from ..findings import Finding
from .yaml_data import Raw

# What MkDocs puts before the extensions that mkdocs.yml names.
BUILT_IN = ("toc", "tables", "fenced_code")


def refused(settings: Raw) -> Iterator[Finding]:
    """Extensions of mkdocs.yml that Python-Markdown does not take."""
    try:
        markdown.Markdown(**extensions(settings.values))
    except Exception as error:  # whatever an extension raises at its name or options
        place = settings.place("markdown_extensions")
        yield Finding(place, "YAML005", f"markdown_extensions: Python-Markdown refuses them: {error}")


def extensions(settings: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `markdown.Markdown` for what mkdocs.yml names, with what MkDocs puts before."""
    options: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    for entry in settings["markdown_extensions"]:
        options.update({entry: {}} if isinstance(entry, str) else {name: value or {} for name, value in entry.items()})
    return {"extensions": list(options), "extension_configs": options}
