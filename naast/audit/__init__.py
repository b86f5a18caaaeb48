"""What happened and who looked. One door in: record() and looked()."""
