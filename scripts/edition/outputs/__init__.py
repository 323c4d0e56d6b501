"""What stands beside the pages: cards, downloads, indexes, share pictures, what pages load.

To be called: `site_files.paths` and `site_files.files`, and `sharing.tags`.
"""
