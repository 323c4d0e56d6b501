"""The checks, one module each in `source/` and `site/`, and what several of them need: links and recorded addresses.

To be called: `anchors` and `link_targets`; the checks themselves are run by the gate.
"""
