"""What there is: the edition, its pages, its timeline and its data, read from docs/ and mkdocs.yml.

To be called: `edition.read`, and whatever an `Edition` or a `Page` offers; `memo` for what is computed from them.
"""
