"""What people agree on: texts in versions, who read and signed them, and what happens when they are not kept."""
