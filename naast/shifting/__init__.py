"""Tasks that shift: what was agreed against what happens, and whether volunteers take the place of paid work."""
