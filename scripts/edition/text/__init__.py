"""What is read out of the text: units, sections, numbers, mentions, pages of the print, the collation with the source.

To be called: every module; none of them makes HTML.
"""
