"""Companionship: services, by subject."""
