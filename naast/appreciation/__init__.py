"""Thanks that arrive: a word the same day, moments to celebrate, stories, letters, what it brings."""
