"""The text of the interface in one language, from docs/_data/strings.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .page import Locale
from .yaml_data import Data, Localized

# The placeholder for a key that strings.yml does not have; a check of the rendered site looks for it.
MISSING = re.compile(r"⟦(?P<key>[^⟦⟧]+)⟧")


@dataclass(frozen=True, eq=False)
class Translator:
    """Translates keys of strings.yml into one language."""

    strings: Data[dict[str, Localized]]
    locale: Locale

    def __call__(self, key: str, /, **values: object) -> str:
        """The text for a key, with each `{name}` replaced by the value of that name.

        For a key that strings.yml does not have, the result matches `MISSING`.
        """
        text = self.strings.values.get(key, {}).get(self.locale.code, f"⟦{key}⟧")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text
