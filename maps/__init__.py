"""Shapes to pages and files."""
