"""How to cite the print, the edition, its sections and its paragraphs: in five styles, and for programs.

`cited` says what is cited, a module of `styles` how a style puts it, `exports` what reference managers read and
`metadata` what search engines and harvesters find in the head of a page.

The styles are templates of our own: citeproc-py with the CSL styles was tried on these very items (0.11 with styles of
2025). It has no Kazakh words, breaks off at Chicago's notes, puts English marks outside of quotation marks, sets Kazakh
and Russian titles in English capitals, gives «2026, ноябрь 23» as a Russian date and leaves the version out of APA.

To be called: all of its modules.
"""
