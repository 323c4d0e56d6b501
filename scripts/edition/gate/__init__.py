"""What lets an edition pass: it runs the checks, leaves out what is right as it is, and reports the rest.

To be called: `run.before`, `run.after`, `run.shuts`, `run.catalogue`; `report` for how findings are printed.
"""
