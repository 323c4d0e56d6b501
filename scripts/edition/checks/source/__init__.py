"""Checks before rendering. Each receives the edition."""
