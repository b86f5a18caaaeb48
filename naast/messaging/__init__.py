"""Telling people: the outbox, sent once the change is certain. Never a name in a subject."""
