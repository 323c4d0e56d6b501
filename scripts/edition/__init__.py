"""The thinking of the edition: what the text is, what may be said of it, and what the pages are given.

Nothing in this package imports MkDocs or its theme. One direction: load → model → checks and render.
"""
