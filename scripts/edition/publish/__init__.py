"""Writes results to disk: atomic replacement, compression, a cache between builds, work on another core.

Works on files and bytes, and knows nothing of editions. To be called: `atomic_replace`,
`compression.Compression`, `forked`, `store.Store`, `store.digest_of`, `tree_digest`.
"""
