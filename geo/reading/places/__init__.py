"""Where: the places a report names, and the place of a clause."""
