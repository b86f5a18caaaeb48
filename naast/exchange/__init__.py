"""Lists in and out: the import wizard, the export and their commands."""
