"""Claims to shapes: one module a question."""
