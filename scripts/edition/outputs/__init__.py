"""Everything beside the pages: cards, downloads, search indexes, share pictures, style sheets and scripts.

To be called: `site_files.paths` and `site_files.finish`, `beside.Beside`, `file_sizes.fill_in`, and `sharing.tags`.
"""
