"""Getting to know somebody: from an application to a warm start, or a warm no with an alternative."""
