"""The gate: it runs the checks, drops findings that are listed as exceptions, and reports the rest.

To be called: `run.check_source`, `run.check_site`, `run.blocks_build`, `run.catalogue`;
`report` for how findings are printed; `unchanged` for what need not be done again.
"""
