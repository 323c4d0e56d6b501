"""What lets an edition pass: it runs the checks, leaves out what is right as it is, and reports the rest.

To be called: `run.check_source`, `run.check_site`, `run.blocks_build`, `run.catalogue`;
`report` for how findings are printed.
"""
