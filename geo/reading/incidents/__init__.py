"""What happened, and how many were hurt."""
