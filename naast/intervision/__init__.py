"""Meetings where volunteers talk together about what they go through."""
