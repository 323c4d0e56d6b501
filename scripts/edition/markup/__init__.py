"""How it is written: the edition's Markdown and what it becomes, marks, words of other languages, spaces.

To be called: `extension.text` for a page as a tree, `typesetting.typeset`, `foreign_words.marked`, `marks`.
"""
