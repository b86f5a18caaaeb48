"""Companionship: queries, by subject."""
