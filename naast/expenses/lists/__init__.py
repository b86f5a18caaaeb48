"""A list of payments from any administration, checked row by row without a database (`naast expenses check`)."""
