"""Pages of lists in and out, by subject."""
