"""Helpers that tests and benchmarks share. Tests import from here, never from one another."""
