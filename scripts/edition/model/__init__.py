"""The data model: the edition, its pages, its timeline and its data, read from docs/ and mkdocs.yml.

To be called: `reader.read_edition`, `edition.Edition`, `page.Page` and the records they hold; `memo` for results
computed from them.
"""
