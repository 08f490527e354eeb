"""The sample documents as they are printed: in every format and layout, each with the exact truth of its tables."""
