"""An id has an invalid form.

Ids are lower-case ASCII letters, digits and hyphens, and begin with a letter. A space, a dot or a colon breaks links,
style sheets and citations.

Bad:   {: #p.12 }
Good:  {: #p12 }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Problem
from ...model.edition import Edition

_FORM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check(edition: Edition) -> Iterator[Problem]:
    """Look at every id in the Markdown, and for attribute lists with a bare word beside the id."""
    for page in edition.pages.values():
        for match in page.given:
            group = "id" if match["id"] is not None else "html"
            name = match[group]
            place = page.place(match.start(group))
            if not _FORM.fullmatch(name):
                hint = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
                yield Problem(place, f"«{name}» is not a valid id", f"for example {hint}" if hint else "")
            elif group == "id":
                rest = match[0][match.end("id") - match.start() :].strip(" }")
                stray = [word for word in rest.split() if not re.match(r"[.#]|[\w-]+=", word)]
                if stray:
                    yield Problem(place, f"the id «{name} {stray[0]}» contains a space", f"{name}-{stray[0]}")
