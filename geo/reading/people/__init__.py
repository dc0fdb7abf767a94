"""Whose names a report tells, and whether they are in public life."""
