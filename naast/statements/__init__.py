"""What a year leaves: the name list for the tax office, a statement for each volunteer, who nears a ceiling."""
