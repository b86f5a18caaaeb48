"""How fast, as ratios taken in one run (machines differ): `make bench`."""
