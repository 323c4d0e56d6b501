"""The edition's Markdown and its HTML: marks, words in other languages, no-break spaces.

To be called: `parsing.parse_page` for a page as a tree, `bare_text`, `typesetting.typeset`, `foreign_words.marked`,
`marks`.
"""
