"""Companionship: policies, by subject."""
