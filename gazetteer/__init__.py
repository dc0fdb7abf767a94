"""Names to places: an offline gazetteer that refuses rather than guesses."""

from gazetteer.index import open_gazetteer

__all__ = ["open_gazetteer"]
