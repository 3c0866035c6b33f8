"""What the learned reader says of a report, as the extractors use it."""
