"""What volunteers notice: its own path, who reads it, the answer to who told it."""
