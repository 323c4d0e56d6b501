"""Checks of the edition before rendering. Each is given the edition."""
