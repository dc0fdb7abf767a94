"""Reports to claims: one module a question."""
