"""Circles: several volunteers around one person, with professionals around them (COSA and other circles)."""
