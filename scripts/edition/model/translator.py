"""The text of the interface in one language, from docs/_data/strings.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .page import Locale
from .yaml_data import Data, Localized

# What stands where strings.yml has no text for a key: a check of the site looks for it in all that was made.
MISSING = re.compile(r"⟦(?P<key>[^⟦⟧]+)⟧")


@dataclass(frozen=True, eq=False)
class Translator:
    """Called with a key of strings.yml, gives its text in this language."""

    strings: Data[dict[str, Localized]]
    locale: Locale

    def __call__(self, key: str, /, **values: object) -> str:
        """The text for a key, with each `{name}` in it replaced by the value of that name.

        A key that strings.yml does not have gives a text that `MISSING` matches.
        """
        text = self.strings.values.get(key, {}).get(self.locale.code, f"⟦{key}⟧")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text
