"""Citations of the print, the edition, its sections and its paragraphs: in five styles, and for programs.

`cited` collects the facts of what is cited, the modules of `styles` format them, and `exports` writes files for
reference managers. `described` says what each page is; `head_tags` and `json_ld` say so to programs.

The styles are our own templates. citeproc-py with the CSL styles was tried with the same items (0.11, styles of 2025):
it has no Kazakh terms, fails on Chicago's notes, puts English punctuation outside quotation marks, capitalizes Kazakh
and Russian titles as in English, gives «2026, ноябрь 23» as a Russian date and omits the version in APA.

To be called: all of its modules.
"""
