"""What tests and benchmarks share. Tests import from here, and never from one another."""
