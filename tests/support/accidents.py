"""More faults for the real edition: what happens to an editor by accident, in every language and kind of text.

The kinds are the front matter of pages, headings, running text, notes, and other data. In the original's article the
running text is the author's, so that its pages about the edition stand for it where a fault is of the edition's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from .mutations import (
    DATA,
    LANGUAGES,
    TRANSLATIONS,
    Files,
    Mutant,
    a_mark,
    a_paragraph,
    article,
    fault,
    line_of,
    mutants,
    paragraphs,
    put,
    span,
)

KINDS = ("front matter", "heading", "body", "notes", "data")
PAGES = ("front matter", "heading", "body")  # what is Markdown, or stands above it
VALUES = ("front matter", "notes", "data")  # what is YAML
MARKDOWN = ("heading", "body")
_LETTERS = {"kk": "а-яәғқңөұүһі", "ru": "а-яё", "en": "a-z"}
_UNSEEN = "\u2060\ufeff\u200c\u200d\u00ad\u2028\u2029\u034f\u180e\U000e0041\ue000\U000f0000\u200b\u2009\u3164"


def and_all_other(files: Files) -> Iterator[Mutant]:
    """Every mutant there is, those of `mutations` first; what this module registers comes by importing it."""
    return mutants(files)


def texts(files: Files, language: str, kind: str, whole: bool = False) -> list[tuple[str, int, int, int]]:
    """The texts of a kind in a language: file, where its entry begins, where the text does and where it ends.

    With `whole`, the author's own running text is among them.
    """
    folder = f"docs/{language}"
    others = [f"{folder}/{name}.md" for name in ("about", "timeline", "glossary", "notes", "parallel", "search")]
    patterns = {
        "front matter": (others, r'(?m)^description: "?(.+?)"?$'),
        "heading": ([article(language), f"{folder}/about.md"], r"(?m)^#{2,3} (.+?) \{: #[a-z-]+(?: \.by-edition)? \}$"),
        "notes": (
            [f"{DATA}/emendations.yml", f"{DATA}/references.yml"],
            rf"(?m)^(?: {{6}}| {{4}}){language}: '?(.+(?:\n {{8}}.+)*?)'?$",
        ),
        "data": (
            [f"{DATA}/glossary.yml", f"{DATA}/timeline.yml", f"{DATA}/strings.yml"],
            rf"(?m)(?:^ {{4,10}}|(?<=[{{ ])){language}: '?((?<=')[^'\n{{}}]+(?=')|(?<!')[^'\n{{}}]+$)",
        ),
    }
    if kind == "body" and (language != "kk" or whole):
        path = article(language)
        return [(path, start, start, files[path].rindex("\n", start, end)) for _, start, end in paragraphs(files[path])]
    paths, pattern = patterns.get(
        kind, ([f"{folder}/about.md", f"{folder}/notes.md"], r"(?m)^(?!description: )([^\W\d_].{80,})$")
    )
    found = []
    for path in paths:
        for match in re.finditer(pattern, files[path]):
            if "by-edition" in match[0] or kind != "heading" or path != article(language):
                found += [(path, match.start(), *match.span(1))]
    return found


def a_word_in(
    files: Files, language: str, chance: Random, kind: str, whole: bool = False
) -> tuple[str, set[int], int, int]:
    """Some word of this language in a text of a kind: its file, the lines where it may be found, and its span.

    It is no part of markup, a quotation or brackets, and not the first of its text.
    """
    letters = _LETTERS[language]
    word = re.compile(rf"(?<= )(?i:[{letters}]{{4,}})(?= )")
    aside = re.compile(r"\[[^\]]*\](?:\([^)]*\))?|<[^>]*>|\{[^}]*\}|`[^`]*`|[«“‘„(][^«»“”„‘’()]*[»”’)]")
    while True:
        path, entry, start, end = chance.choice(texts(files, language, kind, whole))
        text = files[path]
        apart = [one.span() for one in aside.finditer(text, start, end)]
        words = [
            one
            for one in word.finditer(text, start, end)
            if one.start() > start and not any(low <= one.start() < high for low, high in apart)
        ]
        if words:
            chosen = chance.choice(words)
            return path, span(text, entry, chosen.end()), *chosen.span()


def everywhere(
    name: str,
    code: str,
    made: Callable[[str, str, Random], str],
    kinds: tuple[str, ...] = KINDS,
    times: int = 1,
    whole: bool = False,
) -> None:
    """Register a fault that takes the place of a word in each of these kinds of text; `made` is given the word."""

    def plant(files: Files, language: str, chance: Random, kind: str) -> tuple:
        path, lines, start, end = a_word_in(files, language, chance, kind, whole)
        text, _ = put(files[path], start, end, made(files[path][start:end], language, chance))
        return path, text, lines

    plant.__name__ = name.replace(" ", "_")
    fault(code, LANGUAGES, times, kinds)(plant)


def within(signs: str) -> Callable[[str, str, Random], str]:
    """A word with one of these signs in it."""

    def made(word: str, _: str, chance: Random) -> str:
        at = chance.randint(1, len(word) - 1)
        return word[:at] + chance.choice(signs) + word[at:]

    return made


def one_of(**made: tuple[str, ...]) -> Callable[[str, str, Random], str]:
    """One of these instead of a word, by its language or for any (`all`); {} is the word."""
    return lambda word, language, chance: chance.choice(made.get(language) or made["all"]).replace("{}", word)


_ALIKE = ("CCP", "XAH", "B", "c", "a", "KCP", "PECA", "Hope")
everywhere("unseen character in any text", "FILE007", within(_UNSEEN), times=2, whole=True)
everywhere("word of look-alikes", "SCRIPT002", one_of(kk=_ALIKE[:6], ru=_ALIKE[:6], en=("а", "СОР", "НЕТ", "ха")))
everywhere("letter of no alphabet", "SCRIPT002", within("ӛѳќїαљ"))
everywhere("note to oneself", "DRAFT001", one_of(all=("{} TODO", "{} ???", "{}[a]", "{} TBD")))
everywhere("comment", "DRAFT001", one_of(all=("{} <!-- check this -->", "<!-- {} -->")), MARKDOWN, whole=True)
everywhere("markup of another Markdown", "MARK001", one_of(all=("{} :::", "{}^[see below]", "~~{}~~")), MARKDOWN)
everywhere(
    "character reference",
    "MARK004",
    one_of(all=("{}&shy;", "{}&#8288;", "{}&#x200d;", "{}&nbsp;")),
    MARKDOWN,
    whole=True,
)
everywhere(
    "markup where it is shown",
    "DATA009",
    one_of(all=("**{}**", "[{}](notes.md)", "<b>{}</b>", "{}&shy;", "{}&nbsp;", "`{}`", "_{}_", "www.{}.example")),
    VALUES,
    times=2,
)


@fault("FILE007", times=2)
def unseen_character_written_in_yaml(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/references.yml"
    value = a_mark(files[path], chance, rf"(?m)(?<=^    {language}: )'([^'\"\\\n]+)'$")
    at = chance.randint(1, len(value[1]) - 1)
    code = chance.choice(("\\u2060", "\\u200d", "\\xad", "\\uFEFF", "\\U000E0041"))
    return path, *put(files[path], *value.span(), f'"{value[1][:at]}{code}{value[1][at:]}"')


@fault("YAML007", times=3)
def value_cut_short(files: Files, language: str, chance: Random) -> tuple:
    """A # after a space, in the glossary or in the title of a page."""
    if chance.random() < 0.7:
        path = f"{DATA}/glossary.yml"
        space = a_mark(
            files[path], chance, rf"(?m)^    {language}: (?!\[)[^'\"\n]*[^'\"\n:]( )(?=[^'\"\n]*\n {{0,4}}\S)"
        )
    else:
        path = f"docs/{language}/{chance.choice(('about', 'timeline', 'glossary'))}.md"
        space = a_mark(files[path], chance, r"(?m)^title: [^'\"\n]+(?=\n)()")
        return path, *put(files[path], *space.span(1), " #1")
    return path, *put(files[path], *space.span(1), " #5 ")


@fault("PAGE003")
def file_that_is_no_page(_: Files, language: str, chance: Random) -> tuple:
    names = ("index.md~", "about.md.bak", "notes.md.orig", "text.docx", "Thumbs.db", "notes-private.txt", ".index.swp")
    folder = chance.choice((f"docs/{language}", "docs", DATA))
    return f"{folder}/{chance.choice(names)}", "x", {1}


# --- Markdown that is read otherwise


@fault("MARK005")
def list_without_a_blank_line(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    blank = a_mark(files[path], chance, r"(?m)(?<=^\{: #p\d\d \})\n(?=\n(?:- |1\. ))")
    text, lines = put(files[path], *blank.span(), "")
    return path, text, {at + 1 for at in lines}


@fault("MARK005")
def list_within_by_two_spaces(files: Files, language: str, chance: Random) -> tuple:
    path = chance.choice((article(language), f"docs/{language}/about.md"))
    item = a_mark(files[path], chance, r"(?m)(?<=[^\n]\n)(?=^(?:- |[2-9]\. ))")
    return path, *put(files[path], *item.span(), "  ")


@fault("MARK005")
def four_spaces_before_a_paragraph(files: Files, language: str, chance: Random) -> tuple:
    path, _, start, _ = chance.choice(texts(files, language, "body"))
    if re.match(r"[-*] |\d+\. ", files[path][start:]):
        _, start, _ = a_paragraph(files[path], chance, r"\A[^-\d]")
    return path, *put(files[path], start, start, "    ")


@fault("MARK005")
def two_spaces_at_the_end_of_a_line(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    _, start, end = a_paragraph(files[path], chance, r"(?s)\A[^-\d].*\n.*\n")
    at = chance.choice([one.start() for one in re.finditer("\n", files[path][start:end])][:-1]) + start
    return path, *put(files[path], at, at, "  ")


@fault("TEXT006", times=3)
def sign_of_an_item_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    sign = a_mark(files[path], chance, r"(?m)^(?:-|\d\.)(?= )")
    other = f"{chance.randint(5, 9)}." if chance.random() < 0.7 or sign[0] == "-" else "-"
    return path, *put(files[path], *sign.span(), other)


# --- the author's own words, on each page where they stand


def of_the_author(files: Files, language: str, chance: Random) -> tuple[int, int]:
    """Some text of his in the front matter of an article, in whichever language: from where to where."""
    text = files[article(language)]
    found = list(re.finditer(r"(?m)^\{: #(?:author|title|abstract|keywords)(?:-2)?(?:-\w\w)? \}$", text))
    unit = chance.choice(found)
    return text.rindex("\n\n", 0, unit.start()) + 2, unit.start() - 1


@fault("TEXT001", times=3)
def letter_of_the_author_changed(files: Files, language: str, chance: Random) -> tuple:
    """A letter by its look-alike, as nobody sees it, or by another."""
    path = article(language)
    start, end = of_the_author(files, language, chance)
    places = [at for at in range(start, end) if files[path][at].isalpha() and files[path][at - 1 : at] != "#"]
    at = chance.choice(places)
    alike = dict(zip("асеорхуaceopxy", "aceopxyасеорху", strict=True))
    text, _ = put(files[path], at, at + 1, alike.get(files[path][at], "ы" if files[path][at] != "ы" else "и"))
    return path, text, span(files[path], start, end)


@fault("TEXT001", times=3)
def words_of_the_author_lost(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    start, end = of_the_author(files, language, chance)
    gap = chance.choice(list(re.finditer(r"\w+ (?:\w+ )?(?=\w)|(?<=\w) \w+$", files[path][start:end])))
    text, _ = put(files[path], start + gap.start(), start + gap.end(), "")
    return path, text, span(files[path], start, end)


@fault("TEXT001", TRANSLATIONS, 1)
def what_the_author_wrote_for_all_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    place = a_mark(files[path], chance, r"sher54(?=@)|(?<=b\.)sher")
    return path, *put(files[path], *place.span(), "shre54" if "5" in place[0] else "cher")


@fault("DATA008", times=1)
def title_in_the_description_changed(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    words = re.compile(r'(?m)^description: ".*?\. (.*?):').search(files[path])
    word = chance.choice(list(re.finditer(r"\w{5,}", words[1])))
    start = words.start(1) + word.start()
    return path, *put(files[path], start, start + len(word[0]), chance.choice(("", word[0][:-1])))


# --- what one language says and another does not


@fault("STALE001")
def heading_changed_in_one_language(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    heading = a_mark(files[path], chance, r"(?m)^### (.*?) \{: #([a-z-]+) \.by-edition \}$")
    word = chance.choice(list(re.finditer(r"\w{4,}", heading[1])))
    start = heading.start(1) + word.start()
    text, lines = put(files[path], start, start + len(word[0]), word[0][::-1])
    if language != "kk":
        return path, text, lines
    there = files[article("ru")]
    return path, text, {line_of(there, there.index(f"{{: #{heading[2]} "))}, article("ru")


@fault("DATA008", TRANSLATIONS)
def heading_of_the_author_called_otherwise(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    heading = a_mark(files[path], chance, r"(?m)(?<=^## )(.+)(?= \{: #[a-z]+ \}$)")
    return path, *put(files[path], *heading.span(), f"{heading[0]} и так далее")


@fault("NUM003", TRANSLATIONS, 3)
def dates_exchanged(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    _, start, end = a_paragraph(
        files[path], chance, r"(?s)(?<!\d)(?<!\d\.)([12]\d{3})(?!\d).*(?<!\d)(?<!\d\.)(?!\1)[12]\d{3}(?!\d)"
    )
    return path, *exchanged(files[path], start, end, chance)


@fault("NUM003", TRANSLATIONS, 2)
def dates_exchanged_in_the_data(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/{chance.choice(('timeline', 'glossary', 'emendations'))}.yml"
    pattern = rf"(?m)^ +{language}: .*(?<!\d)(?<!\d\.)([12]\d{{3}})(?!\d).*(?<!\d)(?<!\d\.)(?!\1)[12]\d{{3}}(?!\d).*$"
    entry = a_mark(files[path], chance, pattern)
    return path, *exchanged(files[path], *entry.span(), chance)


def exchanged(text: str, start: int, end: int, chance: Random) -> tuple[str, set[int]]:
    """The text with two different years in this part of it exchanged."""
    years = list(re.compile(r"(?<!\d)(?<!\d\.)[12]\d{3}(?!\d)").finditer(text, start, end))
    pairs = [(one, other) for one in years for other in years if one.start() < other.start() and one[0] != other[0]]
    one, other = chance.choice(pairs)
    middle = text[one.end() : other.start()]
    return text[: one.start()] + other[0] + middle + one[0] + text[other.end() :], span(text, start, end)


@fault("SENT001", TRANSLATIONS, 3)
def sentence_left_out(files: Files, language: str, chance: Random) -> tuple:
    path = article(language)
    excepted = re.findall(r"(?<=words: ')p\d+(?=: \d+ sentence)", files[f"{DATA}/exceptions.yml"])
    name = ""
    while not name or name in excepted:
        name, start, end = a_paragraph(files[path], chance, r"(?s)\A[^-\d].*[.]\n.*[.]\n")
    lines = list(re.finditer(r"(?m)^[^\s{].*[.]\n", files[path][start:end]))
    line = chance.choice(lines)
    text, _ = put(files[path], start + line.start(), start + line.end(), "")
    return path, text, span(files[path], start, end)


@fault("SENT001", TRANSLATIONS, 2)
def sentence_left_out_of_the_data(files: Files, language: str, chance: Random) -> tuple:
    excepted = ("Also known", "The year")  # entries whose count of sentences differs, with an exception
    last = re.compile(rf"(?m)^ +{language}: '?[^\n]*[^\W\d_]{{3}}[.]( [А-ЯA-Z][^.\n]{{10,}}[.])'?$")
    paths = [f"{DATA}/{name}.yml" for name in ("timeline", "glossary", "references")]
    found = [(path, one) for path in paths for one in last.finditer(files[path]) if not one[1].startswith(excepted, 1)]
    path, sentence = chance.choice(found)
    return path, *put(files[path], *sentence.span(1), "")


@fault("QUOTE002")
def quotation_in_other_words(files: Files, language: str, chance: Random) -> tuple:
    path = f"{DATA}/emendations.yml"
    pattern = {
        "kk": r"(?<=-тармақтағы «)[^«»\n]+(?=»)",
        "ru": r"(?<=«)[^«»\n]+(?=» в абзаце \d)",
        "en": r"(?<=“)[^“”\n]+(?=” in paragraph \d)",
    }[language]
    quoted = a_mark(files[path], chance, pattern)
    text, lines = put(files[path], *quoted.span(), f"{quoted[0][:1]}қазақ тілі{quoted[0][1:]}")
    return path, text, {at - above for at in lines for above in range(4)}


@fault("QUOTE002", times=1)
def title_quoted_in_other_words(files: Files, language: str, chance: Random) -> tuple:
    path = f"docs/{language}/about.md"
    text = files[path]
    title = re.compile(r"(?m)^# (.*) \{: #title \}$").search(files[article(language)])[1]
    start = text.index(title)
    word = chance.choice(list(re.finditer(r"\w{5,}", title)))
    return path, *put(text, start + word.start(), start + word.end(), word[0][::-1])
