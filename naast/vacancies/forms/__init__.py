"""Input of this room, by subject."""
