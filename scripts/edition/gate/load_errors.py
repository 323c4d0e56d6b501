"""Explanations of the findings of loading, which come before any check. Checks carry their own explanations."""

EXPLANATIONS = {
    "FILE001": """A file of the edition is missing or cannot be read.

Every language has the same pages, and the set of data files is fixed; a missing page would be served in another
language, or not at all.

Bad:   docs/kk/notes.md and docs/ru/notes.md, but no docs/en/notes.md
Good:  notes.md in the folder of every language
""",
    "FILE002": """A file is not UTF-8.

Other encodings lose the Kazakh letters.

Bad:   a page saved as Windows-1251
Good:  the same page saved as UTF-8
""",
    "FILE003": """A file begins with a byte order mark.

YAML and Markdown take it for text, and the front matter is not recognised.

Bad:   a file saved as “UTF-8 with BOM”
Good:  a file saved as UTF-8
""",
    "FILE004": """Lines end with a carriage return, as on Windows or classic Mac OS.

The source text is compared byte by byte, and the site must not depend on the system that builds it.

Bad:   lines that end with CR LF
Good:  lines that end with LF
""",
    "FILE005": """A line contains a tab.

YAML rejects tabs, and Markdown takes an indented line for code.

Bad:   a tab before a key
Good:  two spaces before a key
""",
    "FILE006": """A file is empty.

An empty page would be published as a blank.

Bad:   an empty docs/en/about.md
Good:  at least front matter, a heading and a sentence
""",
    "FILE007": """A file contains an invisible or invalid character, or its text is not NFC-normalised.

Control characters, spaces and joiners of no width, soft hyphens, signs of direction, tags, spaces of other widths,
characters of private use, the sign for a character that was lost, and letters put together from a letter and an accent
(form NFC has them as one): most often they came along when text was copied. They break words apart for search, for
screen readers and for whoever copies them on. It is the same whether they stand in the file, or YAML writes them
as \\u2060.

Bad:   a zero-width space within a word
Good:  the word
""",
    "FILE008": """A page does not begin with its front matter.

It gives the title of the window and the description that search engines show.

Bad:   # About the edition          (in the first line)
Good:  ---
       title: About the edition
       description: How the text was edited.
       ---
""",
    "FILE009": """Markdown is too deeply nested or too complex to parse.

Hundreds of opening brackets in one paragraph keep a parser busy for minutes, and very deeply nested lists or
quotations exceed its limits.

Bad:   a thousand opening brackets in a row
Good:  closed brackets, and shorter paragraphs
""",
    "FILE010": """A file in docs/ or overrides/ is a symbolic link to a file outside the project.

The content of that file would be published.

Bad:   docs/en/notes.txt → /home/editor/notes.txt
Good:  the file itself in docs/
""",
    "FILE011": """A file contains merge conflict markers.

Readers would see both versions, and the markers.

Bad:   <<<<<<< HEAD
Good:  the version that is right
""",
    "YAML001": """A data file or the front matter of a page is not valid YAML, or uses YAML that is not allowed here.

The place is where the parser failed; the fault is there or slightly above. Anchors and aliases are not allowed, because
changing one value would change another; nor is very deep nesting.

Bad:   title: "About the edition
Good:  title: "About the edition"
""",
    "YAML002": """A mapping has a duplicate key.

The first value would be silently lost.

Bad:   n7: … and, further below, n7: …
Good:  each key once
""",
    "YAML003": """A key is unknown.

It may be a typo; it would have no effect.

Bad:   statut: identified
Good:  status: identified
""",
    "YAML004": """A required key is missing.

A page could not show what the key gives.

Bad:   n7: {entry: {…}, basis: {…}}          (what does the reader learn of its status?)
Good:  n7: {status: identified, entry: {…}, basis: {…}}
""",
    "YAML005": """A value has the wrong type or form.

Pages are generated from it, and would be wrong or could not be generated.

Bad:   status: certain
Good:  status: identified          (or probable, or unidentified)
""",
    "YAML006": """Not exactly one language of edition.yml is the original.

All other languages are compared with it, paragraph by paragraph.

Bad:   original: true for two languages, or for none
Good:  original: true for the language the author wrote in
""",
    "YAML007": """A value is cut short: without quotation marks, it ends where a # follows a space.

YAML takes the rest for a comment and says nothing. In our files a comment stands on a line of its own.

Bad:   en: Decree #639 on the Concept
Good:  en: 'Decree #639 on the Concept'
""",
}
