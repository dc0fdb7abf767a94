"""A case to files: one module a format."""
