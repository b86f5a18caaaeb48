"""Companionship: views, by subject."""
