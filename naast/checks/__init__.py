"""What was seen, reported and insured: outcomes and dates, never a document."""
