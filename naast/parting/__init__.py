"""Saying goodbye well: the end of a match, aftercare, a parting talk that is fair, and the way back."""
