"""Costs paid back to volunteers by the law of the country. The rules themselves stand in `law.costs`."""
