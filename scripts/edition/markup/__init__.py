"""How it is written: the edition's Markdown and what it becomes, marks, words of other languages, spaces.

To be called: `parsing.parse_page` for a page as a tree, `bare_text`, `typesetting.typeset`, `foreign_words.marked`,
`marks`.
"""
