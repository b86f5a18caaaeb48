"""Companionship: forms, by subject."""
