"""Who: the actors a report speaks of."""
