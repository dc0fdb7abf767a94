"""What reports say about the ground, put on the ground."""
