"""From a wish to a match that lives: requests, matches, visits."""
