"""The fonts that pages are tested with, the same on every machine: narrow and wide ones, both with all Kazakh letters.

The narrow fonts are PT Serif, the first choice of our style sheets, and PT Sans; both come from PyPI with the other
test packages. The wide fonts are the same, stretched until a letter of the Kazakh article is on average as wide as in
DejaVu, the widest common font and the only one on a minimal Debian. Widths in ems:

                regular  italic  bold   bold italic
    PT Serif      0.510   0.499  0.554        0.537
    DejaVu Serif  0.580   0.606  0.652        0.681
    PT Sans       0.476   0.476  0.482        0.482
    DejaVu Sans   0.582   0.582  0.645        0.644
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

PACKAGES = ("fontpkg_pt_serif", "fontpkg_pt_sans")
# The factor by which each file is stretched to the width of DejaVu.
WIDER = {
    "PT_Serif-Web-Regular": 0.580 / 0.510,
    "PT_Serif-Web-Italic": 0.606 / 0.499,
    "PT_Serif-Web-Bold": 0.652 / 0.554,
    "PT_Serif-Web-BoldItalic": 0.681 / 0.537,
    "PT_Sans-Web-Regular": 0.582 / 0.476,
    "PT_Sans-Web-Italic": 0.582 / 0.476,
    "PT_Sans-Web-Bold": 0.645 / 0.482,
    "PT_Sans-Web-BoldItalic": 0.644 / 0.482,
}
FACES = ("narrow", "wide")
REPLACEMENTS = {"serif": "PT Serif", "sans-serif": "PT Sans", "system-ui": "PT Sans", "monospace": "PT Sans"}
# Tables that repeat widths, hold pixel values, or contain a signature.
STALE = ("DSIG", "LTSH", "VDMX", "hdmx", "kern", "GPOS", "cvt ", "fpgm", "prep")


def make(folder: Path) -> None:
    """Create the fonts of each face, and a fontconfig configuration with only these fonts, such as `wide.conf`."""
    for face in FACES:
        (folder / face).mkdir(parents=True)
        for file in (path for package in PACKAGES for path in Path(str(files(package))).rglob("*.ttf")):
            if face == "narrow":
                (folder / face / file.name).symlink_to(file)
            else:
                _stretch(file, folder / face / file.name, WIDER[file.stem])
        aliases = "".join(
            f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>\n"
            for name, family in REPLACEMENTS.items()
        )
        # Paths are relative to the file, because its folder may still be renamed.
        (folder / f"{face}.conf").write_text(
            '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
            f'<dir prefix="relative">{escape(face)}</dir>\n'
            f"{aliases}</fontconfig>\n",
            encoding="utf-8",
        )


def _stretch(source: Path, target: Path, factor: float) -> None:
    """Write a font with every glyph stretched horizontally by a factor."""
    font = TTFont(source)
    for table in STALE:
        if table in font:
            del font[table]
    glyphs, widths = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        glyph = glyphs[name]
        glyph.removeHinting()
        if glyph.isComposite():
            for part in glyph.components:
                part.x = round(part.x * factor)
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((factor, 1))
            glyph.coordinates.toInt()
    for name, (width, left) in list(widths.metrics.items()):
        widths.metrics[name] = (round(width * factor), round(left * factor))
    for name in font.getGlyphOrder():
        glyphs[name].recalcBounds(glyphs)
    font.save(target)
