"""What an archive keeps of a version: one file with everything in it, and metadata for repositories of research.

To be called: `archive.write`, `metadata.files`.
"""
