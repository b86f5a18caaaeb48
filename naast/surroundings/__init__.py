"""What stands around a participant: their network drawn with them, who does what, and their own say."""
