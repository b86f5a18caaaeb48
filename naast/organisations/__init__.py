"""The organisation, its places, who has which function there, and the Actor of every read and write."""
