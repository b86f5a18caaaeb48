"""The user, signing in, the second factor, the language."""
