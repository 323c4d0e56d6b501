"""The header: what the file is, what it was made from and how."""

from __future__ import annotations

from ...citing.cited import whole_address
from ...citing.described import LICENCE, keywords
from ...model.edition import Edition
from ...model.page import Locale
from ...text.release_notes import notes
from ...text.transcription import digest
from .writing import Writer

EDITION = "edition"  # the xml:id by which `resp` refers to the edition
_CORRECTION = """\
Damage of the supplied text (letter-spaced and mangled capitals, list markers, words divided at line ends) is repaired;
obvious slips are emended. Each operation is a choice of sic and corr; corr is the published text. A choice that has
corresp refers to its text-critical note. Nothing else of the author's text was changed."""
_HYPHENATION = """\
lb stands where a line of the supplied text begins, n is its number there. With break="no" the line before it ends
within a word; with rend="hyphen" it ends in a hyphen that only divides the word, which is left out here."""
_SUPPLIED = """\
The subheadings within Results and Conclusions are supplied by the edition. In the translations, square brackets enclose
words supplied by the translation."""
_PAGES = """\
pb marks the pages of the printed article. Only the number of the first is printed; the others were counted. In the
translations, if they have any, pb stands where the sense of the original breaks."""
_SAMPLING = "The text is complete. It was not compared with the printed page."


def header(edition: Edition, tei: Writer) -> None:
    """Append the `teiHeader`."""
    with tei.inside("teiHeader", lang="en"):
        with tei.inside("fileDesc"):
            _title(edition, tei)
            _publication(edition, tei)
            _source(edition, tei)
        _encoding(edition, tei)
        _profile(edition, tei)
        with tei.inside("revisionDesc"):
            _revisions(edition, tei)


def _revisions(edition: Edition, tei: Writer) -> None:
    """The versions, newest first, with what readers are told of each, in English if the edition has it."""
    facts = edition.facts
    locale = next((one for one in edition.locales if one.code == "en"), edition.original)
    for note in notes(edition, locale):
        words = " ".join((f"{note.version}.", *note.changes))
        tei.add("change", words, when=note.day.isoformat(), n=note.version, lang=locale.code)
    if not edition.releases:
        tei.add("change", facts.version, when=facts.released.isoformat(), n=facts.version)


def _title(edition: Edition, tei: Writer) -> None:
    facts = edition.facts
    with tei.inside("titleStmt"):
        tei.localized(edition, "title", facts.article.title)
        tei.localized(edition, "author", {locale.code: edition.author(locale) for locale in edition.locales})
        editor = facts.responsibility.editor.get("en", "")
        tei.add("editor", editor or "The edition names no editor.", cert="" if editor else "unknown")
        with tei.inside("respStmt", id=EDITION):
            tei.add("resp", "editing, translation, notes, timeline and glossary")
            names = [one.name.get("en", "") for one in facts.responsibility.translators]
            tei.add("name", ", ".join(filter(None, names)) or "The edition names no translator.")
    with tei.inside("editionStmt"):
        tei.add("edition", f"Version {facts.version}", n=facts.version)


def _publication(edition: Edition, tei: Writer) -> None:
    facts = edition.facts
    with tei.inside("publicationStmt"):
        tei.add("publisher", facts.responsibility.publisher.get("en", "") or "The edition names no publisher.")
        tei.add("date", facts.released.isoformat(), when=facts.released.isoformat())
        tei.add("idno", facts.identifier, type="edition")
        if edition.site_url:
            tei.add("idno", whole_address(edition, ""), type="URL")
        with tei.inside("availability"):
            rights = {locale.code: edition.translator(locale)("format.rights") for locale in edition.locales}
            tei.localized(edition, "licence", rights, target=LICENCE)


def _source(edition: Edition, tei: Writer) -> None:
    article = edition.facts.article
    with tei.inside("sourceDesc"), tei.inside("biblStruct"):
        with tei.inside("analytic"):
            tei.localized(edition, "title", article.title, level="a")
            tei.localized(edition, "author", {locale.code: edition.author(locale) for locale in edition.locales})
        with tei.inside("monogr"):
            journal = article.probable_journal
            if journal:
                tei.add("title", f"[{journal}?]", level="j", lang=edition.original.code, cert="low")
            else:
                tei.add("title", "[unknown]", level="j", cert="unknown")
            with tei.inside("imprint"):
                tei.add("date", str(article.year), when=f"{article.year:04}")
                if article.issue:
                    tei.add("biblScope", str(article.issue), unit="issue")
                if article.whole_number:
                    tei.add("biblScope", str(article.whole_number), unit="whole-number")
                if article.first_page:
                    tei.add("biblScope", f"from {article.first_page}", unit="page", from_=str(article.first_page))
        tei.add("note", f"SHA-256 of the supplied text: {digest(edition)}")


def _encoding(edition: Edition, tei: Writer) -> None:
    with tei.inside("encodingDesc"):
        with tei.inside("samplingDecl"):
            tei.add("p", _SAMPLING)
        with tei.inside("editorialDecl"):
            for name, words in (("correction", _CORRECTION), ("hyphenation", _HYPHENATION)):
                with tei.inside(name):
                    tei.add("p", " ".join(words.split()))
            with tei.inside("interpretation"):
                tei.add("p", " ".join(_SUPPLIED.split()))
                tei.add("p", " ".join(_PAGES.split()))
        with tei.inside("refsDecl"):
            for locale in edition.locales:
                within = f"//text[@xml:lang='{locale.code}']"
                with tei.inside("citeStructure", unit="text", match=within, use="@xml:lang"):
                    tei.add("citeStructure", unit="paragraph", match=".//body//(p|item)[@n]", use="@n", delim=".")


def _profile(edition: Edition, tei: Writer) -> None:
    def words(locale: Locale) -> list[str]:
        return keywords(edition, locale)

    with tei.inside("profileDesc"):
        with tei.inside("langUsage"):
            for locale in edition.locales:
                tei.add("language", locale.name, ident=locale.code)
        listed = [locale for locale in edition.locales if words(locale)]
        if listed:
            with tei.inside("textClass"):
                for locale in listed:
                    with tei.inside("keywords", lang=locale.code):
                        for word in words(locale):
                            tei.add("term", word)
