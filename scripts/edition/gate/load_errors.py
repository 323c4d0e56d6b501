"""What the findings of reading mean, which come before any check can run. The checks explain themselves."""

EXPLANATIONS = {
    "FILE001": """A file of the edition is missing or cannot be read.

Every language has the same pages, and the data files are always the same; a page that one language lacks would be
served in another, or not at all.

Bad:   docs/kk/notes.md and docs/ru/notes.md, and no docs/en/notes.md
Good:  notes.md in the folder of every language
""",
    "FILE002": """A file is not UTF-8.

In another encoding the Kazakh letters would be lost.

Bad:   a page saved as Windows-1251
Good:  the same page saved as UTF-8
""",
    "FILE003": """A file begins with a byte order mark.

YAML and Markdown take it for text, and the front matter is not seen.

Bad:   a file saved as “UTF-8 with BOM”
Good:  a file saved as UTF-8
""",
    "FILE004": """Lines end with a carriage return, as on Windows or an old Mac.

The source text is compared byte by byte, and every system would build another site.

Bad:   lines that end with CR LF
Good:  lines that end with LF
""",
    "FILE005": """There is a tab.

YAML refuses it, and Markdown makes code of the line.

Bad:   a tab before a key
Good:  two spaces before a key
""",
    "FILE006": """A file has nothing in it.

A page without text would be published as a blank.

Bad:   an empty docs/en/about.md
Good:  at least front matter, a heading and a sentence
""",
    "FILE007": """There is a character that no page can show, that nobody sees, or that is not one but two.

Control characters, spaces and joiners of no width, soft hyphens, signs of direction, tags, spaces of other widths,
characters of private use, the sign for a character that was lost, and letters put together from a letter and an accent
(form NFC has them as one): most often they came along when text was copied. They break words apart for search, for
screen readers and for whoever copies them on. It is the same whether they stand in the file, or YAML writes them
as \\u2060.

Bad:   a space of no width within a word
Good:  the word
""",
    "FILE008": """A page does not begin with its front matter.

The title of the window and the description that search engines show come from there.

Bad:   # About the edition          (in the first line)
Good:  ---
       title: About the edition
       description: How the text was edited.
       ---
""",
    "FILE009": """Markdown so intricate that no parser gets through it.

Hundreds of brackets that open in one paragraph keep a parser busy for minutes; lists and quotations within each other
without end exhaust it.

Bad:   a thousand opening brackets in a row
Good:  what is opened is closed, and paragraphs are divided
""",
    "FILE010": """A file of docs/ or overrides/ is a link to somewhere outside the project.

Whatever it holds there would be published.

Bad:   docs/en/notes.txt → /home/editor/notes.txt
Good:  the file itself below docs/
""",
    "FILE011": """A file has the marks of two versions that were not merged.

Readers would see both, and the marks.

Bad:   <<<<<<< HEAD
Good:  the version that is meant
""",
    "YAML001": """A data file, or the front matter of a page, is not YAML, or not such as a data file may be.

The place is where the reader gave up; the fault is there or a little above. Anchors and aliases are not read, because
values would change in two places at once; nor is endless nesting.

Bad:   title: "About the edition
Good:  title: "About the edition"
""",
    "YAML002": """A key is given twice in one mapping.

The first value would be lost without a word.

Bad:   n7: … and, further below, n7: …
Good:  each key once
""",
    "YAML003": """A key that the file does not know.

Perhaps it is mistyped; it would have no effect.

Bad:   statut: identified
Good:  status: identified
""",
    "YAML004": """A key is missing that the file must have.

Bad:   n7: {entry: {…}, basis: {…}}          (what does the reader learn of its status?)
Good:  n7: {status: identified, entry: {…}, basis: {…}}
""",
    "YAML005": """A value is not of the kind or form that the file wants.

Pages are made from it, and would be wrong or not made at all.

Bad:   status: certain
Good:  status: identified          (or probable, or unidentified)
""",
    "YAML006": """Not exactly one language of edition.yml is the original.

The others are compared with it, paragraph by paragraph.

Bad:   original: true for two languages, or for none
Good:  original: true for the language the author wrote in
""",
    "YAML007": """A value is cut short: without quotation marks, it ends where a # follows a space.

YAML takes the rest for a comment and says nothing. In our files a comment stands on a line of its own.

Bad:   en: Decree #639 on the Concept
Good:  en: 'Decree #639 on the Concept'
""",
}
