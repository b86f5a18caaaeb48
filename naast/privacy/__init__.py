"""What people may ask about their data: export, erasure, retention, and who looked; asks every room."""
