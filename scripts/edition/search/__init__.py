"""Search: the keys of words in each language, and the search index.

The browser analyses words by the same rules; only the browser ranks results.

To be called: `index`, `stemmers.keys` and `words.spelled`.
"""
