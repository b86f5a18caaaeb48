"""The demo: three invented organisations with a believable season. All names and stories are made up."""
