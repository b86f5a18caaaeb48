"""Naast: volunteers, professionals and the people they stand beside."""
