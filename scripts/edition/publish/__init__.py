"""Leave what was made on the disk: swap it in whole, compress it, keep it between builds.

Knows files and bytes, and nothing of editions. To be called: `atomic_replace`, `compression`, `store`.
"""
