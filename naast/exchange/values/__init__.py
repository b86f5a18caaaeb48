"""Values as people type them in spreadsheets, read one cell at a time: pure functions."""
