"""Reaching people: information meetings, groups, short jobs, 2+ campaigns, the rings around us."""
