"""Rows of this room, by subject."""
