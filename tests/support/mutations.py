"""Faults to plant one at a time into a copy of the real edition, to prove that the gate finds each at its place.

A class of faults is a function below, registered with the code of the check that must find it. It takes the edition's
files, a language and a random number generator, and returns a mutant: the changed file, its new content, and the lines
where the finding may be (if something is missing, those of the unit that lacks it). The generator is seeded with the
mutant's name, so a mutant that is not found can be reproduced, and renaming a class changes its mutants.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

LANGUAGES = ("kk", "ru", "en")
TRANSLATIONS = ("ru", "en")
Files = dict[str, str]
DATA = "docs/_data"
_WORD = re.compile(r"(?<![\w\[(<{^#/.\-])[^\W\d_]{4,}(?![\w\])>}/.\-])")


@dataclass(frozen=True)
class Mutant:
    """A planted fault: its name, the code, the file and its new bytes (None: deleted), and where it may be found."""

    name: str
    code: str
    path: str
    content: bytes | None
    found_in: str
    lines: frozenset[int]


@dataclass(frozen=True)
class Fault:
    """A class of faults: its name, the code that finds it, its languages, and how many times it is planted in each.

    With `kinds`, it is planted that many times in each of these kinds of text, and its function also takes the kind.
    """

    name: str
    code: str
    languages: tuple[str, ...]
    times: int
    plant: Callable[..., tuple]
    kinds: tuple[str, ...] = ()


FAULTS: list[Fault] = []


def fault(code: str, languages: tuple[str, ...] = LANGUAGES, times: int = 2, kinds: tuple[str, ...] = ()) -> Callable:
    """Register a class of faults. Its function returns (path, new text, lines) or (path, new text, lines, found in)."""

    def register(plant: Callable) -> Callable:
        FAULTS.append(Fault(plant.__name__.strip("_").replace("_", " "), code, languages, times, plant, kinds))
        return plant

    return register


def mutants(files: Files) -> Iterator[Mutant]:
    """All mutants; the same ones in every run."""
    for one in FAULTS:
        for language in one.languages:
            for kind, nth in product(one.kinds or ("",), range(one.times)):
                name = " · ".join(filter(None, (one.name, language, kind, str(nth))))
                path, text, lines, *found_in = one.plant(files, language, Random(name), *filter(None, (kind,)))
                content = text.encode("utf-8") if isinstance(text, str) else text
                assert content is None or content != files.get(path, "").encode("utf-8"), name
                yield Mutant(name, one.code, path, content, found_in[0] if found_in else path, frozenset(lines))


# --- helpers


def line_of(text: str, offset: int) -> int:
    """The line of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1


def paragraphs(text: str) -> list[tuple[str, int, int]]:
    """The numbered paragraphs and items of an article: id, start of the text, end of the line with the id."""
    found = []
    for match in re.finditer(r"(?m)^ *\{: #(p\d+) \}$", text):
        start = text.rfind("\n\n", 0, match.start()) + 2
        item = list(re.finditer(r"(?m)^[-*] |^\d+\. ", text[start : match.start()]))
        start += item[-1].start() if item else 0
        found.append((match[1], start, match.end()))
    return found


def a_paragraph(text: str, chance: Random, having: str = "") -> tuple[str, int, int]:
    """A random paragraph that matches this expression."""
    return chance.choice([one for one in paragraphs(text) if re.search(having, text[one[1] : one[2]])])


def a_word(text: str, chance: Random) -> re.Match[str]:
    """A random word of a paragraph outside any markup."""
    _, start, end = a_paragraph(text, chance)
    end = text.rindex("\n", start, end)
    markup = [one.span() for one in re.finditer(r"\[[^\]]*\](?:\([^)]*\))?|<[^>]*>|\{[^}]*\}", text[start:end])]
    words = [
        word
        for word in _WORD.finditer(text, start, end)
        if not any(low <= word.start() - start < high for low, high in markup)
    ]
    return chance.choice(words)


def put(text: str, start: int, end: int, new: str) -> tuple[str, set[int]]:
    """The text with a piece replaced, and the line of the replacement."""
    return text[:start] + new + text[end:], {line_of(text, start)}


def span(text: str, start: int, end: int) -> set[int]:
    """The lines from one offset to another."""
    return set(range(line_of(text, start), line_of(text, end) + 1))


def around(text: str, offset: int) -> set[int]:
    """The lines from the unit before an offset to the unit after it, for text that is removed there."""
    return set(range(line_of(text, max(text.rfind("{: #", 0, offset), 0)), line_of(text, offset) + 3))


def article(language: str) -> str:
    """The path of an article."""
    return f"docs/{language}/index.md"


def on_a_word(made: Callable[[str, str, Random], str]) -> Callable:
    """A fault that replaces a word of an article; `made` takes the word."""

    def plant(files: Files, language: str, chance: Random) -> tuple:
        path = article(language)
        word = a_word(files[path], chance)
        return path, *put(files[path], *word.span(), made(word[0], language, chance))

    return plant


def links_on_words(faults: dict[str, tuple[str, Callable[[str, str, Random], str]]]) -> None:
    """Register faults that turn a word of an article into a link."""
    for name, (code, made) in faults.items():
        plant = on_a_word(made)
        plant.__name__ = name.replace(" ", "_")
        fault(code, times=1)(plant)


# --- cross-links

links_on_words(
    {
        "anchor missing on the page": ("XREF001", lambda word, _, chance: f"[{word}](#p{chance.randint(60, 99)})"),
        "anchor missing on another page": ("XREF001", lambda word, _, __: f"[{word}](timeline.md#event-1066)"),
        "anchor missing in another language": (
            "XREF001",
            lambda word, language, _: f"[{word}](../{'en' if language != 'en' else 'ru'}/notes.md#tc-p99-1)",
        ),
        "page missing": ("XREF001", lambda word, _, __: f"[{word}](time-line.md)"),
        "picture missing": ("XREF001", lambda word, _, __: f"![{word}](map.png)"),
        "anchor missing in raw HTML": ("XREF001", lambda word, _, __: f'<a href="#p99">{word}</a>'),
        "anchor missing in angle brackets": ("XREF001", lambda word, _, __: f"[{word}](<notes.md#tc-p99-9>)"),
        "wrong case in a path": ("XREF002", lambda word, _, __: f"[{word}](Glossary.md)"),
        "link out of docs": ("XREF003", lambda word, _, __: f"[{word}](../../README.md)"),
        "link to data": ("XREF003", lambda word, _, __: f"[{word}](../_data/glossary.yml)"),
        "link from the root of the host": ("XREF004", lambda word, language, _: f"[{word}](/{language}/notes/)"),
        "link to this machine": ("XREF004", lambda word, _, __: f"[{word}](http://localhost:8000/notes/)"),
        "html where md is meant": ("XREF005", lambda word, _, __: f"[{word}](notes.html)"),
        "folder where md is meant": ("XREF005", lambda word, _, __: f"[{word}](notes/)"),
        "md in raw HTML": ("XREF005", lambda word, _, __: f'<a href="notes.md">{word}</a>'),
        "empty target": ("XREF006", lambda word, _, __: f"[{word}]()"),
        "link without words": ("XREF006", lambda word, _, __: f"{word} [](notes.md)"),
        "undefined reference": ("XREF007", lambda word, _, __: f"[{word}][no such reference]"),
        "scheme that is none": ("XREF008", lambda word, _, __: f"[{word}](htps://host.example/)"),
        "address without scheme": ("XREF008", lambda word, _, __: f"[{word}](www.host.example)"),
        "address without host": ("XREF008", lambda word, _, __: f"[{word}](https:///page)"),
        "words of another paragraph": ("XREF009", lambda _, __, chance: f"[¶ {chance.randint(20, 50)}](#p12)"),
        "card that is not made": ("XREF010", lambda word, _, chance: f"[{word}](../p/{chance.randint(60, 99)}/)"),
        "brackets without end": ("FILE009", lambda word, _, __: f"{word}{'[' * 501}"),
        "language that does not exist": ("LANG002", lambda word, _, __: f'<i lang="kz">{word}</i>'),
        "character that nobody sees": ("FILE007", lambda word, _, __: f"{word[:2]}\u200b{word[2:]}"),
        "picture of another host": ("HOST002", lambda word, _, __: f"![{word}](https://host.example/a.png)"),
        "tag that is not closed": ("MARK002", lambda word, _, __: f"<b>{word}"),
        "tag that closes nothing": ("MARK002", lambda word, _, __: f"{word}</b>"),
        "words passed off as apparatus": ("MARK003", lambda word, _, __: f"<i data-apparatus>{word}</i>"),
        "words hidden from the reader": ("MARK003", lambda word, _, __: f"<i hidden>{word}</i>"),
        "download that is not made": ("XREF010", lambda word, _, __: f"[{word}](article.pdf)"),
    }
)


@fault("MARK001")
def attribute_list_in_the_text(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = a_paragraph(text, chance, r"(?s)\A[^-\d]")
    last = text.rindex("\n", start, end)
    return path, *put(text, last, last, " {: .big }")


@fault("MARK001")
def link_that_does_not_close(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    word = a_word(text, chance)
    # A bracket later in the paragraph would close it.
    while ")" in text[word.end() : text.index("\n\n", word.end())]:
        word = a_word(text, chance)
    return path, *put(text, *word.span(), f"[{word[0]}](notes.md")


# --- notes


def a_mark(text: str, chance: Random, pattern: str) -> re.Match[str]:
    """A random match of this expression, such as a mark of an article."""
    return chance.choice(list(re.finditer(pattern, text)))


@fault("NOTE001")
def mark_without_note(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    mark = a_mark(files[path], chance, r"\[\^n\d+")
    return path, *put(files[path], *mark.span(), f"[^n{chance.randint(20, 99)}")


@fault("NOTE002")
def note_without_mark(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    key = chance.choice(("n2", "n5", "n7", "n8", "n9"))
    data = files[f"{DATA}/references.yml"]
    text = re.sub(rf" ?\[\^{key}(?:, [^\]]*)?\]", "", files[path])
    return path, text, {line_of(data, data.index(f"\n{key}:") + 1)}, f"{DATA}/references.yml"


@fault("NOTE002")
def critical_mark_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    mark = a_mark(text, chance, r"\[\^tc-p\d+-\d+\]")
    _, start, end = next(one for one in paragraphs(text) if one[1] <= mark.start() < one[2])
    return path, text[: mark.start()] + text[mark.end() :], span(text, start, end)


@fault("NOTE003", TRANSLATIONS)
def other_marks_than_the_original(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    mark = a_mark(text, chance, r"\[\^n(?:2|5|7|8|9|10)\]")
    _, start, end = next(one for one in paragraphs(text) if one[1] <= mark.start() < one[2])
    return path, text[: mark.start()] + "[^n1]" + text[mark.end() :], span(text, start, end)


@fault("NOTE003", TRANSLATIONS, 1)
def locator_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    mark = a_mark(files[path], chance, r"\[\^n4, [^\]]*\]")
    text, _ = put(files[path], *mark.span(), "[^n4]")
    _, start, end = next(one for one in paragraphs(text) if one[1] <= mark.start() < one[2])
    return path, text, span(text, start, end)


@fault("NOTE003", TRANSLATIONS, 1)
def order_of_marks_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = next(one for one in paragraphs(text) if one[0] == "p9")
    inner = text[start:end].replace("[^n1]", "[^n0]").replace("[^n2]", "[^n1]").replace("[^n0]", "[^n2]")
    return path, text[:start] + inner + text[end:], span(text, start, end)


@fault("TEXT003", ("kk",), 4)
def critical_mark_at_another_word(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    mark = a_mark(text, chance, r"\[\^tc-p\d+-\d+\](?= [^\W\d_]{3})")
    end = re.compile(r"\w+").search(text, mark.end() + 1).end()
    text = text[: mark.start()] + text[mark.end() : end] + mark[0] + text[end:]
    return path, text, {line_of(text, mark.start())}


@fault("TEXT003", TRANSLATIONS, 2)
def critical_mark_in_another_unit(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    mark = a_mark(text, chance, r"\[\^tc-p(?:09|10|12)-\d+\]")
    word = re.compile(r"\w{4,}").search(text, text.index("\n", text.index("{: #p13 }")) + 1)
    text = text[: mark.start()] + text[mark.end() : word.end()] + mark[0] + text[word.end() :]
    return path, text, {line_of(text, text.index(mark[0]))}


# --- ids


@fault("ID002")
def id_missing(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = a_paragraph(text, chance, r"\A[^-\d]")
    return path, text[: text.rindex("\n", start, end)] + text[end:], span(text, start, end)


@fault("ID002", LANGUAGES, 2)
def heading_without_id(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    text = files[path]
    heading = a_mark(text, chance, r"(?m)^## .*( \{: #[^}]*\})$")
    return path, *put(text, heading.start(1), heading.end(1), "")


@fault("ID001")
def id_twice(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    one, start, end = a_paragraph(text, chance)
    other = chance.choice([name for name, _, _ in paragraphs(text) if name != one])
    place = text.rindex("\n", start, end) + 1
    new, _ = put(text, place, end, text[place:end].replace(one, other))
    return path, new, {line_of(new, match.start()) for match in re.finditer(rf"\{{: #{other} \}}", new)}


@fault("ID001")
def id_twice_in_raw_html(files: Files, language: str, chance: Random) -> tuple:
    one = f"p{chance.randint(1, 52)}"
    path, text, lines = on_a_word(lambda word, _, __: f'<b id="{one}">{word}</b>')(files, language, chance)
    return path, text, {*lines, line_of(text, text.index(f"{{: #{one} }}"))}


@fault("ID003")
def id_malformed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    mark = a_mark(files[path], chance, r"(?<=\{: #)p\d+(?= \})")
    bad = chance.choice((mark[0].upper(), mark[0][0] + "." + mark[0][1:], mark[0] + ":1", mark[0].replace("p", "п")))
    return path, *put(files[path], *mark.span(), bad)


def recorded_at(files: Files, address: str) -> int:
    """The line of anchors.txt that records an address."""
    return files[f"{DATA}/anchors.txt"].split("\n").index(address) + 1


@fault("ANCHOR001")
def id_retired(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    heading = a_mark(files[path], chance, r"(?<=\{: #)(?!page-title)[a-z-]+(?= \})")
    root = "" if language == "kk" else f"/{language}"
    recorded = recorded_at(files, f"{root}/about/#{heading[0]}")
    text, _ = put(files[path], *heading.span(), f"{heading[0]}-new")
    return path, text, {recorded}, f"{DATA}/anchors.txt"


@fault("ANCHOR002")
def id_not_recorded(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/{chance.choice(('about', 'timeline', 'glossary'))}.md"
    text = files[path] + f"\n## {chance.choice('ABCDE')} {{: #another-{chance.randint(1, 99)} }}\n"
    return path, text, {text.count("\n")}


# --- languages


@fault("FILE001")
def page_missing(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/{chance.choice(('about', 'timeline', 'glossary', 'notes', 'parallel', 'index'))}.md"
    return path, None, {1}


@fault("UNIT001")
def unit_missing(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = chance.choice(paragraphs(text)[1:])
    return path, text[:start] + text[end + 1 :], around(text, start)


@fault("TEXT005", times=1)
def words_outside_of_every_unit(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    _, _, end = a_paragraph(files[path], chance, r"\A[^-\d]")
    text = files[path][:end] + f"\n\n<div>{chance.choice(('Xyzzy', 'Plugh'))}</div>" + files[path][end:]
    return path, text, {line_of(text, end + 3)}


@fault("FILE011", times=1)
def versions_not_merged(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    _, start, _ = a_paragraph(files[path], chance)
    return path, *put(files[path], start, start, "<<<<<<< HEAD\n")


@fault("PAGE004", TRANSLATIONS)
def section_of_another_page_missing(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    text = files[path]
    heading = a_mark(text, chance, r"(?m)^## .*\n\n")
    return path, text[: heading.start()] + text[heading.end() :], set(range(1, text.count("\n") + 1))


@fault("UNIT001", TRANSLATIONS)
def unit_extra(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, _, end = a_paragraph(text, chance, r"\A[^-\d]")
    new = f"\n\n[…]\n{{: #p{chance.randint(60, 99)} }}"
    return path, text[:end] + new + text[end:], {line_of(text, end) + 3}


@fault("UNIT001", TRANSLATIONS)
def units_in_another_order(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    every = paragraphs(text)
    at = chance.choice([at for at in range(len(every) - 1) if text[every[at][2] : every[at + 1][1]] == "\n\n"])
    (_, one, end), (_, other, last) = every[at], every[at + 1]
    new = text[:one] + text[other:last] + text[end:other] + text[one:end] + text[last:]
    return path, new, span(text, one, last)


@fault("ID002", TRANSLATIONS)
def unit_split(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, _ = a_paragraph(text, chance, r"(?s)\A[^-\d].*\n.*\n")
    place = text.index("\n", start)
    return path, text[:place] + "\n" + text[place:], span(text, start, place)


@fault("UNIT001", TRANSLATIONS)
def section_missing(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    heading = a_mark(text, chance, r"(?m)^##+ .*\n\n")
    return path, text[: heading.start()] + text[heading.end() :], around(text, heading.start())


@fault("UNIT002", TRANSLATIONS)
def heading_of_another_level(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    heading = a_mark(files[path], chance, r"(?m)^##+(?= )")
    return path, *put(files[path], *heading.span(), "####" if chance.random() < 0.5 else "#" * (5 - len(heading[0])))


def changed_number(number: str, chance: Random) -> str:
    """Another number with the same number of digits."""
    return str(int(number) + chance.choice((1, 2, 3)))


@fault("NUM001", TRANSLATIONS, 6)
def year_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    year = a_mark(text[text.index("{: #p1 }") :], chance, r"(?<![\d#n])(?:1[2-9]|20)\d\d(?!\d)")
    start = text.index("{: #p1 }") + year.start()
    return path, *put(text, start, start + 4, changed_number(year[0], chance))


@fault("NUM001", TRANSLATIONS, 3)
def century_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = next(one for one in paragraphs(text) if one[0] == "p11")
    pattern = r"XVIII|XIX" if language == "ru" else r"eighteenth|nineteenth|18th|19th"
    found = list(re.compile(pattern).finditer(text, start, end))
    century = chance.choice(found)
    other = {"XVIII": "XVII", "XIX": "XVI", "18th": "17th", "19th": "16th"}[century[0]]
    return path, *put(text, *century.span(), other)


@fault("NUM001", TRANSLATIONS, 4)
def day_or_month_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    months = r"января|февраля|апреля|июня|августа|сентября|октября|декабря"
    months = months if language == "ru" else r"January|February|April|June|August|September|October|December"
    month = a_mark(text, chance, rf"(?<=\d )(?:{months})(?= \d{{4}})")
    return (
        path,
        text[: month.start()] + ("мая" if language == "ru" else "May") + text[month.end() :],
        span(text, *next(one for one in paragraphs(text) if one[1] <= month.start() < one[2])[1:]),
    )


@fault("NUM001", TRANSLATIONS, 4)
def number_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    _, start, end = a_paragraph(text, chance, r"(?s) \d{4} .*\n")
    number = chance.choice(list(re.compile(r" \d{4}(?= )").finditer(text, start, end)))
    return path, text[: number.start()] + text[number.end() :], span(text, start, end)


@fault("QUOTE001", TRANSLATIONS)
def quotation_mark_of_another_language(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    start = text.index("{: #p1 }")
    sign = a_mark(text[start:], chance, "«" if language == "ru" else "“")
    offset = start + sign.start()
    return path, *put(text, offset, offset + 1, '"' if chance.random() < 0.5 else "‹")


@fault("QUOTE001", TRANSLATIONS)
def quotation_mark_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    start = text.index("{: #p1 }")
    sign = a_mark(text[start:], chance, "[«»]" if language == "ru" else "[“”]")
    offset = start + sign.start()
    first, last = next(one for one in paragraphs(text) if one[1] <= offset < one[2])[1:]
    return path, text[:offset] + text[offset + 1 :], span(text, first, last)


@fault("LANG001", TRANSLATIONS, 4)
def sentence_left_in_kazakh(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text, original = files[path], files[article("kk")]
    name, start, _ = a_paragraph(original, chance, r"(?s)\A[^-\d].*\n.*\n")
    sentence = original[start : original.index("\n", start)]
    _, start, _ = next(one for one in paragraphs(text) if one[0] == name)
    return path, *put(text, start, text.index("\n", start), re.sub(r" ?\[\^[^\]]*\]", "", sentence))


@fault("SCRIPT001", TRANSLATIONS, 4)
def letter_of_another_script(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    pairs = {"а": "a", "е": "e", "о": "o", "с": "c"}
    pairs = pairs if language == "ru" else {latin: cyrillic for cyrillic, latin in pairs.items()}
    places: list[int] = []
    while not places:
        word = a_word(text, chance)
        places = [at for at in range(*word.span()) if text[at] in pairs]
    at = chance.choice(places)
    return path, *put(text, at, at + 1, pairs[text[at]])


@fault("WORD001", TRANSLATIONS, 4)
def word_twice(files: Files, language: str, chance: Random) -> tuple:
    return on_a_word(lambda word, _, __: f"{word} {word}")(files, language, chance)


@fault("DATA003")
def interface_word_missing(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/strings.yml"
    word = a_mark(files[path], chance, rf"(?m)(?<=[{{ ]){language}: '[^'\n]*'(?:, )?(?=.*\}}$)")
    return path, *put(files[path], *word.span(), "")


# --- staleness and terms


@fault("STALE001", TRANSLATIONS)
def original_changed_since(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/translations.yml"
    text = files[path]
    start = text.index(f"\n{language}:")
    entry = chance.choice(list(re.compile(r"(?m)^  (p\d+): '(\w{12})'$").finditer(text, start))[:52])
    page = files[article(language)]
    found = {line_of(page, page.index(f"{{: #{entry[1]} }}"))}
    return path, text[: entry.start(2)] + "0" * 12 + text[entry.end(2) :], found, article(language)


@fault("TERM001", TRANSLATIONS, 5)
def term_by_another_word(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    of_original, stem, other = {
        "ru": (("әслихат", "аслихат", "городской совет"), ("ұрылтай", "урулта", "съезд")),
        "en": (("әслихат", "aslikhat", "town council"), ("ұрылтай", "urultai", "congress")),
    }[language][chance.randint(0, 1)]
    name, _, _ = a_paragraph(files[article("kk")], chance, of_original)
    _, start, end = next(one for one in paragraphs(text) if one[0] == name)
    inner = re.sub(rf"(?i)\w*{stem}\w*", other, text[start:end])
    return path, text[:start] + inner + text[end:], span(text, start, end)


# --- the source


def a_kazakh_letter(text: str, chance: Random) -> int:
    """The offset of a random letter within a word of the original."""
    word = a_word(text, chance)
    return chance.randrange(word.start() + 1, word.end() - 1)


@fault("TEXT001", ("kk",), 10)
def letter_of_the_original_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article("kk")
    at = a_kazakh_letter(files[path], chance)
    return path, *put(files[path], at, at + 1, "я" if files[path][at] != "я" else "ю")


@fault("TEXT001", ("kk",), 6)
def word_of_the_original_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article("kk")
    word = a_word(files[path], chance)
    _, start, end = next(one for one in paragraphs(files[path]) if one[1] <= word.start() < one[2])
    return path, files[path][: word.start()] + files[path][word.end() :], span(files[path], start, end)


@fault("TEXT001", ("kk",), 3)
def page_break_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article("kk")
    text = files[path]
    mark = a_mark(text, chance, r" ?\[\^pb\d+\]")
    start = text.rfind("\n\n", 0, mark.start()) + 2
    return path, text[: mark.start()] + text[mark.end() :], span(text, start, text.index("\n\n", mark.end()))


@fault("TEXT004", TRANSLATIONS, 3)
def page_break_lost_in_translation(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    text = files[path]
    mark = a_mark(text, chance, r"\[\^pb\d+\]")
    start = text.rfind("\n\n", 0, mark.start()) + 2
    return path, text[: mark.start()] + text[mark.end() :], span(text, start, text.index("\n\n", mark.end()))


@fault("TEXT002", ("kk",), 6)
def operation_that_does_not_apply(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/emendations.yml"
    text = files[path]
    repair = a_mark(text, chance, r"(?m)^- unit: .*\n  type: .*\n  source: '?(?=[^\W\d_])")
    new, _ = put(text, repair.end(), repair.end() + 1, "QQ")
    return path, new, {line_of(text, repair.start())}


@fault("TEXT002", ("kk",), 4)
def operations_that_overlap(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/emendations.yml"
    text = files[path]
    repair = a_mark(text, chance, r"(?m)^- unit: .*\n  type: .*\n  source: .*\n  reading: .*\n(?=- )")
    again = {line_of(text, repair.start()), line_of(text, repair.end())}
    return path, text[: repair.end()] + repair[0] + text[repair.end() :], again


@fault("TEXT004", ("kk",), 3)
def page_break_misnumbered(files: Files, language: str, chance: Random) -> tuple:
    path = article("kk")
    mark = a_mark(files[path], chance, r"(?<=\[\^pb)\d+")
    return path, *put(files[path], *mark.span(), str(int(mark[0]) + 20))


# --- data


def in_data(name: str, pattern: str, new: str | Callable[[re.Match, Random], str]) -> Callable:
    """A fault that replaces a random match in a data file."""

    def plant(files: Files, language: str, chance: Random) -> tuple:
        path = f"{DATA}/{name}.yml"
        match = a_mark(files[path], chance, pattern)
        text, lines = put(files[path], *match.span(), new if isinstance(new, str) else new(match, chance))
        return path, text, lines

    return plant


def data_faults(faults: dict[str, tuple]) -> None:
    """Register faults in data files.

    The third value of each is how many lines above the fault the finding may be, at the head of its entry; the fourth,
    how many lines below.
    """
    for name, (code, made, above, *below) in faults.items():

        def plant(files: Files, language: str, chance: Random, made=made, above=above, below=below) -> tuple:
            path, text, lines = made(files, language, chance)
            return path, text, {at for line in lines for at in range(line - above, line + 1 + sum(below))}

        plant.__name__ = name.replace(" ", "_")
        fault(code, ("data",), 4)(plant)


data_faults(
    {
        "unit that is not there": ("DATA001", in_data("timeline", r"(?<=unit: )p\d+", "p99"), 24),
        "date that is impossible": ("DATA002", in_data("timeline", r"(?<=date: )'\d{4}-\d\d-\d\d'", "'1991-02-30'"), 0),
        "date that is reversed": ("DATA002", in_data("timeline", r"(?<=date: )'\d{4}'", "'2001/1999'"), 0),
        "words that the paragraph does not have": (
            "DATA002",
            in_data("timeline", r"(?<=written: ')\d{4}", lambda match, chance: changed_number(match[0], chance)),
            24,
        ),
        "date that its words do not have": (
            "DATA005",
            in_data(
                "timeline", r"(?<=date: ')(?:18|19)\d\d(?=')", lambda match, chance: changed_number(match[0], chance)
            ),
            0,
        ),
        "expression that matches nothing": ("DATA004", in_data("glossary", r"(?<=match: \[')", "Ъ"), 0),
        "expression that is none": ("DATA004", in_data("glossary", r"(?<=match: \[')", "("), 0),
        "label missing in a language": (
            "DATA003",
            in_data("timeline", r"(?m)^ +(?:ru|en): '[^'\n]*'\n", ""),
            4,
        ),
        "language that the edition has not": (
            "DATA003",
            in_data("glossary", r"(?m)^  en: [^\n]*\n(?=  match)", lambda match, _: f"{match[0]}  de: x\n"),
            0,
            1,
        ),
        "number of another year in one language": (
            "NUM002",
            in_data("timeline", r"(?m)(?<=^          (?:ru|en): ')(?=[^'\n]*'$)", "In 1066: "),
            1,
        ),
        "place of a word mistyped": ("STR002", in_data("strings", r"(?<=\{)number(?=\})", "numer"), 0),
        "title that the article has not": (
            "DATA008",
            in_data("edition", r"(?m)(?<=^    (?:kk|ru|en): )(?=[^\n{]{30})", "X"),
            0,
        ),
        "type that is not used": (
            "DATA007",
            in_data("emendations", r"(?m)^types:\n", "types:\n  no-such: {kk: ә, ru: а, en: a}\n"),
            0,
            1,
        ),
        "exception that is not used": ("EXCEPT001", in_data("exceptions", r"(?<=code: )\w+(?=\n)", "ID001"), 0),
        "key that is not known": ("YAML003", in_data("references", r"(?m)^  status:", "  statut:"), 0),
        "key given twice": (
            "YAML002",
            in_data("glossary", r"(?m)^  group: \w+\n", lambda match, _: match[0] * 2),
            0,
            1,
        ),
        "key that is missing": ("YAML004", in_data("references", r"(?m)^  status: \w+\n", ""), 1),
        "value of the wrong kind": ("YAML005", in_data("references", r"(?<=status: )\w+", "certain"), 0),
        "YAML that is broken": (
            "YAML001",
            in_data("timeline", r"(?m)^ +ru: '", lambda match, _: match[0][:-1] + "["),
            0,
            1,
        ),
        "tab": ("FILE005", in_data("glossary", r"(?m)^  (?=ru:)", "\t"), 0),
        "windows line ends": ("FILE004", in_data("strings", r"\n(?=note\.mark)", "\r\n"), 0),
    }
)


@fault("FILE006", LANGUAGES, 1)
def page_emptied(files: Files, language: str, chance: Random) -> tuple:
    return f"docs/{language}/{chance.choice(('about', 'timeline', 'index'))}.md", "\n", {1}


@fault("YAML006", TRANSLATIONS, 1)
def two_originals(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/edition.yml"
    text = files[path].replace(f"  {language}: {{name", f"  {language}: {{original: true, name")
    text = text.replace(f"  {language}:\n    name", f"  {language}:\n    original: true\n    name")
    return path, text, {line_of(text, text.index("locales:"))}


@fault("ANCHOR004", LANGUAGES, 2)
def retired_for_nothing(files: Files, language: str, chance: Random) -> tuple:
    """An existing address gets a redirect, or a retired one gets a redirect to an address that does not exist."""
    path = f"{DATA}/anchors.txt"
    root = "" if language == "kk" else f"/{language}"
    lines = files[path].split("\n")
    at = chance.choice([nth for nth, line in enumerate(lines) if line.startswith(f"{root}/#p")])
    if chance.random() < 0.5:
        lines[at] += f" -> {root}/#p1"
    else:
        at += 1
        lines.insert(at, f"{root}/#retired -> {root}/#nowhere")
    return path, "\n".join(lines), {at + 1}


@fault("FILE003", LANGUAGES, 1)
def byte_order_mark(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    return path, "\ufeff" + files[path], {1}


@fault("FILE002", LANGUAGES, 2)
def byte_that_is_not_utf8(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    word = a_word(files[path], chance)
    before, after = files[path][: word.start()], files[path][word.end() :]
    return path, before.encode() + "Ёж".encode("cp1251") + after.encode(), {line_of(files[path], word.start())}


@fault("FILE008", LANGUAGES, 1)
def front_matter_lost(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    return path, files[path].replace("---\n", "", 1), {1}


@fault("YAML001", LANGUAGES, 1)
def front_matter_broken(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    return path, files[path].replace("\ndescription: ", "\ndescription: [", 1), {2, 3, 4}


@fault("PAGE001", LANGUAGES, 2)
def block_that_is_not_made(files: Files, language: str, chance: Random) -> tuple:
    name = chance.choice(("timeline", "glossary", "parallel"))
    path = f"docs/{language}/{name}.md"
    at = files[path].index(f"[[{name}]]") + 2
    return path, *put(files[path], at, at + len(name), f"{name}s")


# --- the rendered site, in site/


def pages_of(language: str) -> list[str]:
    """The rendered pages of a language."""
    folder = "site/" if language == "kk" else f"site/{language}/"
    return [f"{folder}{name}index.html" for name in ("", "about/", "glossary/", "notes/", "timeline/", "parallel/")]


def rendered(code: str, pattern: str, new: str) -> Callable:
    """A fault that replaces a random match in a random rendered page."""

    def plant(files: Files, language: str, chance: Random) -> tuple:
        path = chance.choice([path for path in pages_of(language) if re.search(pattern, files[path])])
        match = a_mark(files[path], chance, pattern)
        # The parser only gives the line where an element's tag begins.
        start = files[path].rfind("<", 0, match.start() + 1)
        text, lines = put(files[path], *match.span(), new)
        return path, text, {line_of(text, start), *lines}

    return plant


def rendered_faults(faults: dict[str, tuple[str, str, str]]) -> None:
    """Register faults in rendered pages."""
    for name, (code, pattern, new) in faults.items():
        plant = rendered(code, pattern, new)
        plant.__name__ = name.replace(" ", "_")
        fault(code)(plant)


rendered_faults(
    {
        "rendered link to no file": ("LINK001", r'(?<=href=")(?:\.\./)*(?=[a-z]+/[#"])', "nowhere/"),
        "rendered link to no anchor": ("LINK001", r'(?<=<a href="#)[a-z][a-z0-9-]*(?=")', "no-such-anchor"),
        "rendered id twice": ("ID004", r'(?<=<h2 id=")[a-z-]+(?=")', "content"),
        "request to another host": ("HOST001", r'(?<=<script src=")[^"]*', "https://cdn.example/x.js"),
        "title lost": ("PAGE002", r"(?<=\n<title>)[^<]*(?=</title>\n<meta)", ""),
        "description lost": ("PAGE002", r'(?<=<meta name="description" content=")[^"]*', ""),
        "wrong language of the page": ("PAGE002", r'(?<=<html lang=")\w\w(?=")', "de"),
    }
)


@fault("ANCHOR003")
def published_id_not_in_the_output(files: Files, language: str, chance: Random) -> tuple:
    path = f"{'site/' if language == 'kk' else f'site/{language}/'}notes/index.html"
    match = a_mark(files[path], chance, r'(?<=id=")tc-[a-z0-9-]+(?=")')
    root = "" if language == "kk" else f"/{language}"
    recorded = recorded_at(files, f"{root}/notes/#{match[0]}")
    text, _ = put(files[path], *match.span(), f"{match[0]}-x")
    return path, text, {recorded}, f"{DATA}/anchors.txt"
