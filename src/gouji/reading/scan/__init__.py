"""Pictures of pages → their ink, by character recognition (extra `scan`)."""
