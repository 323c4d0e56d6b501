"""A text of the data, or of a page's front matter, contains markup, a link or a character reference.

These texts are not Markdown: readers would see the markup itself.

Bad:   en: The **second** stage      en: see [the law](index.md#p12)      en: AT&amp;T
Good:  en: The second stage
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...markup.character_references import character_references
from ...model.edition import Edition
from ...text.data_values import data_values

_MARKUP = re.compile(
    r"""
      \*\*|__ | (?<!\w)(?P<sign>[*_])(?=\S)[^*_\n]+(?<=\S)(?P=sign)(?!\w) | `+    # emphasis, code
    | \]\( | \]\[ | !\[ | \[\^ | \[\[ | \{: | \^\[ | :::                          # links, marks, blocks, attributes
    | <!-- | </?[a-zA-Z][^<>]*> | <\w+://                                         # HTML
    | (?:https?://|www\.)\w                                                       # an address
    | ^(?:\#{1,6}|>|[-*+])\ (?=\S)                                                # a heading, a quotation, a list item
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS = ("*", "_", "`", "[", "]", "{:", ":::", "<", "&", "://", "www.", "# ", "> ", "\n")
_STARTS = ("- ", "+ ")


def check(edition: Edition) -> Iterator[Problem]:
    """Check every text of the data files that readers see, and every front matter."""
    for name, text, place in data_values(edition):
        # A quick test first: most texts have none of these characters.
        if not any(sign in text for sign in _SIGNS) and not text.startswith(_STARTS):
            continue
        if match := _MARKUP.search(text):
            shown = text[match.start() : match.start() + 20].partition("\n")[0]
            yield Problem(place, f"{name}: «{shown}» would be shown literally", "write it without markup")
        for match, meant in character_references(text):
            hint = f"write the character: {meant}" if meant.isprintable() else "remove it"
            yield Problem(place, f"{name}: «{match[0]}» would be shown literally", hint)
