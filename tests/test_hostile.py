"""Hostile input: whatever the files contain, the gate reports findings, without a traceback and in finite time."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from edition.findings import LoadError
from edition.gate import run as gate
from edition.model import dates
from edition.model.literal_masking import masked
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
