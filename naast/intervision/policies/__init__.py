"""Who may, by subject."""
