"""Costs paid back by the law of the country: what a volunteer asks for, and the check of a list."""
