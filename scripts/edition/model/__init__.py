"""What there is: the edition, its pages, its timeline and its data, read from docs/ and mkdocs.yml.

To be called: `reader.read_edition`, and `edition.Edition`, `page.Page` with all they offer; `memo` for what is
computed from them.
"""
