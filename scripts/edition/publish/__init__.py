"""Writes results to disk: atomic replacement, compression, and a cache between builds.

Works on files and bytes, and knows nothing of editions. To be called: `atomic_replace`, `compression`, `store.Store`,
`store.digest_of`, `tree_digest`.
"""
