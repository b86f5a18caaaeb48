"""Who may what in this room, by subject."""
