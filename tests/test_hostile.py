"""Hostile input: whatever the files contain, the gate reports findings, without a traceback and in finite time."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from edition.checks.source import mark001_left_in_text
from edition.findings import LoadError, Place
from edition.gate import run as gate
from edition.markup.parsing import parse_page
from edition.model import dates
from edition.model.edition import Edition
from edition.model.literal_masking import masked
from edition.model.page import MarkOccurrence
from edition.model.reader import read_edition
from edition.model.yaml_data import parse
from edition.text import mentions
from edition.text.numbers import days, numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from support.projects import make_small

LONGEST = 60  # seconds; the timeout
MARKDOWN = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "{",
        "}",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "__",
        "#",
        "##",
        "-",
        "+",
        "1.",
        ">",
        "|",
        "\\",
        "!",
        "![",
        "](",
        "][",
        "[^",
        "[^n1]",
        "[^tc-p01-2]",
        "[^pb38]",
        "[[timeline]]",
        "[[",
        "]]",
        "{:",
        "#p1",
        "}",
        "{:",
        "#p-1",
        "}",
        "{:",
        ".x",
        "}",
        "{#p9}",
        "{:",
        'id="p1"',
        "}",
        "<!--",
        "-->",
        "<b",
        'id="p1">',
        "</b>",
        "<a",
        'href="x.md">',
        "<script>",
        "</script>",
        "<pre>",
        "</pre>",
        "<div",
        "markdown>",
        "</div>",
        "&amp;",
        "&nbsp;",
        "&#0;",
        "&#x110000;",
        "http://[x",
        "<http://x>",
        "<a@b>",
        "index.md#p1",
        "../../../x",
        "/ru/",
        "mailto:",
        "javascript:",
        "%ff",
        "%2e%2e",
        "¶",
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        "„",
        '"',
        "'",
        "1991",
        "15.02.1991",
        "99.99.9999",
        "XIX",
        "100%",
        "á",
        "\u200f",
        "𐰴",
        "мaслихат",
        "---",
        "title:",
        "***a***",
        "*a",
        "**b*",
        "[a]:",
        "[a]:x",
        "[a][b]",
        "[a][]",
        "[]",
        "[]()",
        "()[]",
        "\xad",
    ]
)
MARKDOWN |= st.sampled_from(["\n", "\n\n", " ", "    ", "  \n", "\t", "\r", "\x00", "\ufeff", "\u2028"])
YAML = st.sampled_from(
    [
        ":",
        "-",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&",
        "*",
        "!",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@",
        "`",
        "---",
        "...",
        "~",
        "null",
        "true",
        "1",
        "1.5",
        ".nan",
        "1991-02-30",
        "1991-02-15",
        "!!python/object:os.system",
        "!!binary",
        "!ENV",
        "&a",
        "*a",
        "<<:",
        "kk:",
        "ru:",
        "en:",
        "unit:",
        "p1",
        "n1:",
        "n2:",
        "t-x:",
        "status:",
        "entry:",
        "match:",
        "date:",
        "says:",
        "written:",
        "[]",
        "{}",
        "0x1",
        "1e999",
        "(a+)+",
        "[",
        "(?P<x>",
        "\\",
        "\\1",
        "(?i)",
        "a{99999999}",
        "{{x}}",
        "{%",
        "%}",
        "${x}",
        "𐰴",
    ]
)
YAML |= st.sampled_from(["\n", "\n  ", "\n    ", " ", ": ", "- ", "\t", "\r\n", "\x00", "\ufeff", "'", '"'])
# Marks, and what decides whether they are marks: code, comments, tags, links, pictures, titles, tables, lists.
MARKED = st.sampled_from([
    "[^n1]", " [^n1, 2]", "[^n2]", "\\", "`", "``", "```", "~~~", "<!--", "-->", "<b>", '<b title="', '">', "</b>",
    "<pre>", "</pre>", "<div>", "<div markdown>", "</div>", "<", ">", "[", "]", "[a", "](x)", '](x "', '")', "![",
    "*", "**", "[r]: x ", '"', "a|b\n-|-\n", "|", "- ", "1. ", "> ", "# ", "    ", "        ", "a", " ", "\n",
    "\n\n", "{: title='", "' }", "&amp;", "_", ": ",
])  # fmt: skip
# Each mark that is one is followed by !
IN_STEP = (
    "- in an item [^n1]!\n- b\n\na paragraph [^n1, 2]!",
    "> quoted [^n1]!\n\na paragraph [^n1, 2]!",
    "- a\n\n    its second paragraph [^n1]!\n\na paragraph [^n1, 2]!",
    "<div markdown>\n\nwithin [^n1]!\n\n</div>\n\nbelow [^n1, 2]!",
    "a|b\n-|-\nc [^n1]!|d [^n1, 2]!\n\nbelow [^n1]!",
    "## a heading [^n1]!\n\na paragraph [^n1, 2]!",
    "[words [^n1]! and more](x.md) [^n1, 2]!",
    "*a [^n1]! b* **[^n1]!** [[^n1]!]",
    "`[^n1]` ``a ` [^n1]`` [^n1]!",
    "```\n[^n1]\n```\n\n~~~\n[^n1]\n~~~\n\n    [^n1]\n\na [^n1]!",
    "\\[^n1] &#91;^n1] [^n1]!",
    "<!-- [^n1] --> <kbd>[^n1]!</kbd> <pre>[^n1]</pre>\n\na [^n1]!",
    '<b title="[^n1]">a</b> <http://x/[^n1]> [^n1]!',
    "[^n1]! first\n- [^n1]! in a line\n\n- [^n1]! in an item",
    "a ` b [^n1]!\n\nc ` d [^n1]!",
    "[^n1]!: no definition",
)
OUT_OF_STEP = (
    '[a](x.md "title [^n1]") [^n1]',
    "![a picture [^n1]](x.png) [^n1]",
    '[a]: x.md "[^n1]"\n\n[a] [^n1]',
    "<div>raw [^n1]</div>\n\n[^n1]",
    "- a\n\n        code [^n1]\n\n[^n1]",
)
FEW = settings()
MANY = settings(max_examples=4 * FEW.max_examples)  # for fast tests


@contextlib.contextmanager
def time_limit() -> Iterator[None]:
    """Fail instead of hanging if something does not end."""

    def stop(*_: object) -> None:
        pytest.fail(f"no answer within {LONGEST} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition, which tests break repeatedly."""
    return make_small(tmp_path_factory.mktemp("hostile") / "project")


def inserted(pieces: list[tuple[float, str]], text: str) -> str:
    """A text with pieces inserted at these fractions of its length."""
    for where, piece in sorted(pieces, reverse=True):
        at = int(where * len(text))
        text = text[:at] + piece + text[at:]
    return text


def assert_findings_are_valid(folder: Path, path: str, content: bytes) -> None:
    """Check the edition with this content of a file: every finding has a known code, a message and a place."""
    file = folder / path
    before = file.read_bytes()
    try:
        file.write_bytes(content)
        with time_limit():
            _, findings = gate.check_source(folder)
    finally:
        file.write_bytes(before)
    for finding in findings:
        assert finding.code in gate.catalogue() and finding.message
        assert finding.place.line >= 1 and finding.place.column >= 1


def pieces(tokens: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[float, str]]]:
    """Short runs of tokens, each with a position."""
    some = st.lists(tokens, min_size=1, max_size=6).map(" ".join) | st.lists(tokens, min_size=1, max_size=6).map(
        "".join
    )
    return st.lists(st.tuples(st.floats(0, 1, exclude_max=True), some), min_size=1, max_size=5)


@pytest.mark.slow
@FEW
@given(where=pieces(MARKDOWN), page=st.sampled_from(["kk/index", "ru/index", "en/about"]))
def test_hostile_pages(where: list[tuple[float, str]], page: str, folder: Path) -> None:
    path = f"docs/{page}.md"
    assert_findings_are_valid(
        folder, path, inserted(where, (folder / path).read_text(encoding="utf-8")).encode("utf-8")
    )


@pytest.mark.slow
@FEW
@given(
    where=pieces(YAML),
    name=st.sampled_from(
        ["edition", "references", "timeline", "glossary", "emendations", "exceptions", "translations"]
    ),
)
def test_hostile_data(where: list[tuple[float, str]], name: str, folder: Path) -> None:
    path = f"docs/_data/{name}.yml"
    assert_findings_are_valid(
        folder, path, inserted(where, (folder / path).read_text(encoding="utf-8")).encode("utf-8")
    )


@pytest.mark.slow
@FEW
@given(content=st.binary(max_size=60), path=st.sampled_from(["ru/about.md", "_data/source.txt", "_data/anchors.txt"]))
def test_arbitrary_bytes(content: bytes, path: str, folder: Path) -> None:
    assert_findings_are_valid(folder, f"docs/{path}", content)


@pytest.mark.slow
@MANY
@given(
    text=st.lists(YAML | st.text(max_size=4), max_size=40).map("".join),
    schema=st.sampled_from(["glossary", "timeline"]),
)
def test_hostile_yaml(text: str, schema: str) -> None:
    with time_limit(), contextlib.suppress(LoadError):
        parse("data.yml", text, schema)


@MANY
@given(st.lists(MARKDOWN | st.text(max_size=4), max_size=60).map("".join))
def test_masking_preserves_positions(text: str) -> None:
    with time_limit():
        blanked = masked(text)
    assert len(blanked) == len(text)
    assert all(one == other or one == " " for one, other in zip(blanked, text, strict=True))
    assert blanked.count("\n") == text.count("\n")


@pytest.fixture(scope="module")
def edition(folder: Path) -> Edition:
    """The small edition as it is."""
    return read_edition(folder)


def shown(text: str, edition: Edition) -> tuple[list[MarkOccurrence], list[str], set[Place]]:
    """The marks of a page with this text; the ids of those in its HTML, in order; where they are said to be lost."""
    page = edition.article(edition.original)
    page = replace(page, text=page.text[: page.body_at] + text)
    alone = replace(edition, pages={(page.locale.code, page.name): page}, results={})
    ids = parse_page(alone, page).xpath("//span[@data-apparatus]/a/@id")
    lost = {problem.place for problem in mark001_left_in_text.check(alone) if "is not within text" in problem.message}
    return page.occurrences, ids, lost


def marks_are_in_step(text: str, edition: Edition) -> None:
    """The marks that the page knows are those in its HTML, in this order; a check tells of those that are not."""
    with time_limit():
        marks, ids, lost = shown(text, edition)
    assert ids == [mark.id for mark in marks if mark.place not in lost]


@pytest.mark.parametrize("text", IN_STEP)
def test_marks_of_the_page_are_those_of_the_parser(text: str, edition: Edition) -> None:
    marks_are_in_step(text, edition)
    marks, ids, _ = shown(text, edition)
    assert ids == [mark.id for mark in marks] and len(ids) == text.count("[^n1]!") + text.count("[^n1, 2]!")


@pytest.mark.parametrize("text", OUT_OF_STEP)
def test_marks_in_no_text_are_reported(text: str, edition: Edition) -> None:
    marks_are_in_step(text, edition)
    marks, ids, lost = shown(text, edition)
    assert len(marks) == 2 and len(ids) == 1 and lost == {marks[0].place}


@FEW
@given(text=st.lists(MARKED, max_size=24).map("".join))
def test_marks_in_hostile_text_are_in_step(text: str, edition: Edition) -> None:
    marks_are_in_step(text, edition)


@MANY
@given(st.text(alphabet="0123456789.-/X ", max_size=20))
def test_hostile_dates(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert dates.parse(text).first <= dates.parse(text).last


@MANY
@given(
    st.lists(st.sampled_from(["15", "1991", ".", " ", "ақпан", "жылы", "XIX", "%", "-", "99999"]), max_size=12).map(
        "".join
    )
)
def test_hostile_numbers(text: str) -> None:
    with time_limit():
        numbers(text, "kk"), days(text, "kk")


@MANY
@given(st.lists(st.sampled_from([*"()[]{}|?*+.^$\\a1ә,-", r"\w", "(?:", "(?<!", "{2,}"]), max_size=14).map("".join))
def test_hostile_expressions(expression: str) -> None:
    """A regular expression of the glossary is rejected, or ends in finite time on a long word."""
    with time_limit(), contextlib.suppress(ValueError):
        mentions.pattern(expression).search("а" * 400 + " " + "ә" * 400)


@pytest.mark.parametrize(
    "sign", ("[", "![", "<", "[a](", "[a][", "[^", "{: #x ", "1. ", "> ", "`a", '<a href="', "**a")
)
def test_sign_repeated_ten_thousand_times(sign: str, folder: Path) -> None:
    text = (folder / "docs/ru/about.md").read_text(encoding="utf-8")
    assert_findings_are_valid(folder, "docs/ru/about.md", f"{text}\n{sign * 10_000}\n".encode())
