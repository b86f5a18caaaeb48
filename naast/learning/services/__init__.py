"""Writes of this room, by subject."""
