"""The tools behind the Makefile: set up, run, check, test, documents. No part of the product."""
