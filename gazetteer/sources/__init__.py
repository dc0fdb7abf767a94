"""Where the places come from: one module a source."""
