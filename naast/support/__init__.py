"""Standing beside volunteers: the plan of each, check-ins, talks, and what was agreed in them."""
