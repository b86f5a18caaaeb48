"""Cases, sheets about groups of people, and cards for hard moments."""
