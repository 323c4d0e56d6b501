"""The checks, one module each in `source/` and `site/`, and what several of them share: links and recorded addresses.

To be called: `anchors` and `link_targets`. The gate runs the checks.
"""
