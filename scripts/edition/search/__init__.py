"""Search: what words have in common, language by language, and what there is to be found.

The engine in the browser is lunr; ours is the language. What is analysed here is analysed there by the same rules.

To be called: `index`, `stemmers.keys` and `words.spelled`.
"""
