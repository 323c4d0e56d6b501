"""The words of the interface: none missing, none left over, none of another language."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import lxml.html
import yaml
from support.projects import ROOT

STRINGS = yaml.safe_load((ROOT / "docs/_data/strings.yml").read_text(encoding="utf-8"))
# Keys whose last part is a name out of the data.
MADE = (
    "unit.",
    "citation.style.",
    "citation.edition.",
    "citation.print.",
    "glossary.",
    "notes.status.",
    "critical.emendation.",
    "critical.doubtful.",
    "critical.remark.",
    "reading.",
)
KEY = re.compile(rf"\b({'|'.join(sorted({key.partition('.')[0] for key in STRINGS}))})\.[a-z][a-z.-]*[a-z]\b")
FILE = re.compile(r"\b[\w.-]+\.(?:json|pdf|zip|zip\.sha256)\b")  # looks like a key


def test_no_page_shows_a_key_for_words(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree = lxml.html.document_fromstring(path.read_bytes())
        shown = " ".join([tree.text_content(), *tree.xpath("//@aria-label"), *tree.xpath("//@title")])
        assert not KEY.search(FILE.sub("", shown)), path


def test_every_word_is_used() -> None:
    files = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "scripts/edition").rglob("*.py")]
    used = "".join(path.read_text(encoding="utf-8") for path in files)
    left = [key for key in STRINGS if key not in used and not key.startswith(MADE)]
    assert not left


def test_words_taken_from_the_theme_are_there_in_every_language() -> None:
    """Kazakh has those that our templates ask for, and no others; the theme has them in the other languages."""
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    asked_for = set(re.findall(r"""\blang\.t\(["']([a-z.]+)["']\)""", templates))
    entries = re.compile(r'^\s*"([a-z.]+)": "[^"]', re.MULTILINE)
    theme = Path(importlib.util.find_spec("material").origin).parent / "templates/partials/languages"
    ours = (ROOT / "overrides/partials/languages/kk.html").read_text(encoding="utf-8")
    assert set(entries.findall(ours)) == asked_for
    for code in ("ru", "en"):
        assert asked_for <= set(entries.findall((theme / f"{code}.html").read_text(encoding="utf-8"))), code


def test_terms_of_historians_and_lawyers_are_there() -> None:
    ru = (ROOT / "docs/ru/index.md").read_text(encoding="utf-8")
    en = (ROOT / "docs/en/index.md").read_text(encoding="utf-8")
    for term in ("маслихат", "аким", "акимат", "сельски", "окружных приказов", "самообложени", "старш"):
        assert term in ru, term
    for term in ("maslikhat", "akim", "akimat", "rural district", "prikaz", "self-taxation", "senior sultan"):
        assert term in en, term
    assert "МӘМ" not in ru + en and "local government" not in re.sub(r"(?s)^.*?# ", "", en).split("## ", 1)[1]
