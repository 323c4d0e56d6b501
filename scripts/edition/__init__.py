"""The core package: what the text is, what may be said of it, and what pages are given.

Nothing in it imports MkDocs or its theme. Its rooms, and which of them may use which, are drawn in DESIGN.md.
"""
