"""The checks of the gate, one module a check."""
