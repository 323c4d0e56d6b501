"""The edition as files in other formats. Each format is a writer over the walk of `text.walk`, in a module of its own.

To be called: `files.paths`, `files.content`.
"""
