"""Blanks what Markdown takes literally: code, comments and escaped characters."""

from __future__ import annotations

import re

_LITERAL = re.compile(
    r"""
      ^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?P=fence)[ ]*$    # a fenced code block
    | <!--.*?-->                                                   # a comment
    | <(?P<tag>pre|code|script|style)\b.*?</(?P=tag)\s*>           # HTML elements without Markdown
    | (?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)    # inline code
    | \\[\\`*_{}\[\]()<>\#+.!|-]                                   # an escaped character
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:[ ]{4,}[^\n]*(?:\n|\Z))+")
# In a list, indented text belongs to the item.
_LIST = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s{2,}\S")


def masked(markdown: str) -> str:
    """The text with everything blanked that Markdown takes literally; every line keeps its length."""
    blanked = _LITERAL.sub(lambda match: _blank(match[0]), markdown)

    def indented(match: re.Match[str]) -> str:
        above = blanked[: match.start()].rstrip("\n").rpartition("\n")[2]
        # A paragraph that begins with code or a comment only looks indented because its beginning is blanked.
        written = markdown.startswith("    ", match.start())
        return _blank(match[0]) if written and not _LIST.match(above) else match[0]

    return _INDENTED.sub(indented, blanked)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def fences_masked(markdown: str) -> str:
    """The text with code, comments and escaped characters blanked, except indented code."""
    return _LITERAL.sub(lambda match: _blank(match[0]), markdown)


def comments(markdown: str) -> list[int]:
    """The offsets at which comments begin."""
    return [match.start() for match in _LITERAL.finditer(markdown) if match[0].startswith("<!--")]
