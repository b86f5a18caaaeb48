"""How the rooms of naast are put together: settings, addresses, entry points."""
