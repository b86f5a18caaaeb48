"""What the organisation lends: a laptop, a phone, a badge; to whom, since when, back on which day."""
