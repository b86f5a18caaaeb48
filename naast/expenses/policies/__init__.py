"""Who may see and do what in this room: a volunteer their own claims, finance all; nobody else sees an amount beside
a name, and participants see nothing at all (S2-17)."""
