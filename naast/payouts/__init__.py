"""What finance does with it: looks at each month, pays by bank or cash, takes back what went wrong."""
