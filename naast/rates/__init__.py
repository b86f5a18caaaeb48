"""The dated figures of the law for one organisation: those of the package, and those it added with a source."""
