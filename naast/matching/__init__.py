"""The matching engine: pure functions on arrays, no database (instrument B13)."""
