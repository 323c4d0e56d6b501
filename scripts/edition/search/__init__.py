"""Search: what words have in common, language by language, and what there is to be found.

What is analysed here is analysed in the browser by the same rules; the ranking is in the browser alone.

To be called: `index`, `stemmers.keys` and `words.spelled`.
"""
