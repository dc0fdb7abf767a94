"""Names to places: an offline gazetteer that refuses rather than guesses."""
