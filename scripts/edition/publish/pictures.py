"""Pictures typeset by Typst, and its fonts: those that come with it, the same on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

PPI = 72  # one point is one pixel


def typeset_picture(template: Path, data: str) -> bytes:
    """A template with its data, as a PNG; the template finds the data in `sys.inputs.data`.

    Raises ValueError if Typst warns, for example of a missing letter, or if the result has more than one page.
    """
    import typst  # slow to import, and not needed for pictures that have not changed

    result, warnings = typst.compile_with_warnings(
        template, root=template.parent, font_paths=fonts(), format="png", ppi=PPI, sys_inputs={"data": data}
    )
    if warnings:
        raise ValueError(f"{template.name}: {warnings[0].message}")
    if isinstance(result, bytes):
        return result
    raise ValueError(f"{template.name}: the picture runs over to a second page")


@cache
def fonts() -> typst.Fonts:
    """The fonts that come with Typst, and no others."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
