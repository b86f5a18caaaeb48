"""Feeling at home: host and first day, mentor, welcome checks, wishes, and ideas of volunteers themselves."""
