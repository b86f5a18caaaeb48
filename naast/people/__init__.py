"""People: one person with many hats, what they can, like and want, and where their limits are."""
