"""Rules and dated figures of Belgium and the Netherlands, each with its source: data and pure functions."""
