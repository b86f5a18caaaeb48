"""Settings: base reads the environment, the others only choose safety values."""
